package dev.adjoint.processor.corpus;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How strict the checks are.
 *
 * @param dotProduct forward against reverse mode, relative to the sum of the absolute terms
 * @param floor what is added to that sum, so that what cancels to nothing is not compared digit by digit
 * @param sameNumbers two generated methods for the same numbers, relative to the largest
 * @param differences a derivative against differences, relative to the largest
 * @param errors how many times the estimated error of the differences is allowed on top
 * @param skipped counts the comparisons left out because differences disagreed among themselves; absent: that is an error
 */
public record Demands(
        double dotProduct, double floor, double sameNumbers, double differences, double errors, AtomicInteger skipped) {

    /** For methods and inputs that a person chose. */
    static final Demands CORPUS = new Demands(
            Tolerances.DOT_PRODUCT, Double.MIN_NORMAL, Tolerances.SAME_NUMBERS, Tolerances.DIFFERENCES, 4, null);

    /** For random programs, which cancel more and may have a kink nearby. */
    public static Demands ofRandomPrograms() {
        return new Demands(
                Tolerances.RANDOM_DOT_PRODUCT,
                1,
                Tolerances.RANDOM_SAME,
                Tolerances.RANDOM_DIFFERENCES,
                100,
                new AtomicInteger());
    }

    /** Whether differences of that error say nothing, and that is all right. */
    boolean skips(boolean reliable) {
        if (reliable || skipped == null) {
            return false;
        }
        skipped.incrementAndGet();
        return true;
    }
}
