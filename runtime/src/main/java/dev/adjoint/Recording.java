package dev.adjoint;

import java.util.Arrays;

/**
 * Recordings of unknown length, for generated code: values that the reverse sweep of a loop needs, when nobody knows
 * beforehand how often the loop runs. Each method returns the array itself while the index is within it, and else a copy
 * that is twice as long (or as long as the index needs). The old array is not to be used afterwards.
 */
public final class Recording {
    private Recording() {}

    private static int length(int length, int index) {
        return Math.max(index + 1, (int) Math.min(2L * length, Integer.MAX_VALUE - 8));
    }

    /**
     * Makes room for an element.
     *
     * @param a the array so far
     * @param index where an element is to be written, not negative
     * @return an array with the elements of {@code a} and an element {@code index}
     */
    public static double[] ensure(double[] a, int index) {
        return index < a.length ? a : Arrays.copyOf(a, length(a.length, index));
    }

    /**
     * Makes room for an element.
     *
     * @param a the array so far
     * @param index where an element is to be written, not negative
     * @return an array with the elements of {@code a} and an element {@code index}
     */
    public static float[] ensure(float[] a, int index) {
        return index < a.length ? a : Arrays.copyOf(a, length(a.length, index));
    }

    /**
     * Makes room for an element.
     *
     * @param a the array so far
     * @param index where an element is to be written, not negative
     * @return an array with the elements of {@code a} and an element {@code index}
     */
    public static long[] ensure(long[] a, int index) {
        return index < a.length ? a : Arrays.copyOf(a, length(a.length, index));
    }

    /**
     * Makes room for an element.
     *
     * @param a the array so far
     * @param index where an element is to be written, not negative
     * @return an array with the elements of {@code a} and an element {@code index}
     */
    public static int[] ensure(int[] a, int index) {
        return index < a.length ? a : Arrays.copyOf(a, length(a.length, index));
    }

    /**
     * Makes room for an element.
     *
     * @param a the array so far
     * @param index where an element is to be written, not negative
     * @return an array with the elements of {@code a} and an element {@code index}
     */
    public static short[] ensure(short[] a, int index) {
        return index < a.length ? a : Arrays.copyOf(a, length(a.length, index));
    }

    /**
     * Makes room for an element.
     *
     * @param a the array so far
     * @param index where an element is to be written, not negative
     * @return an array with the elements of {@code a} and an element {@code index}
     */
    public static byte[] ensure(byte[] a, int index) {
        return index < a.length ? a : Arrays.copyOf(a, length(a.length, index));
    }

    /**
     * Makes room for an element.
     *
     * @param a the array so far
     * @param index where an element is to be written, not negative
     * @return an array with the elements of {@code a} and an element {@code index}
     */
    public static char[] ensure(char[] a, int index) {
        return index < a.length ? a : Arrays.copyOf(a, length(a.length, index));
    }

    /**
     * Makes room for an element.
     *
     * @param a the array so far
     * @param index where an element is to be written, not negative
     * @return an array with the elements of {@code a} and an element {@code index}
     */
    public static boolean[] ensure(boolean[] a, int index) {
        return index < a.length ? a : Arrays.copyOf(a, length(a.length, index));
    }

    /**
     * Makes room for an element.
     *
     * @param a the array so far
     * @param index where an element is to be written, not negative
     * @param <T> the type of the elements, which may be arrays
     * @return an array with the elements of {@code a} and an element {@code index}
     */
    public static <T> T[] ensure(T[] a, int index) {
        return index < a.length ? a : Arrays.copyOf(a, length(a.length, index));
    }
}
