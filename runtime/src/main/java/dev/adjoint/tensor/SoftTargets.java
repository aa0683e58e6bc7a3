package dev.adjoint.tensor;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Cross-entropies with targets that are not one class: probabilities, and smoothed labels. */
final class SoftTargets {
    private SoftTargets() {}

    /** Minus the log-probabilities weighted by the target's probabilities; a mean is over all but the classes. */
    static Tensor loss(
            Tensor logp, Tensor given, @Nullable Tensor weight, Reduction reduction, double smoothing, int dim) {
        int classes = logp.size(dim);
        Tensor target = smoothing == 0 ? given : given.mul(1 - smoothing).add(smoothing / classes);
        Tensor losses = byClass(logp.mul(target), weight, dim)
                .sum(new int[] {dim}, false)
                .neg();
        if (reduction != Reduction.MEAN) {
            return reduction.apply(losses);
        }
        return losses.sum().div((double) logp.numel / classes);
    }

    /** The loss of a target that is spread equally over the classes, times their number. */
    static Tensor uniform(
            Tensor logp, Tensor target, @Nullable Tensor weight, Reduction reduction, int ignoreIndex, int dim) {
        Tensor ignored = target.eq(ignoreIndex);
        Tensor losses =
                byClass(logp, weight, dim).sum(new int[] {dim}, false).neg().maskedFill(ignored, 0);
        if (reduction != Reduction.MEAN) {
            return reduction.apply(losses);
        }
        Tensor classes = target.maskedFill(ignored, 0).flatten();
        Tensor each = weight == null ? Tensor.ones(logp.dtype, classes.shape) : weight.indexSelect(0, classes);
        Tensor counted = each.maskedFill(ignored.flatten(), 0);
        return losses.sum().div(counted.sum());
    }

    private static Tensor byClass(Tensor x, @Nullable Tensor weight, int dim) {
        if (weight == null) {
            return x;
        }
        int[] shape = new int[x.shape.length];
        Arrays.fill(shape, 1);
        shape[dim] = weight.numel;
        return x.mul(weight.view(shape));
    }
}
