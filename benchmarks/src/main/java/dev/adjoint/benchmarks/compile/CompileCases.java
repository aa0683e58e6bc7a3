package dev.adjoint.benchmarks.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Compilations with the processor and without. */
@State(Scope.Thread)
public class CompileCases {
    /** Methods and statements of each. */
    @Param({"250x10", "500x10", "1000x10", "1x500", "1x1000", "1x2000"})
    public String size;

    @Param({"false", "true"})
    public boolean processor;

    private List<SimpleJavaFileObject> sources;
    private Path folder;

    @Setup
    public void write() {
        int between = size.indexOf('x');
        sources =
                Sources.of(Integer.parseInt(size.substring(0, between)), Integer.parseInt(size.substring(between + 1)));
    }

    @Setup(Level.Invocation)
    public void open() throws IOException {
        folder = Files.createTempDirectory("compile");
    }

    /** Takes the class files away again. */
    @TearDown(Level.Invocation)
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** One compilation, as of a build. */
    @Benchmark
    public void compile() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (!compiler.getTask(null, null, null, options(), null, sources).call()) {
            throw new IllegalStateException("the sources do not compile");
        }
    }

    private List<String> options() {
        String path = System.getProperty("java.class.path");
        List<String> options = new ArrayList<>(List.of("-nowarn", "-d", folder.toString(), "-classpath", path));
        options.addAll(
                processor
                        ? List.of("-processorpath", path, "-processor", "dev.adjoint.processor.AdjointProcessor")
                        : List.of("-proc:none"));
        return options;
    }
}
