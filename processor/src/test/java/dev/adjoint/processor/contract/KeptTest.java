package dev.adjoint.processor.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.adjoint.processor.corpus.Compilation;
import dev.adjoint.processor.corpus.Source;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The formulas in the Javadoc, and what a call really allocates. */
class KeptTest {
    private static final Source SOURCE = Source.of("""
            package demo;

            import dev.adjoint.Differentiable;

            public final class Keeping {
                @Differentiable
                public static double nothing(double x, int n) {
                    double s = 0;
                    for (int i = 0; i < n; i++) {
                        s += x * x;
                    }
                    return s;
                }

                @Differentiable
                public static double turns(double x, int n) {
                    for (int i = 1; i < n; i++) {
                        x = Math.sin(x);
                    }
                    return x;
                }

                @Differentiable
                public static double grid(double x, int n, int m) {
                    double[] row = new double[m];
                    for (int i = 0; i < n; i++) {
                        for (int j = 0; j < m; j++) {
                            row[j] = Math.sin(row[j] + x);
                        }
                    }
                    return row[0];
                }

                @Differentiable
                public static double untilSmall(double x) {
                    while (x > 0.1) {
                        x = Math.sin(x) * 0.9;
                    }
                    return x;
                }

                @Differentiable
                public static double eachTurnItsOwn(double x, int n) {
                    for (int i = 0; i < n; i++) {
                        double[] pair = new double[i + 1];
                        pair[0] = Math.sin(x);
                        x = pair[0] * pair[i];
                    }
                    return x;
                }
            }
            """);

    private static Compilation compiled;

    @BeforeAll
    static void compile() {
        compiled = Compilation.differentiated(List.of(SOURCE));
        assertTrue(compiled.succeeded(), compiled.report());
    }

    /** What the Javadoc of a gradient says; empty for nothing. */
    private static String said(String method) {
        String text = compiled.generated().get("demo.KeepingGrad");
        int end = text.indexOf("double " + method + "Grad(");
        String javadoc = text.substring(text.lastIndexOf("/**", end), end);
        Matcher sentence = Pattern.compile("Keeps [^\\n]*").matcher(javadoc);
        return sentence.find() ? sentence.group() : "";
    }

    private static void requireBytes(double expected, String method, Object... args)
            throws ReflectiveOperationException {
        Method gradient = List.of(
                        compiled.loader().loadClass("demo.KeepingGrad").getMethods())
                .stream()
                .filter(m -> m.getName().equals(method + "Grad"))
                .findFirst()
                .orElseThrow();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        gradient.invoke(null, args);
        long before = threads.getCurrentThreadAllocatedBytes();
        gradient.invoke(null, args);
        double allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated >= expected && allocated < expected * 1.02 + 10_000, allocated + " for " + expected);
    }

    @Test
    void sumsKeepNothing() throws ReflectiveOperationException {
        assertEquals("Keeps nothing in arrays.", said("nothing"));
        requireBytes(0, "nothing", 0.3, 100_000);
    }

    @Test
    void aLoopKeepsNumbersForEachTurn() throws ReflectiveOperationException {
        assertEquals("Keeps {@code 8 * max(n - 1, 0)} bytes of numbers in arrays while it runs.", said("turns"));
        requireBytes(8.0 * 99_999, "turns", 0.3, 100_000);
    }

    @Test
    void loopsInLoopsKeepProducts() throws ReflectiveOperationException {
        assertEquals(
                "Keeps {@code 8 * (m * max(n, 0) + 2 * m)} bytes of numbers in arrays while it runs.", said("grid"));
        requireBytes(8.0 * (2_000 * 50 + 2 * 2_000), "grid", 0.3, 50, 2_000);
    }

    @Test
    void nothingIsSaidWhereNumbersDecide() {
        assertEquals("", said("untilSmall"));
        assertEquals("", said("eachTurnItsOwn"));
        assertFalse(said("turns").isEmpty());
    }
}
