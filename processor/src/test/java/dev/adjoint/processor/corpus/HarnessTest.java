package dev.adjoint.processor.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The checks themselves: right companions written by hand pass them, and each kind of mistake is found. */
class HarnessTest {
    private static final String SCALAR = """
            package hand;
            import dev.adjoint.Differentiable;
            public final class Hand {
                @Differentiable(order = 2)
                public static double f(double[] a, int n) {
                    double s = 0;
                    for (double e : a) {
                        s += e * e * e;
                    }
                    return s;
                }
            }
            final class HandGrad {
                record FValueAndGrad(double value, double[] gradient) {}
                static double[] fGrad(double[] a, int n) {
                    double[] g = new double[a.length];
                    fVjp(a, n, 1, g);
                    return g;
                }
                static FValueAndGrad fValueAndGrad(double[] a, int n) {
                    return new FValueAndGrad(Hand.f(a, n), fGrad(a, n));
                }
                static double fValueAndGrad(double[] a, int n, double[] out) {
                    java.util.Arrays.fill(out, 0);
                    fVjp(a, n, 1, out);
                    return Hand.f(a, n);
                }
                static void fVjp(double[] a, int n, double yBar, double[] out) {
                    for (int i = 0; i < a.length; i++) {
                        out[i] += 3 * a[i] * a[i] * yBar;
                    }
                }
                static double fJvp(double[] a, int n, double[] aDot) {
                    double t = 0;
                    for (int i = 0; i < a.length; i++) {
                        t += 3 * a[i] * a[i] * aDot[i];
                    }
                    return t;
                }
                static double[][] fHessian(double[] a, int n) {
                    double[][] h = new double[a.length][a.length];
                    for (int i = 0; i < a.length; i++) {
                        h[i][i] = 6 * a[i];
                    }
                    return h;
                }
                static double[] fHvp(double[] a, int n, double[] v) {
                    double[] p = new double[a.length];
                    for (int i = 0; i < a.length; i++) {
                        p[i] = 6 * a[i] * v[i];
                    }
                    return p;
                }
            }
            """;

    private static final String IN_PLACE = """
            package hand;
            import dev.adjoint.Differentiable;
            public final class Hand {
                @Differentiable
                public static void f(double[] a, double s) {
                    for (int i = 0; i < a.length; i++) {
                        a[i] *= s * a[i];
                    }
                }
            }
            final class HandGrad {
                static double fVjp(double[] a, double s, double[] aBar) {
                    double sBar = 0;
                    for (int i = 0; i < a.length; i++) {
                        sBar += aBar[i] * a[i] * a[i];
                        aBar[i] = 2 * s * a[i] * aBar[i];
                    }
                    Hand.f(a, s);
                    return sBar;
                }
                static void fJvp(double[] a, double s, double[] aDot, double sDot) {
                    for (int i = 0; i < a.length; i++) {
                        aDot[i] = 2 * s * a[i] * aDot[i] + a[i] * a[i] * sDot;
                    }
                    Hand.f(a, s);
                }
            }
            """;

    private static final String VECTOR = """
            package hand;
            import dev.adjoint.Differentiable;
            public final class Hand {
                record FVjp(double[] a, float s) {}
                @Differentiable
                public static double[] f(double[] a, double s) {
                    double[] y = new double[2];
                    for (int i = 0; i < a.length; i++) {
                        y[i % 2] += s * a[i] * a[i];
                    }
                    return y;
                }
            }
            final class HandGrad {
                record FVjp(double[] a, double s) {}
                record FJacobian(double[][] a, double[] s) {}
                static FVjp fVjp(double[] a, double s, double[] yBar) {
                    double[] aBar = new double[a.length];
                    double sBar = 0;
                    for (int i = 0; i < a.length; i++) {
                        aBar[i] = 2 * s * a[i] * yBar[i % 2];
                        sBar += a[i] * a[i] * yBar[i % 2];
                    }
                    return new FVjp(aBar, sBar);
                }
                static double[] fJvp(double[] a, double s, double[] aDot, double sDot) {
                    double[] y = new double[2];
                    for (int i = 0; i < a.length; i++) {
                        y[i % 2] += 2 * s * a[i] * aDot[i] + sDot * a[i] * a[i];
                    }
                    return y;
                }
                static FJacobian fJacobian(double[] a, double s) {
                    double[][] j = new double[2][a.length];
                    for (int i = 0; i < a.length; i++) {
                        j[i % 2][i] = 2 * s * a[i];
                    }
                    return new FJacobian(j, Hand.f(a, 1));
                }
            }
            """;

    private static List<String> findings(String text) throws Throwable {
        Compilation compilation = Compilation.plain(List.of(Source.of(text)));
        assertTrue(compilation.succeeded(), compilation::report);
        Entry entry = compilation.entries().get(0);
        return Checks.all(Subject.of(entry, compilation.loader(), true));
    }

    private static void finds(String check, String text, String right, String wrong) throws Throwable {
        assertTrue(text.contains(right), right);
        List<String> findings = findings(text.replace(right, wrong));
        assertFalse(findings.isEmpty(), "nothing found wrong with " + wrong);
        assertTrue(findings.stream().anyMatch(f -> f.startsWith(check)), findings::toString);
    }

    @Test
    void rightCompanionsPass() throws Throwable {
        assertEquals(List.of(), findings(SCALAR));
        assertEquals(List.of(), findings(IN_PLACE));
        assertEquals(List.of(), findings(VECTOR));
    }

    @Test
    void wrongReverseIsFound() throws Throwable {
        finds("Jvp against Vjp", SCALAR, "out[i] += 3 *", "out[i] += 3.0001 *");
        finds("Jvp against Vjp", IN_PLACE, "sBar += aBar[i]", "sBar = aBar[i]");
        finds("Jvp against Vjp", VECTOR, "aBar[i] = 2 *", "aBar[i] = -2 *");
    }

    @Test
    void wrongForwardIsFound() throws Throwable {
        finds("differences", SCALAR, "t += 3 *", "t += 3.0001 *");
        finds("differences", IN_PLACE, " * sDot", " * sDot * 1.001");
        finds("differences", VECTOR, "sDot * a[i]", "sDot");
    }

    @Test
    void bothModesWrongAlikeIsFound() throws Throwable {
        finds("differences", SCALAR.replace("out[i] += 3 *", "out[i] += 3.01 *"), "t += 3 *", "t += 3.01 *");
    }

    @Test
    void accumulationAndOverwritingAreFound() throws Throwable {
        finds("Jvp against Vjp", SCALAR, "out[i] +=", "out[i] =");
        finds("the outs of ValueAndGrad", SCALAR, "java.util.Arrays.fill(out, 0);", "");
    }

    @Test
    void changedArgumentsAreFound() throws Throwable {
        finds("Vjp leaves", SCALAR, "* yBar;", "* yBar; a[0] = 7;");
        finds("what Vjp leaves", IN_PLACE, "Hand.f(a, s);\n        return sBar", "return sBar");
    }

    @Test
    void wrongValueIsFound() throws Throwable {
        finds("the value of ValueAndGrad", SCALAR, "(Hand.f(a, n), ", "(Hand.f(a, n) * (1 + 1e-15) + 1e-300, ");
    }

    @Test
    void wrongSecondOrderIsFound() throws Throwable {
        finds("Hvp", SCALAR, "p[i] = 6", "p[i] = 7");
        finds("Hessian by differences", SCALAR.replace("p[i] = 6", "p[i] = 7"), "h[i][i] = 6", "h[i][i] = 7");
        finds("the symmetry", SCALAR, "h[i][i] = 6 * a[i];", "h[0][i] = 6 * a[i];");
    }

    @Test
    void wrongJacobianIsFound() throws Throwable {
        finds("Jacobian against Jvp", VECTOR, "j[i % 2][i] = 2", "j[i % 2][i] = 3");
    }

    @Test
    void swallowedExceptionIsFound() throws Throwable {
        String guarded = SCALAR.replace("double s = 0;", "double s = 0; if (n == 3) throw new ArithmeticException();");
        finds("Grad", guarded, "double t = 0;", "double t = 0; Hand.f(a, n);");
    }

    @Test
    void missingMethodIsFound() throws Throwable {
        finds("Hvp", SCALAR, "fHvp", "fOther");
    }
}
