package dev.adjoint.check.model;

import java.util.List;

/**
 * A parameter of an annotated method.
 *
 * @param name its name in the source
 * @param wrt whether the derivatives are by it
 * @param domain the values to draw from
 */
public record Parameter(String name, boolean wrt, Domain domain) {

    /**
     * Values to draw from.
     *
     * @param declared whether {@code @Domain} stands on the parameter
     * @param min the smallest value
     * @param max the largest value
     * @param size lengths of the dimensions of an array; empty: the default
     */
    public record Domain(boolean declared, double min, double max, List<Integer> size) {
        /** What is drawn from where the source says nothing. */
        public static final Domain DEFAULT = new Domain(false, -2, 2, List.of());

        /** The length of dimension {@code depth} of an array. */
        public int length(int depth, int otherwise) {
            if (size.isEmpty()) {
                return otherwise;
            }
            return size.get(Math.min(depth, size.size() - 1));
        }
    }
}
