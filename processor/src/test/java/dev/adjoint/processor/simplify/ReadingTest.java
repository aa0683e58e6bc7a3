package dev.adjoint.processor.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The gradients of textbook formulas read like what a careful person writes. */
class ReadingTest {
    private static void reads(String formula, String... lines) {
        assertEquals(String.join("\n", lines), Gradient.of(formula).text());
    }

    @Test
    void polynomials() {
        reads("(x * x) + (3 * x) + 1", "return 2 * x + 3;");
        reads("x * x * x", "return 3 * x * x;");
        reads("a * x * x + b * x + c", "return x * x, b + 2 * a * x, x, 1;");
        reads("pow(x, 3) - 2 * x", "return 3 * x * x - 2;");
    }

    @Test
    void rosenbrock() {
        reads(
                "a = 1 - x; b = y - x * x; a * a + 100 * b * b;",
                "bBar = 200 * (y - x * x);",
                "return -2 * (bBar * x + (1 - x)), bBar;");
    }

    /** Half of two large numbers may be finite where their sum is not. */
    @Test
    void termsAreMultipliedByTheirCommonCoefficientOnce() {
        reads("3 * x * y + 3 * x * z", "t = 3 * x;", "return 3 * (z + y), t, t;");
        reads("0.5 * (x * y) + 0.5 * (x * z)", "t = 0.5 * x;", "return 0.5 * z + 0.5 * y, t, t;");
    }

    @Test
    void logistic() {
        reads(
                "1 / (1 + exp(-x))",
                "t = Math.exp(-x);",
                "t2 = 1 / (1 + t);",
                "t3 = t2 * t2;",
                "t4 = t3 == 0 ? 0 : t3 * t;",
                "return t4;");
    }

    @Test
    void gaussianDensity() {
        reads(
                "z = (x - m) / s; exp(-0.5 * z * z) / (s * sqrt(2 * 3.141592653589793));",
                "z = (x - m) / s;",
                "t = Math.exp(-0.5 * z * z);",
                "t2 = Math.sqrt(6.283185307179586);",
                "t3 = s * t2;",
                "t4 = 1 / t3;",
                "t5 = t4 * t * z / s;",
                "return -t5, t5, t5 * z - t4 * (t / t3) * t2;");
    }

    @Test
    void quotientsDivideOnce() {
        reads("x / y", "t = 1 / y;", "return t, -(t * (x / y));");
        reads("sqrt(x * x + y * y)", "t = 1 / Math.sqrt(x * x + y * y);", "return t * x, t * y;");
    }

    @Test
    void aGuardStaysOnlyWhereAPartialCanBeInfinite() {
        reads("log(1 + x * x)", "return 2 * x / (1 + x * x);");
        reads("max(0, x)", "t = x <= 0 ? 0 : 1;", "return t;");
    }
}
