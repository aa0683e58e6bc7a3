package dev.adjoint.nn;

import dev.adjoint.tensor.Losses;
import dev.adjoint.tensor.Reduction;
import dev.adjoint.tensor.Tensor;

/**
 * How far a result is from its target: a number to make small. One row each, with PyTorch's defaults and the mean over
 * all elements or samples; {@link Losses} has them with all arguments.
 */
@FunctionalInterface
public interface Loss {
    /** The loss of a result. */
    Tensor of(Tensor x, Tensor target);

    /** The mean squared difference. */
    static Loss mse() {
        return (x, target) -> Losses.mseLoss(x, target, Reduction.MEAN);
    }

    /** The mean absolute difference. */
    static Loss l1() {
        return (x, target) -> Losses.l1Loss(x, target, Reduction.MEAN);
    }

    /** Squared below a difference of beta (PyTorch's default is 1), absolute above. */
    static Loss smoothL1(double beta) {
        return (x, target) -> Losses.smoothL1Loss(x, target, Reduction.MEAN, beta);
    }

    /** Cross-entropy of the softmax of scores of shape (n, classes), with the true classes as integers of shape (n). */
    static Loss crossEntropy() {
        return Losses::crossEntropy;
    }

    /** Minus the log-probability of the true class, from log-probabilities of shape (n, classes). */
    static Loss nll() {
        return (x, target) -> Losses.nllLoss(x, target, null, Reduction.MEAN, -100);
    }

    /** Binary cross-entropy of probabilities. */
    static Loss bce() {
        return (x, target) -> Losses.binaryCrossEntropy(x, target, null, Reduction.MEAN);
    }

    /** Binary cross-entropy of the logistic function of x, without overflow. */
    static Loss bceWithLogits() {
        return (x, target) -> Losses.binaryCrossEntropyWithLogits(x, target, null, null, Reduction.MEAN);
    }

    /** Kullback-Leibler divergence of log-probabilities from probabilities; as in PyTorch the mean over all elements. */
    static Loss klDiv() {
        return (x, target) -> Losses.klDiv(x, target, Reduction.MEAN, false);
    }
}
