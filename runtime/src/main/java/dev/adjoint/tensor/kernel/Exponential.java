package dev.adjoint.tensor.kernel;

/**
 * Exponentials of floats and their relatives, to two units in the last place. Each is divided into passes over a block
 * of elements that are simple enough for C2 to make vector code of them, and one that is not.
 *
 * <p>{@code exp(x) = 2^k exp(r)} with an integer k and |r| at most ln(2)/2. The polynomial of exp(r) is that of the
 * Cephes library (S. L. Moshier, expf); it is computed in floats, and scaled in double precision, so that results
 * below the normal floats are rounded once.
 */
final class Exponential {
    private static final float LOG2_E = 1.44269504f;
    /** ln(2) in two parts, the first of which has so few digits that its product with k is exact. */
    private static final float LN_2_HIGH = 0.693359375f;

    private static final float LN_2_LOW = -2.12194440e-4f;
    /** Adding it rounds to an integer, which then lies in the low bits: 1.5 * 2^23. */
    private static final float ROUND = 12582912f;

    private static final int ROUND_BITS = Float.floatToRawIntBits(ROUND);
    /** Beyond, a float exponential is infinite. */
    private static final float LARGEST = 89;
    /** Below, a float exponential is 0. */
    private static final float SMALLEST = -104.5f;
    /** Beyond, a float tanh is 1; the rational function is fitted up to here. */
    private static final float TANH_RANGE = 9.44f;
    /** Elements that are worked on at once, so that they stay in the nearest cache. */
    private static final int BLOCK = 1024;

    private Exponential() {}

    /** A loop over part of two arrays. */
    @FunctionalInterface
    private interface Pass {
        void run(float[] x, float[] y, int from, int to);
    }

    /** Runs two passes block by block; the second one finds in y what the first one made, and in x the operand. */
    private static void twice(Pass first, Pass second, float[] operand, float[] y, int from, int to) {
        float[] x = operand == y ? copy(operand, from, to) : operand;
        for (int at = from; at < to; at += BLOCK) {
            int end = Math.min(at + BLOCK, to);
            first.run(x, y, at, end);
            second.run(x, y, at, end);
        }
    }

    /** A copy with every element at its place. */
    private static float[] copy(float[] x, int from, int to) {
        float[] copy = new float[to];
        System.arraycopy(x, from, copy, from, to - from);
        return copy;
    }

    /** exp(x). */
    static void exp(float[] x, float[] y, int from, int to) {
        twice(Exponential::remainders, Exponential::scale, x, y, from, to);
    }

    /** The logistic function, 1 / (1 + exp(-x)). */
    static void sigmoid(float[] x, float[] y, int from, int to) {
        twice(Exponential::negatedRemainders, Exponential::logistic, x, y, from, to);
    }

    private static void remainders(float[] x, float[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] = expOfRemainder(x[i]);
        }
    }

    private static void negatedRemainders(float[] x, float[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] = expOfRemainder(-x[i]);
        }
    }

    /** exp(r), where x = k ln(2) + r. */
    private static float expOfRemainder(float x) {
        float k = (x * LOG2_E + ROUND) - ROUND;
        float r = x - k * LN_2_HIGH - k * LN_2_LOW;
        float p = 1.9875691500E-4f * r + 1.3981999507E-3f;
        p = p * r + 8.3334519073E-3f;
        p = p * r + 4.1665795894E-2f;
        p = p * r + 1.6666665459E-1f;
        p = p * r + 5.0000001201E-1f;
        return p * (r * r) + r + 1;
    }

    private static void scale(float[] x, float[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            float v = x[i];
            y[i] = v > LARGEST ? Float.POSITIVE_INFINITY : v < SMALLEST ? 0 : (float) (y[i] * powerOfTwo(v));
        }
    }

    private static void logistic(float[] x, float[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            float v = -x[i];
            y[i] = v > -SMALLEST ? 0 : v < SMALLEST ? 1 : (float) (1 / (1 + y[i] * powerOfTwo(v)));
        }
    }

    /** 2^k, where x = k ln(2) + r. */
    private static double powerOfTwo(float x) {
        int k = Float.floatToRawIntBits(x * LOG2_E + ROUND) - ROUND_BITS;
        return Double.longBitsToDouble((long) (k + Double.MAX_EXPONENT) << 52);
    }

    /**
     * The hyperbolic tangent. With {@code u = 2 tanh(x / 2)} it is {@code u - u u^2 / (4 + u^2)}, which forgives errors
     * of u where it is large; u is a rational function.
     */
    static void tanh(float[] x, float[] y, int from, int to) {
        for (int at = from; at < to; at += BLOCK) {
            int end = Math.min(at + BLOCK, to);
            clamp(x, y, at, end);
            tanhInRange(y, at, end);
        }
    }

    private static void clamp(float[] x, float[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] = Math.min(Math.max(x[i], -TANH_RANGE), TANH_RANGE);
        }
    }

    private static void tanhInRange(float[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] = tanhInRange(y[i]);
        }
    }

    /** Adding 0 turns the correction of -0 from -0 to 0, so that -0 stays -0. */
    private static float tanhInRange(float x) {
        float s = x * x;
        float numerator = (2.7921105356654152e-06f * s + 0.0012507144128903747f) * s + 0.0833333358168602f;
        float denominator = (2.8860511065431638e-06f * s + 0.0014153193915262818f) * s + 0.11500855535268784f;
        float u = x - (x * s * numerator / (denominator * s + 1) + 0f);
        float v = u * u;
        return u - (u * v / (4 + v) + 0f);
    }
}
