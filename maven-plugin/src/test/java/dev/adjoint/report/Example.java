package dev.adjoint.report;

import dev.adjoint.Differentiable;
import dev.adjoint.check.index.Index;
import dev.adjoint.check.model.Settings;
import dev.adjoint.check.output.Reproduction;
import dev.adjoint.check.output.Summary;
import dev.adjoint.check.run.Answer;
import dev.adjoint.check.run.Fork;
import dev.adjoint.check.run.Job;
import dev.adjoint.processor.AdjointProcessor;
import dev.adjoint.source.SourceFiles;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The page about one of the integration tests' projects, made without Maven. */
final class Example {
    private static final Settings SETTINGS = new Settings(
            1, 2, -1, 4, 1000, Settings.TOLERANCE, Settings.FLOAT_TOLERANCE, Settings.DOT_TOLERANCE, 30, true);

    private Example() {}

    static String page(String project, Path folder) throws IOException, URISyntaxException, InterruptedException {
        Path sources = Path.of("src/it", project, "src/main/java");
        Path generated = Files.createDirectories(folder.resolve("generated"));
        Path classes = Files.createDirectories(folder.resolve("classes"));
        Path runtime = Path.of(Differentiable.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        compile(sources.resolve("demo/Demo.java"), runtime, generated, classes);
        Job job = new Job(List.of(classes.toString(), runtime.toString()), Index.read(classes), SETTINGS);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Answer answer = new Fork(java, "", folder.resolve("check")).run(job);
        SourceFiles made = new SourceFiles(List.of(generated.toString()));
        return new ReportBuilder(
                        new SourceFiles(List.of(sources.toString())),
                        made,
                        new Reproduction("adjoint:check", List.of()))
                .page(project, new Summary(SETTINGS, answer.outcomes()), answer)
                .html();
    }

    private static void compile(Path file, Path runtime, Path generated, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            JavaCompiler.CompilationTask task = compiler.getTask(
                    null,
                    files,
                    null,
                    List.of("-classpath", runtime.toString(), "-s", generated.toString(), "-d", classes.toString()),
                    null,
                    files.getJavaFileObjects(file));
            task.setProcessors(List.of(new AdjointProcessor()));
            if (!task.call()) {
                throw new IllegalStateException(file + " does not compile");
            }
        }
    }
}
