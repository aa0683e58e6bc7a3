package dev.adjoint.optim;

/**
 * Lowers the learning rate when a metric has stopped to fall: times factor after more than patience epochs without an
 * improvement by the relative threshold. PyTorch's {@code ReduceLROnPlateau} in mode {@code min}.
 */
public final class ReduceLROnPlateau {
    /** A smaller change of the rate is not made. */
    private static final double EPS = 1e-8;

    private final Optimizer optimizer;
    private final double factor;
    private final int patience;
    private final double threshold;
    private final double minLr;
    private double best = Double.POSITIVE_INFINITY;
    private int badEpochs;

    /** Times 0.1 after more than 10 epochs without an improvement by a factor of 1e-4. */
    public ReduceLROnPlateau(Optimizer optimizer) {
        this(optimizer, 0.1, 10, 1e-4, 0);
    }

    /**
     * With these arguments.
     *
     * @param factor what the rate is multiplied with, below 1
     * @param patience how many epochs without improvement are accepted
     * @param threshold how much, relative to the best so far, is an improvement
     * @param minLr what the rate does not go below
     */
    public ReduceLROnPlateau(Optimizer optimizer, double factor, int patience, double threshold, double minLr) {
        Checks.require(factor < 1 && factor >= 0, "Factor should be < 1.0 and at least 0, but is " + factor);
        this.optimizer = optimizer;
        this.factor = factor;
        this.patience = patience;
        this.threshold = Checks.atLeastZero("threshold", threshold);
        this.minLr = Checks.atLeastZero("min_lr", minLr);
    }

    /** Ends an epoch that reached this value of the metric. A NaN is no improvement. */
    public void step(double metric) {
        if (metric < best * (1 - threshold)) {
            best = metric;
            badEpochs = 0;
        } else {
            badEpochs++;
        }
        if (badEpochs > patience) {
            lower();
            badEpochs = 0;
        }
    }

    private void lower() {
        double lowered = Math.max(optimizer.lr() * factor, minLr);
        if (optimizer.lr() - lowered > EPS) {
            optimizer.setLr(lowered);
        }
    }
}
