package dev.adjoint;

/** Functions with a meaning to the differentiator. At run time they do nothing but return their argument. */
public final class Adjoint {
    private Adjoint() {}

    /**
     * Stops the derivative: the result is {@code x}, with derivative 0.
     *
     * @param x any number
     * @return {@code x}
     */
    public static double constant(double x) {
        return x;
    }

    /**
     * Stops the derivative: the result is {@code x}, with derivative 0.
     *
     * @param x any number
     * @return {@code x}
     */
    public static float constant(float x) {
        return x;
    }

    /**
     * Stops the derivative: what is read through the result has derivative 0.
     *
     * @param <T> an array type
     * @param x an array of {@code double} or {@code float} of any rank
     * @return {@code x} itself
     */
    public static <T> T constant(T x) {
        return x;
    }
}
