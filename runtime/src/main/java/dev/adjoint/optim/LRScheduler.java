package dev.adjoint.optim;

/**
 * Sets an optimiser's learning rate by a {@link Schedule}: at once for epoch 0, and at each {@link #step()} for the next
 * one.
 */
public final class LRScheduler {
    private final Optimizer optimizer;
    private final Schedule schedule;
    private final double initial;
    private int epoch;

    /** Starts a schedule from the optimiser's present learning rate. */
    public LRScheduler(Optimizer optimizer, Schedule schedule) {
        this.optimizer = optimizer;
        this.schedule = schedule;
        this.initial = optimizer.lr();
        optimizer.setLr(schedule.lr(initial, 0));
    }

    /** Ends an epoch. Call it after the optimiser's steps of that epoch. */
    public void step() {
        epoch++;
        optimizer.setLr(schedule.lr(initial, epoch));
    }

    /** How many epochs have ended. */
    public int lastEpoch() {
        return epoch;
    }

    /** The learning rate in force. */
    public double lastLr() {
        return optimizer.lr();
    }
}
