package dev.adjoint;

/** Checks of array shapes, called by generated derivatives on the arrays that a caller hands to them. */
public final class Shapes {
    private Shapes() {}

    /**
     * Demands that two arrays have the same length.
     *
     * @param name what the first array is called in the message
     * @param given the array that the caller handed over
     * @param other what the second array is called in the message
     * @param expected the array that has the right length
     * @throws IllegalArgumentException if the lengths differ; the message names both
     */
    public static void requireSame(String name, double[] given, String other, double[] expected) {
        requireSame(name, given.length, other, expected.length);
    }

    /**
     * Demands that two arrays have the same length.
     *
     * @param name what the first array is called in the message
     * @param given the array that the caller handed over
     * @param other what the second array is called in the message
     * @param expected the array that has the right length
     * @throws IllegalArgumentException if the lengths differ; the message names both
     */
    public static void requireSame(String name, float[] given, String other, float[] expected) {
        requireSame(name, given.length, other, expected.length);
    }

    /**
     * Demands that two arrays have the same length, and so have their rows, at any depth.
     *
     * @param name what the first array is called in the message
     * @param given the array that the caller handed over
     * @param other what the second array is called in the message
     * @param expected the array that has the right shape
     * @throws IllegalArgumentException if lengths differ; the message names both
     */
    public static void requireSame(String name, Object[] given, String other, Object[] expected) {
        requireSame(name, given.length, other, expected.length);
        for (int i = 0; i < given.length; i++) {
            String at = "[" + i + "]";
            if (given[i] instanceof double[] row && expected[i] instanceof double[] like) {
                requireSame(name + at, row, other + at, like);
            } else if (given[i] instanceof float[] row && expected[i] instanceof float[] like) {
                requireSame(name + at, row, other + at, like);
            } else if (given[i] instanceof Object[] row && expected[i] instanceof Object[] like) {
                requireSame(name + at, row, other + at, like);
            }
        }
    }

    /**
     * Demands that an array has a certain length.
     *
     * @param name what the array is called in the message
     * @param given the array that the caller handed over
     * @param expected the right length
     * @throws IllegalArgumentException if the length differs; the message names both
     */
    public static void requireLength(String name, double[] given, int expected) {
        if (given.length != expected) {
            throw new IllegalArgumentException(
                    name + " has length " + given.length + ", but " + expected + " is needed");
        }
    }

    /**
     * Demands that an array has a certain length.
     *
     * @param name what the array is called in the message
     * @param given the array that the caller handed over
     * @param expected the right length
     * @throws IllegalArgumentException if the length differs; the message names both
     */
    public static void requireLength(String name, float[] given, int expected) {
        if (given.length != expected) {
            throw new IllegalArgumentException(
                    name + " has length " + given.length + ", but " + expected + " is needed");
        }
    }

    private static void requireSame(String name, int given, String other, int expected) {
        if (given != expected) {
            throw new IllegalArgumentException(
                    name + " has length " + given + ", but " + other + " has length " + expected);
        }
    }
}
