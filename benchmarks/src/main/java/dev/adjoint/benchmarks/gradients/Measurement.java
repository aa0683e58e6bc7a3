package dev.adjoint.benchmarks.gradients;

import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/**
 * What one way to a gradient costs.
 *
 * @param minimum the smallest time of a call, in nanoseconds; of brief ones the smallest mean of a round
 * @param median the median of these
 * @param bytes allocated by each call
 */
record Measurement(double minimum, double median, double bytes) {
    /** The garbage collector's own profiler puts it beside the time. */
    private static final String ALLOCATION = "gc.alloc.rate.norm";

    /** What the measuring itself allocates in a round, at most. */
    private static final double OWN_BYTES = 16_384;

    /** Takes times from one run, and bytes from another in which fewer things are kept beside. */
    static Measurement of(RunResult timed, RunResult counted) {
        Statistics times = timed.getPrimaryResult().getStatistics();
        double bytes = counted.getAggregatedResult().getIterationResults().stream()
                .mapToDouble(Measurement::bytes)
                .min()
                .orElseThrow();
        return new Measurement(times.getMin(), times.getPercentile(50), bytes);
    }

    private static double bytes(IterationResult round) {
        double mean = round.getSecondaryResults().get(ALLOCATION).getScore();
        return mean * round.getMetadata().getMeasuredOps() < OWN_BYTES ? 0 : mean;
    }
}
