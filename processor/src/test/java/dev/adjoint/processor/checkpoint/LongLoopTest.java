package dev.adjoint.processor.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.processor.AdjointProcessor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 100,000 steps in memory that holds the states of a few. */
class LongLoopTest {
    private static final int CELLS = 100;
    private static final int STEPS = 100_000;

    /** Many times the 51 states, and a tenth of one number for each cell and step. */
    private static final String SMALL = "-Xmx24m";

    private static final String LARGE = "-Xmx2g";

    private static final String PROGRAM = """
            package demo;

            import dev.adjoint.Checkpoint;
            import dev.adjoint.Differentiable;

            public final class Heat {
                static void step(double[] u, double[] v, double c) {
                    int n = u.length;
                    for (int i = 0; i < n; i++) {
                        double x = u[i];
                        v[i] = x + c * (u[(i + 1) % n] - 2 * x + u[(i + n - 1) % n]) + 1e-3 * (x - x * x * x);
                    }
                }

                @Differentiable(modes = Differentiable.Mode.REVERSE)
                public static double stored(double[] start, double c, int steps) {
                    double[] u = start.clone();
                    double[] v = new double[u.length];
                    for (int t = 0; t < steps; t++) {
                        step(u, v, c);
                        double[] w = u;
                        u = v;
                        v = w;
                    }
                    return u[0] * u[0] + u[1];
                }

                @Differentiable(modes = Differentiable.Mode.REVERSE)
                @Checkpoint(slots = 50, loop = "time")
                public static double bounded(double[] start, double c, int steps) {
                    double[] u = start.clone();
                    double[] v = new double[u.length];
                    time:
                    for (int t = 0; t < steps; t++) {
                        step(u, v, c);
                        double[] w = u;
                        u = v;
                        v = w;
                    }
                    return u[0] * u[0] + u[1];
                }

                public static void main(String[] args) {
                    double[] start = new double[Integer.parseInt(args[1])];
                    for (int i = 0; i < start.length; i++) {
                        start[i] = Math.sin(i);
                    }
                    int steps = Integer.parseInt(args[2]);
                    double[] u;
                    double c;
                    if (args[0].equals("stored")) {
                        HeatGrad.StoredGradient gradient = HeatGrad.storedGrad(start, 0.2, steps);
                        u = gradient.start();
                        c = gradient.c();
                    } else {
                        HeatGrad.BoundedGradient gradient = HeatGrad.boundedGrad(start, 0.2, steps);
                        u = gradient.start();
                        c = gradient.c();
                    }
                    System.out.println(c);
                    for (double x : u) {
                        System.out.println(x);
                    }
                }
            }
            """;

    @TempDir
    static Path folder;

    @BeforeAll
    static void compile() throws IOException {
        Path source = Files.createDirectories(folder.resolve("src/demo")).resolve("Heat.java");
        Files.writeString(source, PROGRAM);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<String> options =
                    List.of("-d", folder.toString(), "-classpath", System.getProperty("java.class.path"));
            JavaCompiler.CompilationTask task =
                    compiler.getTask(null, files, null, options, null, files.getJavaFileObjects(source));
            task.setProcessors(List.of(new AdjointProcessor()));
            assertTrue(task.call());
        }
    }

    private record Result(int exit, List<String> lines, String errors) {}

    private static Result run(String heap, String which) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, which, ".out");
        Path errors = Files.createTempFile(folder, which, ".err");
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), heap, "-XX:+UseSerialGC"));
        command.addAll(List.of("-cp", folder + java.io.File.pathSeparator + System.getProperty("java.class.path")));
        command.addAll(List.of("demo.Heat", which, "" + CELLS, "" + STEPS));
        Process process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return new Result(process.waitFor(), Files.readAllLines(output), Files.readString(errors));
    }

    @Test
    void theGradientIsThatOfTheStoredLoopInAHeapWhereThatDoesNotFit() throws IOException, InterruptedException {
        Result tooSmall = run(SMALL, "stored");
        assertNotEquals(0, tooSmall.exit());
        assertTrue(tooSmall.errors().contains("OutOfMemoryError"), tooSmall::errors);
        Result stored = run(LARGE, "stored");
        assertEquals(0, stored.exit(), stored::errors);
        Result bounded = run(SMALL, "bounded");
        assertEquals(0, bounded.exit(), bounded::errors);
        assertEquals(1 + CELLS, bounded.lines().size());
        double largest = stored.lines().stream()
                .mapToDouble(line -> Math.abs(Double.parseDouble(line)))
                .max()
                .getAsDouble();
        for (int i = 0; i <= CELLS; i++) {
            double expected = Double.parseDouble(stored.lines().get(i));
            double found = Double.parseDouble(bounded.lines().get(i));
            assertEquals(expected, found, 1e-12 * Math.max(Math.abs(expected), 1e-6 * largest), "entry " + i);
        }
    }
}
