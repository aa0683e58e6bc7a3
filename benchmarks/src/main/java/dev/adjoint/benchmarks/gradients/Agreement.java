package dev.adjoint.benchmarks.gradients;

/** What is wrong is not measured. */
final class Agreement {
    /** Two derivations of the same function differ by rounding only, in sums of up to a million terms. */
    static final double EXACT = 1e-10;

    private Agreement() {}

    /** Demands equality up to {@code tolerance} times the largest entry. */
    static void require(String what, double[] expected, double[] actual, double tolerance) {
        if (expected.length != actual.length) {
            throw new IllegalStateException(
                    what + " has " + actual.length + " entries where " + expected.length + " are expected");
        }
        double scale = 0;
        for (double e : expected) {
            scale = Math.max(scale, Math.abs(e));
        }
        for (int i = 0; i < expected.length; i++) {
            if (!(Math.abs(expected[i] - actual[i]) <= tolerance * scale)) {
                throw new IllegalStateException(what + " has " + actual[i] + " at " + i + " where " + expected[i]
                        + " is expected; the largest entry is " + scale);
            }
        }
    }

    static void require(String what, double expected, double actual) {
        require(what, new double[] {expected}, new double[] {actual}, EXACT);
    }
}
