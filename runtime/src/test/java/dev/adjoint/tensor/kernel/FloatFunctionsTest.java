package dev.adjoint.tensor.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** The float loops that are not Java's own functions, against these in double precision over all floats. */
class FloatFunctionsTest {
    private static final float[] SPECIAL = {
        0f,
        -0f,
        Float.MIN_VALUE,
        -Float.MIN_VALUE,
        Float.MIN_NORMAL,
        1e-20f,
        88.72283f,
        88.72284f,
        -87.33655f,
        -103.97208f,
        -103.97209f,
        -104.5f,
        200f,
        -200f,
        9.44f,
        -9.5f,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.NaN
    };

    /** Every so many floats, which is not a power of two, so that all mantissas occur. */
    private static final int STEP = 2003;

    private static void agree(UnaryKernel kernel, DoubleUnaryOperator exact) {
        compare(kernel, exact, SPECIAL);
        float[] x = new float[1500];
        int n = 0;
        for (long bits = Integer.MIN_VALUE; bits <= Integer.MAX_VALUE; bits += STEP) {
            x[n++] = Float.intBitsToFloat((int) bits);
            if (n == x.length) {
                compare(kernel, exact, x);
                n = 0;
            }
        }
    }

    private static void compare(UnaryKernel kernel, DoubleUnaryOperator exact, float[] x) {
        float[] y = new float[x.length];
        kernel.run(x, y, 0, x.length, 0, 0);
        for (int i = 0; i < x.length; i++) {
            double expected = exact.applyAsDouble(x[i]);
            assertTrue(isClose(expected, y[i]), x[i] + ": " + y[i] + " instead of " + expected);
        }
        float[] inPlace = x.clone();
        kernel.run(inPlace, inPlace, 0, x.length, 0, 0);
        assertArrayEquals(y, inPlace);
    }

    /** Within two units in the last place, and zeros with their sign. */
    private static boolean isClose(double expected, float got) {
        float rounded = (float) expected;
        if (Double.isNaN(expected) || Float.isInfinite(rounded) || rounded == 0) {
            return Float.compare(rounded, got) == 0 || Math.abs(got - expected) <= Float.MIN_VALUE && rounded != got;
        }
        return Math.abs(got - expected) <= 2 * Math.ulp(rounded);
    }

    @Test
    void exp() {
        agree(Transcendental.EXP, Math::exp);
    }

    @Test
    void sigmoid() {
        agree(Transcendental.SIGMOID, x -> 1 / (1 + Math.exp(-x)));
    }

    @Test
    void tanh() {
        agree(Transcendental.TANH, Math::tanh);
    }

    @Test
    void relu() {
        agree(Piecewise.RELU, x -> x < 0 ? 0 : x);
    }

    @Test
    void gradientsPassWhereTheResultIsPositiveOrNotANumber() {
        float[] b = {1, 0, -0f, -1, Float.MIN_VALUE, Float.NaN, -Float.NaN, Float.POSITIVE_INFINITY, 0, 0};
        float[] a = {5, 5, 5, 5, 5, 5, 5, 5, Float.NaN, Float.POSITIVE_INFINITY};
        float[] y = new float[a.length];
        Piecewise.THRESHOLD_BACKWARD.run(a, b, y, 0, a.length, 0);
        assertArrayEquals(new float[] {5, 0, 0, 0, 5, 5, 5, 5, 0, 0}, y);
    }
}
