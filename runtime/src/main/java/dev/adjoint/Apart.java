package dev.adjoint;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Checks that arrays are different arrays, called by generated derivatives around methods that have rules: a rule speaks
 * of each argument and of the result by itself, which is wrong where two of them are the same array.
 */
public final class Apart {
    private Apart() {}

    /**
     * Demands that no array is there twice, as an argument or as a row of one, at any depth.
     *
     * @param method what the method is called in the message
     * @param arguments arrays that the method writes into, or reads at the same time
     * @throws IllegalArgumentException if two are the same array
     */
    public static void require(String method, Object... arguments) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Object argument : arguments) {
            if (!addAll(argument, seen)) {
                throw new IllegalArgumentException(method
                        + " is given the same array twice; the rule for its derivative holds for different arrays");
            }
        }
    }

    /**
     * Demands that a result shares no array with the arguments, and has none twice.
     *
     * @param method what the method is called in the message
     * @param result what the method has returned
     * @param arguments arrays that it was given
     * @throws IllegalStateException if an array of the result is an argument, a row of one, or there twice
     */
    public static void requireNew(String method, Object result, Object... arguments) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        boolean apart = addAll(result, seen);
        for (Object argument : arguments) {
            apart &= !sharesAny(argument, seen);
        }
        if (!apart) {
            throw new IllegalStateException(
                    method + " has returned an array that is not new; the rule for its derivative holds for a new one");
        }
    }

    /** Adds the array and its rows; gives whether all of them were missing. */
    private static boolean addAll(Object array, Set<Object> seen) {
        boolean apart = array == null || seen.add(array);
        if (array instanceof Object[] rows) {
            for (Object row : rows) {
                apart &= addAll(row, seen);
            }
        }
        return apart;
    }

    private static boolean sharesAny(Object array, Set<Object> seen) {
        boolean shares = array != null && seen.contains(array);
        if (array instanceof Object[] rows) {
            for (Object row : rows) {
                shares |= sharesAny(row, seen);
            }
        }
        return shares;
    }
}
