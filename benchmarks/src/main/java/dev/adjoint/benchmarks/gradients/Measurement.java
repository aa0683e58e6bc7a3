package dev.adjoint.benchmarks.gradients;

import org.openjdk.jmh.results.RunResult;

/**
 * What one way to a gradient costs.
 *
 * @param minimum the smallest mean of a round, in nanoseconds for each call
 * @param median the median of the rounds
 * @param bytes allocated by each call
 */
record Measurement(double minimum, double median, double bytes) {
    /** The garbage collector's own profiler puts it beside the time. */
    private static final String ALLOCATION = "gc.alloc.rate.norm";

    /** Allocation of other threads, shared among all calls of a round, stays far below this. */
    private static final double NOISE = 1;

    static Measurement of(RunResult result) {
        double[] means = result.getBenchmarkResults().stream()
                .flatMap(b -> b.getIterationResults().stream())
                .mapToDouble(i -> i.getPrimaryResult().getScore())
                .sorted()
                .toArray();
        double bytes = result.getSecondaryResults().get(ALLOCATION).getScore();
        return new Measurement(means[0], means[means.length / 2], bytes < NOISE ? 0 : bytes);
    }
}
