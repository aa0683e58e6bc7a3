package dev.adjoint.optim;

/**
 * What all optimisers can be told.
 *
 * @param <O> the options of one optimiser
 */
public abstract class Options<O extends Options<O>> {
    double lr;
    double weightDecay;
    boolean maximize;

    Options(double lr, double weightDecay) {
        this.lr = lr;
        this.weightDecay = weightDecay;
    }

    abstract O self();

    /** The learning rate, at least 0. */
    public O lr(double learningRate) {
        this.lr = learningRate;
        return self();
    }

    /** How much of each parameter is added to its gradient (or, in {@link AdamW}, taken from it); at least 0. */
    public O weightDecay(double decay) {
        this.weightDecay = decay;
        return self();
    }

    /** Whether to climb instead of to descend. */
    public O maximize(boolean climb) {
        this.maximize = climb;
        return self();
    }
}
