package dev.adjoint.processor.checkpoint;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.JavaFileObjects;
import dev.adjoint.processor.AdjointProcessor;
import dev.adjoint.processor.corpus.Compilation;
import dev.adjoint.processor.corpus.Source;
import java.lang.reflect.Method;
import java.util.AbstractList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** What checkpointing costs in steps, and what is told about it. */
class CheckpointTest {
    private static String program(String annotation, String loop) {
        return """
            package demo;

            import dev.adjoint.Checkpoint;
            import dev.adjoint.Differentiable;
            import java.util.List;

            public final class Demo {
                @Differentiable
                ANNOTATION
                public static double f(double x, int n, List<Double> rates) {
                    LOOP
                        x = rates.get(t) * Math.sin(x);
                    }
                    return x;
                }
            }
            """.replace("ANNOTATION", annotation).replace("LOOP", loop);
    }

    /** A list that counts how often it is asked: once in each run of a step. */
    private static final class Counter extends AbstractList<Double> {
        private long asked;

        @Override
        public Double get(int index) {
            asked++;
            return 1 + 0.25 * index;
        }

        @Override
        public int size() {
            return Integer.MAX_VALUE;
        }
    }

    private static Method gradient(String annotation) throws ReflectiveOperationException {
        Source source = new Source("demo.Demo", program(annotation, "time: for (int t = 0; t < n; t++) {"));
        Compilation compilation = Compilation.differentiated(List.of(source));
        assertTrue(compilation.succeeded(), compilation::report);
        return Class.forName("demo.DemoGrad", true, compilation.loader())
                .getMethod("fGrad", double.class, int.class, List.class);
    }

    private static long fewest(int steps, int slots) {
        long repetitions = 0;
        while (binomial(slots + repetitions, slots) < steps) {
            repetitions++;
        }
        return repetitions * steps - binomial(slots + repetitions, repetitions - 1);
    }

    private static long binomial(long n, long k) {
        long result = k < 0 ? 0 : 1;
        for (long i = 1; i <= k; i++) {
            result = result * (n - k + i) / i;
        }
        return result;
    }

    /** Besides the reversed steps and the fewest others there is one: the last step, run for the value. */
    @Test
    void noMoreStepsAreRunThanTheSlotsMakeNecessary() throws ReflectiveOperationException {
        Method stored = gradient("");
        for (int slots = 1; slots <= 9; slots++) {
            Method gradient = gradient("@Checkpoint(slots = " + slots + ", loop = \"time\")");
            for (int steps = 1; steps <= 60; steps++) {
                Counter counter = new Counter();
                Object found = gradient.invoke(null, 0.7, steps, counter);
                assertEquals(fewest(steps, slots) + steps + 1, counter.asked, steps + " steps, " + slots + " slots");
                assertEquals(stored.invoke(null, 0.7, steps, new Counter()), found);
            }
        }
    }

    private static com.google.testing.compile.Compilation compiled(String annotation, String loop) {
        JavaFileObject file = JavaFileObjects.forSourceString("demo.Demo", program(annotation, loop));
        return javac().withProcessors(new AdjointProcessor()).compile(file);
    }

    @Test
    void theNoteNamesTheStateAndTheFactorForSomeLengths() {
        com.google.testing.compile.Compilation compilation =
                compiled("@Checkpoint(slots = 50, loop = \"time\")", "time: for (int t = 0; t < n; t++) {");
        assertThat(compilation).succeeded();
        assertThat(compilation).hadNoteContaining("[ADJ066]");
        assertThat(compilation).hadNoteContaining("at most 50 states");
        assertThat(compilation).hadNoteContaining("A state is: x (double)");
        String factor = String.format(java.util.Locale.ROOT, "%.3f", fewest(100_000, 50) / 100_000.0);
        assertThat(compilation).hadNoteContaining(factor + " for 100000 steps");
    }

    @Test
    void theFactorOfALoopOfKnownLengthIsThatOfItsLength() {
        com.google.testing.compile.Compilation compilation =
                compiled("@Checkpoint(slots = 3, loop = \"time\")", "time: for (int t = 40; t > 0; t -= 3) {");
        String factor = String.format(java.util.Locale.ROOT, "%.3f", fewest(14, 3) / 14.0);
        assertThat(compilation).hadNoteContaining("the fewest possible: " + factor + " for 14 steps.");
        Matcher notes =
                Pattern.compile("ADJ066").matcher(compilation.diagnostics().toString());
        assertEquals(1, notes.results().count(), "one note a loop, whatever is generated");
    }

    private static final String STEPS = """
            package demo;

            import dev.adjoint.Checkpoint;
            import dev.adjoint.Differentiable;

            public final class Steps {
                @Differentiable
                public static double f(double x, int n) {
                    for (int t = 0; t < n; t++) {
                        x = CALLED(x);
                    }
                    return step(x);
                }

                static double through(double x) {
                    return step(x);
                }

                @Checkpoint(slots = 3)
                static double step(double x) {
                    return Math.sin(x);
                }
            }
            """;

    private static com.google.testing.compile.Compilation steps(String called) {
        JavaFileObject file = JavaFileObjects.forSourceLines(
                "demo.Steps", STEPS.replace("CALLED", called).split("\n"));
        return javac().withProcessors(new AdjointProcessor()).compile(file);
    }

    @Test
    void anAnnotationWithoutEffectIsTold() {
        com.google.testing.compile.Compilation outside = steps("through");
        assertThat(outside).succeeded();
        assertThat(outside).hadWarningContaining("[ADJ069] @Checkpoint does nothing here: no loop");
        assertThat(outside).hadWarningCount(1);
        assertEquals(19, outside.warnings().get(0).getLineNumber());
        assertThat(steps("step")).succeededWithoutWarnings();
    }

    @Test
    void anAnnotationOnAMethodWithoutDerivativeIsTold() {
        String source = program("", "for (int t = 0; t < n; t++) {")
                .replace("import dev.adjoint.Differentiable;", "")
                .replace("@Differentiable", "@Checkpoint(slots = 2, loop = \"time\")")
                .replace("for (", "time: for (");
        JavaFileObject file = JavaFileObjects.forSourceLines("demo.Demo", source.split("\n"));
        assertThat(javac().withProcessors(new AdjointProcessor()).compile(file))
                .hadWarningContaining("'f' is not differentiated");
    }
}
