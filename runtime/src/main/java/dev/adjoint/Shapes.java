package dev.adjoint;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

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

    /**
     * Demands that the rows of an array, at any depth, are arrays of their own: neither one of them twice, nor one that is
     * another argument or a row of it. The derivative of a method that writes into its arguments works on copies, and what
     * is written through one name would not be seen through the other.
     *
     * @param name what the array is called in the message
     * @param array the array that the caller handed over
     * @param others the other arrays of numbers that the caller handed over
     * @throws IllegalArgumentException if an array is met twice; the message names its place
     */
    public static void requireSeparateRows(String name, Object[] array, Object... others) {
        Set<Object> arguments = Collections.newSetFromMap(new IdentityHashMap<>());
        arguments.add(array);
        Collections.addAll(arguments, others);
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        seen.addAll(arguments);
        for (Object argument : arguments) {
            if (argument instanceof Object[] rows) {
                requireUnseen(argument == array ? name : "another argument", rows, seen);
            }
        }
    }

    /**
     * Demands that what belongs to two arguments is one array if these are one. A method without a result that writes into
     * an array under two names leaves one content, with one adjoint or tangent.
     *
     * @param name what the first argument is called in the message
     * @param array the first argument
     * @param givenName what its adjoint or tangent is called in the message
     * @param given its adjoint or tangent
     * @param other what the second argument is called in the message
     * @param otherArray the second argument
     * @param otherGivenName what its adjoint or tangent is called in the message
     * @param otherGiven its adjoint or tangent
     * @throws IllegalArgumentException if the arguments are one array and what belongs to them is not
     */
    public static void requireShared(
            String name,
            Object array,
            String givenName,
            Object given,
            String other,
            Object otherArray,
            String otherGivenName,
            Object otherGiven) {
        if (array == otherArray && given != otherGiven) {
            throw new IllegalArgumentException(
                    other + " and " + name + " are the same array, into which the method writes;"
                            + " hand over one array for both " + otherGivenName + " and " + givenName);
        }
    }

    private static void requireUnseen(String name, Object[] array, Set<Object> seen) {
        for (int i = 0; i < array.length; i++) {
            Object row = array[i];
            if (row != null && !seen.add(row)) {
                throw new IllegalArgumentException("row " + i + " of " + name
                        + " is the same array as another row or argument; the method writes into its arguments, and its"
                        + " derivative needs separate arrays: hand over a copy of the row");
            }
            if (row instanceof Object[] rows) {
                requireUnseen(name + "[" + i + "]", rows, seen);
            }
        }
    }

    private static void requireSame(String name, int given, String other, int expected) {
        if (given != expected) {
            throw new IllegalArgumentException(
                    name + " has length " + given + ", but " + other + " has length " + expected);
        }
    }
}
