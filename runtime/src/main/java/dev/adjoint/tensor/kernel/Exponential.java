package dev.adjoint.tensor.kernel;

/**
 * Exponentials of floats, computed in double precision without branches or tables, so that they round correctly almost
 * always and cost a few nanoseconds: exp(x) = 2^k exp(r) with |r| at most ln(2)/2, and exp(r) by its Taylor polynomial
 * of degree 10, whose error on that range is below 3e-13.
 */
final class Exponential {
    private static final double LOG2_E = 1.4426950408889634;
    private static final double LN_2 = 0.6931471805599453;
    /** Adding it rounds to an integer, which then lies in the low bits: 1.5 * 2^52. */
    private static final double ROUND = 6755399441055744.0;

    private Exponential() {}

    /** exp(x), for arguments that a float exponential makes sense for; beyond, 0 and infinity. */
    static double exp(double x) {
        double clamped = Math.min(Math.max(x, -700), 700);
        double shifted = clamped * LOG2_E + ROUND;
        double r = clamped - (shifted - ROUND) * LN_2;
        double p = polynomial(r);
        return Double.longBitsToDouble((Double.doubleToRawLongBits(shifted) + 1023) << 52) * p;
    }

    private static double polynomial(double r) {
        double r2 = r * r;
        double low = 1 + r + r2 * (1.0 / 2 + r * (1.0 / 6));
        double middle = 1.0 / 24 + r * (1.0 / 120) + r2 * (1.0 / 720 + r * (1.0 / 5040));
        double high = 1.0 / 40320 + r * (1.0 / 362880) + r2 * (1.0 / 3628800);
        double r4 = r2 * r2;
        return low + r4 * (middle + r4 * high);
    }

    /** tanh(x) for float accuracy: by (e - 1) / (e + 1) with e = exp(2x), near zero by its series. */
    static double tanh(double x) {
        if (Math.abs(x) < 0.01) {
            double x2 = x * x;
            return x * (1 - x2 * (1.0 / 3 - x2 * (2.0 / 15)));
        }
        double e = exp(2 * Math.min(Math.max(x, -20), 20));
        return (e - 1) / (e + 1);
    }

    /** The logistic function. */
    static double sigmoid(double x) {
        return 1 / (1 + exp(-x));
    }
}
