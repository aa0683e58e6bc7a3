package dev.adjoint.check.model;

import java.util.List;

/**
 * What the check of one derivative found.
 *
 * @param derivative which one
 * @param status how it ended
 * @param inputs what was drawn from, with the sizes of arrays
 * @param tally how many inputs went which way, and the worst of what was measured
 * @param findings why it did not pass
 * @param notes what is worth knowing although it is no failure, kinks above all
 * @param seconds how long it took
 */
public record Outcome(
        Derivative derivative,
        Status status,
        String inputs,
        Tally tally,
        List<Finding> findings,
        List<String> notes,
        double seconds) {

    /**
     * Counts and worst cases.
     *
     * @param agreed inputs at which everything agrees
     * @param kinks inputs at a kink, where the derivatives from the left and the right differ
     * @param outside inputs outside of the method's domain: it throws or gives NaN
     * @param unresolved inputs at which finite differences are too inaccurate to decide
     * @param difference the largest relative distance from finite differences
     * @param dot the largest relative distance of forward from reverse mode; NaN if there is only one of them
     * @param order the smallest order of the Taylor remainder, 2 for a right derivative; NaN if it always vanishes
     * @param symmetry the largest relative asymmetry of the Hessian; NaN if there is none
     */
    public record Tally(
            int agreed,
            int kinks,
            int outside,
            int unresolved,
            double difference,
            double dot,
            double order,
            double symmetry) {
        /** Nothing was reached. */
        public static final Tally NONE = new Tally(0, 0, 0, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
}
