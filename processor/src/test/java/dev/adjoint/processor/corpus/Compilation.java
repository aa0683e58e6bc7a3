package dev.adjoint.processor.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * One run of the compiler, with the processor switched on or off.
 *
 * @param errors what the compiler refused, with file, line and text
 * @param entries the annotated methods
 * @param generated the text of the generated classes by qualified name
 * @param loader the compiled classes
 */
public record Compilation(List<String> errors, List<Entry> entries, Map<String, String> generated, ClassLoader loader) {
    private static final String PROCESSOR = "dev.adjoint.processor.AdjointProcessor";

    /** Compiles without derivatives. */
    public static Compilation plain(List<Source> sources) {
        return run(sources, List.of(), List.of());
    }

    /** Compiles with derivatives, with the processor's own checks switched on. */
    public static Compilation differentiated(List<Source> sources, String... options) {
        List<String> all = new ArrayList<>(List.of("-Aadjoint.verify"));
        all.addAll(List.of(options));
        return run(sources, List.of(processor()), all);
    }

    /** Whether the compiler took everything. */
    public boolean succeeded() {
        return errors.isEmpty();
    }

    /** The errors as one text. */
    public String report() {
        return String.join("\n", errors);
    }

    private static Processor processor() {
        try {
            return (Processor) Class.forName(PROCESSOR).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the processor " + PROCESSOR + " cannot be made", e);
        }
    }

    private static Compilation run(List<Source> sources, List<Processor> processors, List<String> options) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        MemoryFiles files = new MemoryFiles(compiler.getStandardFileManager(diagnostics, Locale.ROOT, null));
        List<JavaFileObject> inputs = sources.stream().map(MemoryFiles::source).toList();
        List<String> all = new ArrayList<>(List.of("-parameters"));
        all.addAll(List.of("-classpath", System.getProperty("java.class.path")));
        all.addAll(options);
        Catalogue catalogue = new Catalogue();
        JavaCompiler.CompilationTask task = compiler.getTask(null, files, diagnostics, all, null, inputs);
        List<Processor> running = new ArrayList<>(List.of(catalogue));
        running.addAll(processors);
        task.setProcessors(running);
        boolean done = call(task, diagnostics);
        List<String> errors = errors(diagnostics);
        if (!done && errors.isEmpty()) {
            errors = List.of("the compiler failed without an error");
        }
        return new Compilation(errors, catalogue.entries(), files.generated(), files.loader());
    }

    private static boolean call(JavaCompiler.CompilationTask task, DiagnosticCollector<JavaFileObject> diagnostics) {
        try {
            return task.call();
        } catch (RuntimeException e) {
            throw new IllegalStateException("the compiler crashed; before that: " + errors(diagnostics), e);
        }
    }

    private static List<String> errors(DiagnosticCollector<JavaFileObject> diagnostics) {
        List<String> errors = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics.getDiagnostics()) {
            if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
                errors.add(place(diagnostic) + diagnostic.getMessage(Locale.ROOT));
            }
        }
        return errors;
    }

    private static String place(Diagnostic<? extends JavaFileObject> diagnostic) {
        JavaFileObject file = diagnostic.getSource();
        return file == null
                ? ""
                : file.getName() + ":" + diagnostic.getLineNumber() + ":" + diagnostic.getColumnNumber() + ": ";
    }
}
