package dev.adjoint.optim;

import java.util.Arrays;

/**
 * A learning rate by the number of epochs (or steps) done, from the initial one. The schedules here are PyTorch's, in
 * closed form: one row each.
 */
@FunctionalInterface
public interface Schedule {
    /** The learning rate after this many epochs. */
    double lr(double initial, int epoch);

    /** The initial rate. */
    static Schedule constant() {
        return (lr, epoch) -> lr;
    }

    /** The initial rate times factor for the first totalIters epochs, then the initial rate. */
    static Schedule constant(double factor, int totalIters) {
        Checks.require(factor >= 0 && factor <= 1, "Invalid factor: " + factor + ". It must be between 0 and 1.");
        return (lr, epoch) -> epoch < totalIters ? lr * factor : lr;
    }

    /** Times gamma every stepSize epochs. */
    static Schedule step(int stepSize, double gamma) {
        Checks.require(stepSize > 0, "Invalid step_size: " + stepSize + ". It must be above 0.");
        return (lr, epoch) -> lr * Math.pow(gamma, epoch / stepSize);
    }

    /** Times gamma at each milestone. */
    static Schedule multiStep(double gamma, int... milestones) {
        int[] at = milestones.clone();
        return (lr, epoch) ->
                lr * Math.pow(gamma, Arrays.stream(at).filter(m -> m <= epoch).count());
    }

    /** Times gamma every epoch. */
    static Schedule exponential(double gamma) {
        return (lr, epoch) -> lr * Math.pow(gamma, epoch);
    }

    /** A straight line from startFactor to endFactor in totalIters epochs. */
    static Schedule linear(double startFactor, double endFactor, int totalIters) {
        Checks.require(totalIters > 0, "Invalid total_iters: " + totalIters + ". It must be above 0.");
        Checks.require(
                startFactor > 0 && startFactor <= 1,
                "Invalid start_factor: " + startFactor + ". It must be above 0 and at most 1.");
        Checks.require(
                endFactor >= 0 && endFactor <= 1, "Invalid end_factor: " + endFactor + ". It must be between 0 and 1.");
        return (lr, epoch) -> lr * (startFactor + (endFactor - startFactor) * Math.min(epoch, totalIters) / totalIters);
    }

    /** Down to 0 in totalIters epochs, as a power of what remains. */
    static Schedule polynomial(int totalIters, double power) {
        Checks.require(totalIters > 0, "Invalid total_iters: " + totalIters + ". It must be above 0.");
        return (lr, epoch) -> lr * Math.pow(1 - (double) Math.min(epoch, totalIters) / totalIters, power);
    }

    /** A cosine from the initial rate down to etaMin in tMax epochs, and up again (Loshchilov and Hutter, 2016). */
    static Schedule cosineAnnealing(int tMax, double etaMin) {
        Checks.require(tMax > 0, "Invalid T_max: " + tMax + ". It must be above 0.");
        return (lr, epoch) -> etaMin + (lr - etaMin) * (1 + Math.cos(Math.PI * epoch / tMax)) / 2;
    }

    /** A cosine down to etaMin that starts again after t0 epochs, then after tMult times as many each time. */
    static Schedule cosineAnnealingWarmRestarts(int t0, int tMult, double etaMin) {
        Checks.require(t0 > 0, "Invalid T_0: " + t0 + ". It must be above 0.");
        Checks.require(tMult >= 1, "Invalid T_mult: " + tMult + ". It must be at least 1.");
        return (lr, epoch) -> {
            int length = t0;
            int since = epoch;
            while (since >= length) {
                since -= length;
                length *= tMult;
            }
            return etaMin + (lr - etaMin) * (1 + Math.cos(Math.PI * since / length)) / 2;
        };
    }

    /** The product of this schedule's factor and another one's. */
    default Schedule times(Schedule other) {
        return (lr, epoch) -> other.lr(lr(lr, epoch), epoch);
    }

    /** This schedule for the first epochs, then another one, which counts from there. */
    default Schedule until(int milestone, Schedule then) {
        return (lr, epoch) -> epoch < milestone ? lr(lr, epoch) : then.lr(lr, epoch - milestone);
    }
}
