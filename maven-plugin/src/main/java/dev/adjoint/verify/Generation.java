package dev.adjoint.verify;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Runs the processor, and nothing but it, over sources.
 *
 * @param classPath what the sources are compiled with
 * @param processorPath the processor and what it needs
 * @param release the Java release of the sources, empty for that of the running Java
 * @param encoding the encoding of the sources
 */
public record Generation(List<Path> classPath, List<Path> processorPath, String release, String encoding) {
    private static final String PROCESSOR = "dev.adjoint.processor.AdjointProcessor";

    /**
     * The text of each generated file by its path below the folder of generated sources.
     *
     * @param sources the files to run over
     * @param folder an empty folder for what is written
     * @throws IOException if the sources do not compile; the message has the compiler's errors
     */
    public Map<String, String> run(List<Path> sources, Path folder) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IOException("this Java has no compiler; Maven must run on a JDK");
        }
        Path written = Files.createDirectories(folder.resolve("sources"));
        Path classes = Files.createDirectories(folder.resolve("classes"));
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(problems, Locale.ROOT, null)) {
            boolean fine = compiler.getTask(
                            new StringWriter(),
                            files,
                            problems,
                            options(written, classes),
                            null,
                            files.getJavaFileObjectsFromPaths(sources))
                    .call();
            if (!fine) {
                throw new IOException("the processor cannot be run over the sources:\n" + text(problems));
            }
        }
        return texts(written);
    }

    private List<String> options(Path written, Path classes) {
        Stream<String> fixed = Stream.of(
                "-proc:only",
                "-processor",
                PROCESSOR,
                "-processorpath",
                joined(processorPath),
                "-classpath",
                joined(classPath),
                "-s",
                written.toString(),
                "-d",
                classes.toString(),
                "-encoding",
                encoding);
        return Stream.concat(fixed, release.isEmpty() ? Stream.empty() : Stream.of("--release", release))
                .toList();
    }

    private static String joined(List<Path> paths) {
        return String.join(
                File.pathSeparator, paths.stream().map(Path::toString).toList());
    }

    private static String text(DiagnosticCollector<JavaFileObject> problems) {
        List<String> all = problems.getDiagnostics().stream()
                .filter(d -> d.getKind() == javax.tools.Diagnostic.Kind.ERROR)
                .map(Object::toString)
                .toList();
        return String.join("\n", all);
    }

    /** The files of derivatives below a folder, which may hold other files too. */
    public static Map<String, String> derivatives(Path folder) throws IOException {
        Map<String, String> texts = texts(folder);
        texts.values().removeIf(text -> !isDerivative(text));
        return texts;
    }

    /** Whether a Java file was written by the processor. */
    public static boolean isDerivative(String text) {
        return text.contains("@AdjointGenerated") || text.contains("@dev.adjoint.AdjointGenerated");
    }

    private static Map<String, String> texts(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    String name = folder.relativize(file).toString().replace('\\', '/');
                    texts.put(name, Files.readString(file).replace("\r\n", "\n"));
                }
            }
        }
        return texts;
    }
}
