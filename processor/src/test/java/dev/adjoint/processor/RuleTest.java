package dev.adjoint.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.processor.corpus.Compilation;
import dev.adjoint.processor.corpus.Source;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of rules that do not fit, when they are compiled and when they run. */
class RuleTest {
    private static final String HEAD = """
            package rules;
            import dev.adjoint.*;
            import java.util.*;
            public class Rules {
              static double erf(double x) { return x; }
              static double two(int n, double a, double b) { return n * a * b; }
              static double norm(double[] x) { return x[0]; }
              static double[] solve(double[][] a, double[] b) { return new double[] {b[0] / a[0][0]}; }
              static void step(double h, double[] u) { u[0] *= h; }
              record Bars(double[][] a, double[] b) {}
              record Wrong(double[] b, double[][] a) {}
            """;

    private static Compilation compiled(String members) {
        return Compilation.differentiated(List.of(Source.of(HEAD + members + "\n}")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            erf | double r(float x, double y) | parameter 1 is float and not double, argument 1 of erf
            erf | double r(double x) | parameter 2 is missing: double, the result of erf
            erf | double r(double x, double y, double z) | parameter 3 is one too many
            erf | float r(double x, double y) | it returns float and not double
            two | double r(int n, double a, double b, double y) | it returns double and not double[] or a record of (double, double)
            two | double[] r(long n, double a, double b, double y) | parameter 1 is long and not int, argument 1 of two
            norm | double[] r(double[] x, float yBar) | parameter 2 is float and not double, the adjoint of the result
            norm | float[] rVjp(double[] x, double yBar) | it returns float[] and not double[]
            solve | double[] rVjp(double[][] a, double[] b, double[] xBar) | it returns double[] and not a record of (double[][], double[])
            solve | Wrong r(double[][] a, double[] b, double[] xBar) | it returns rules.Rules.Wrong and not a record of (double[][], double[])
            solve | double[] rJvp(double[][] a, double[] b, double[] aDot, double[] bDot) | parameter 4 is double[] and not double[][], the tangent of argument 1
            step | double rVjp(double h, double[] u) | parameter 3 is missing: double[], the adjoint of argument 2
            """)
    void aWrongSignatureSaysWhichParameterDiffers(String method, String signature, String difference) {
        Compilation compilation = compiled("@DerivativeOf(type = Rules.class, method = \"" + method + "\") static "
                + signature + " { throw new Error(); }");
        assertEquals(1, compilation.errors().size(), compilation::report);
        assertTrue(compilation.report().contains("[ADJ061]"), compilation::report);
        assertTrue(compilation.report().contains(": " + difference + "."), compilation::report);
        assertTrue(compilation.report().contains("A rule for it looks like one of: static "), compilation::report);
    }

    @Test
    void aModeTellsAProductOfNumbersFromPartialDerivatives() {
        String named = "@DerivativeOf(type = Rules.class, method = \"erf\") "
                + "static double erfVjp(double x, double yBar) { return yBar; }";
        assertTrue(compiled(named).report().contains("[ADJ070]"));
        String said = named.replace("\"erf\")", "\"erf\", mode = Differentiable.Mode.REVERSE)");
        Compilation compilation =
                compiled(said + "@Differentiable public static double f(double x) { return 3 * erf(x); }");
        assertTrue(compilation.succeeded(), compilation::report);
    }

    @Test
    void aNameThatSaysPartialIsNoProduct() {
        String rule = "@DerivativeOf(type = Rules.class, method = \"norm\"MODE) "
                + "static double[] normPartial(double[] v, double y) { return v; }";
        assertTrue(compiled(rule.replace("MODE", "")).report().contains("[ADJ070]"));
        Compilation said = compiled(rule.replace("MODE", ", mode = Differentiable.Mode.REVERSE"));
        assertTrue(said.succeeded(), said::report);
    }

    @Test
    void theNamesOfWrtAreThoseOfTheRule() {
        String rule = "@DerivativeOf(type = Rules.class, method = \"two\", wrt = \"NAME\") "
                + "static double p(int n, double a, double b, double y) { return n * b; }";
        assertTrue(compiled(rule.replace("NAME", "a")).succeeded());
        assertTrue(compiled(rule.replace("NAME", "c")).report().contains("[ADJ003]"));
        assertTrue(compiled(rule.replace("NAME", "n")).report().contains("[ADJ009]"));
    }

    private static final String USE = """
              @DerivativeOf(type = Rules.class, method = "solve")
              static Bars solveVjp(double[][] a, double[] b, double[] xBar) { return new Bars(new double[1][2], xBar); }
              @DerivativeOf(type = Rules.class, method = "solve")
              static double[] solveJvp(double[][] a, double[] b, double[][] aDot, double[] bDot) { return new double[2]; }
              @DerivativeOf(type = Rules.class, method = "step")
              static double stepVjp(double h, double[] u, double[] uBar) { return 0; }
              static double[] same(double[] x) { return x; }
              @DerivativeOf(type = Rules.class, method = "same")
              static double[] sameVjp(double[] x, double[] yBar) { return yBar; }
              @DerivativeOf(type = Rules.class, method = "same")
              static double[] sameJvp(double[] x, double[] xDot) { return xDot; }
              static void both(double[] u, double[] v) { u[0] += v[0]; }
              @DerivativeOf(type = Rules.class, method = "both")
              static void bothVjp(double[] u, double[] v, double[] uBar, double[] vBar) { vBar[0] += uBar[0]; }
              @DerivativeOf(type = Rules.class, method = "both")
              static void bothJvp(double[] u, double[] v, double[] uDot, double[] vDot) { uDot[0] += vDot[0]; }
              @Differentiable public static double shape(double x) {
                return solve(new double[][] {{x}}, new double[] {x})[0];
              }
              @Differentiable public static double old(double x) { return same(new double[] {x})[0]; }
              @Differentiable public static double twice(double x) { double[] u = {x}; both(u, u); return u[0]; }
            """;

    private static Throwable thrown(Compilation compilation, String method, Object... args) throws Exception {
        Method found = Arrays.stream(
                        compilation.loader().loadClass("rules.RulesGrad").getMethods())
                .filter(m -> m.getName().equals(method) && m.getParameterCount() == args.length)
                .findFirst()
                .orElseThrow();
        return assertThrows(InvocationTargetException.class, () -> found.invoke(null, args))
                .getCause();
    }

    @Test
    void whatARuleReliesOnIsCheckedWhenItRuns() throws Exception {
        Compilation compilation = compiled(USE);
        assertTrue(compilation.succeeded(), compilation::report);
        Throwable adjoint = thrown(compilation, "shapeGrad", 2.0);
        assertEquals(IllegalArgumentException.class, adjoint.getClass());
        assertEquals(
                "the adjoint of argument 1 by the rule for Rules.solve[0] has length 2, but argument 1[0] has length 1",
                adjoint.getMessage());
        Throwable tangent = thrown(compilation, "shapeJvp", 2.0, 1.0);
        assertEquals(
                "the tangent of the result by the rule for Rules.solve has length 2, but the result has length 1",
                tangent.getMessage());
        for (String method : List.of("oldGrad", "twiceGrad")) {
            Throwable alias = thrown(compilation, method, 2.0);
            boolean result = method.equals("oldGrad");
            Class<?> expected = result ? IllegalStateException.class : IllegalArgumentException.class;
            assertEquals(expected, alias.getClass(), alias::toString);
        }
        assertEquals(
                IllegalStateException.class,
                thrown(compilation, "oldJvp", 2.0, 1.0).getClass());
        assertEquals(
                IllegalArgumentException.class,
                thrown(compilation, "twiceJvp", 2.0, 1.0).getClass());
    }
}
