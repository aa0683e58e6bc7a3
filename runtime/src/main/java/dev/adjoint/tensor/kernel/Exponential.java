package dev.adjoint.tensor.kernel;

/**
 * Exponentials of floats, computed in double precision without tables, so that they round correctly almost always and
 * cost a few nanoseconds: exp(x) = 2^k exp(r) with |r| at most ln(2)/2, and exp(r) by its Taylor polynomial of degree 9,
 * whose error on that range is below 1e-11.
 */
final class Exponential {
    private static final double LOG2_E = 1.4426950408889634;
    private static final double LN_2 = 0.6931471805599453;
    /** Adding it rounds to an integer, which then lies in the low bits: 1.5 * 2^52. */
    private static final double ROUND = 6755399441055744.0;
    /** Beyond, a float exponential is 0 or infinite. */
    private static final double LIMIT = 110;
    /** Elements that are worked on at once, so that they stay in the nearest cache. */
    private static final int BLOCK = 1024;

    /** Beyond, a float tanh is 1. */
    private static final float TANH_RANGE = 7.90531110763549805f;

    private Exponential() {}

    /** exp(x). */
    static double exp(double x) {
        return Math.abs(x) < LIMIT ? inRange(x) : Math.exp(x);
    }

    private static double inRange(double x) {
        double shifted = x * LOG2_E + ROUND;
        double r = x - (shifted - ROUND) * LN_2;
        return Double.longBitsToDouble((Double.doubleToRawLongBits(shifted) + 1023) << 52) * polynomial(r);
    }

    private static double polynomial(double r) {
        double r2 = r * r;
        double low = 1 + r + r2 * (1.0 / 2 + r * (1.0 / 6));
        double middle = 1.0 / 24 + r * (1.0 / 120) + r2 * (1.0 / 720 + r * (1.0 / 5040));
        double high = 1.0 / 40320 + r * (1.0 / 362880);
        double r4 = r2 * r2;
        return low + r4 * (middle + r4 * high);
    }

    /**
     * tanh to a few units in the last place, by a rational function on the range outside of which it is 1 to float
     * accuracy (the coefficients are those of the Eigen library). In short blocks and two passes without branches, each
     * simple enough to become vector code.
     */
    static void tanh(float[] x, int xo, float[] y, int yo, int n) {
        for (int from = 0; from < n; from += BLOCK) {
            int size = Math.min(BLOCK, n - from);
            clamp(x, xo + from, y, yo + from, size);
            rational(y, yo + from, size);
        }
    }

    private static void clamp(float[] x, int xo, float[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = Math.min(Math.max(x[xo + i], -TANH_RANGE), TANH_RANGE);
        }
    }

    private static void rational(float[] y, int from, int n) {
        for (int i = from; i < from + n; i++) {
            y[i] = rational(y[i]);
        }
    }

    private static float rational(float x) {
        float x2 = x * x;
        float p = -2.76076847742355e-16f * x2 + 2.00018790482477e-13f;
        p = p * x2 - 8.60467152213735e-11f;
        p = p * x2 + 5.12229709037114e-08f;
        p = p * x2 + 1.48572235717979e-05f;
        p = p * x2 + 6.37261928875436e-04f;
        p = p * x2 + 4.89352455891786e-03f;
        float q = 1.19825839466702e-06f * x2 + 1.18534705686654e-04f;
        q = q * x2 + 2.26843463243900e-03f;
        q = q * x2 + 4.89352518554385e-03f;
        return x * p / q;
    }

    /** The logistic function. */
    static double sigmoid(double x) {
        return 1 / (1 + exp(-x));
    }
}
