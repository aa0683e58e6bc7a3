package dev.adjoint.tensor;

import dev.adjoint.tensor.IndexRows.Places;
import dev.adjoint.tensor.kernel.Convert;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Losses, as in PyTorch's {@code torch.nn.functional}. */
public final class Losses {
    private Losses() {}

    /** The squared difference. */
    public static Tensor mseLoss(Tensor x, Tensor target, Reduction reduction) {
        reduction.requireCommon("mseLoss");
        requireFloating("mseLoss", x, target);
        return LossRows.MSE.apply(new LossRows.Pointwise(reduction, 0), promoted(x, target), promoted(target, x));
    }

    /** The absolute difference. */
    public static Tensor l1Loss(Tensor x, Tensor target, Reduction reduction) {
        reduction.requireCommon("l1Loss");
        return reduction.apply(x.sub(target).abs());
    }

    /** The difference, squared where it is below beta, else absolute. */
    public static Tensor smoothL1Loss(Tensor x, Tensor target, Reduction reduction, double beta) {
        if (beta < 0) {
            throw new IllegalArgumentException("smoothL1Loss(): does not support negative values for beta: " + beta);
        }
        reduction.requireCommon("smoothL1Loss");
        requireFloating("smoothL1Loss", x, target);
        return LossRows.SMOOTH_L1.apply(
                new LossRows.Pointwise(reduction, beta), promoted(x, target), promoted(target, x));
    }

    private static void requireFloating(String op, Tensor x, Tensor target) {
        if (!target.dtype.isFloating()) {
            Errors.requireFloating(op, x);
        }
    }

    private static Tensor promoted(Tensor x, Tensor other) {
        return x.to(DType.promote(x.dtype, other.dtype));
    }

    /** The cross-entropy of the softmax of x, of shape (classes), (n, classes) or (n, classes, ...), mean. */
    public static Tensor crossEntropy(Tensor x, Tensor target) {
        return crossEntropy(x, target, null, Reduction.MEAN, 0, -100);
    }

    /**
     * The cross-entropy of the softmax of x.
     *
     * @param x scores of shape (classes), (n, classes) or (n, classes, ...)
     * @param target the true classes as integers, without the class dimension; or probabilities of x's shape
     * @param weight a weight for each class, or null
     * @param labelSmoothing how much of the target is spread equally over all classes
     * @param ignoreIndex targets of this class count nothing
     */
    public static Tensor crossEntropy(
            Tensor x,
            Tensor target,
            @Nullable Tensor weight,
            Reduction reduction,
            double labelSmoothing,
            int ignoreIndex) {
        reduction.requireCommon("crossEntropy");
        int dim = x.shape.length == 1 ? 0 : 1;
        if (!(labelSmoothing >= 0 && labelSmoothing <= 1)) {
            throw new IllegalArgumentException(
                    "crossEntropy(): label_smoothing must be between 0.0 and 1.0. Got: " + labelSmoothing);
        }
        Tensor logp = x.logSoftmax(dim);
        if (target.dtype.isFloating()) {
            requireProbabilities(x, target);
            requireCount("crossEntropy", x, weight, dim);
            return SoftTargets.loss(logp, target, weight, reduction, labelSmoothing, dim);
        }
        Tensor nll = nllLoss(logp, target, weight, reduction, ignoreIndex);
        return labelSmoothing == 0
                ? nll
                : nll.mul(1 - labelSmoothing)
                        .add(SoftTargets.uniform(logp, target, weight, reduction, ignoreIndex, dim)
                                .mul(labelSmoothing / x.size(dim)));
    }

    /** Minus the log-probability of the true class; arguments as for the cross-entropy. */
    public static Tensor nllLoss(
            Tensor logp, Tensor target, @Nullable Tensor weight, Reduction reduction, int ignoreIndex) {
        reduction.requireCommon("nllLoss");
        int dim = logp.shape.length == 1 ? 0 : 1;
        requireTarget(logp, target, dim);
        Errors.requireFloating("nllLoss", logp);
        requireWeights(logp, weight, dim);
        long[] classes = target.toLongArray();
        Places places = chosen(logp, target, classes, dim, ignoreIndex);
        Tensor factors = factors(logp.dtype, places, classes, weight, reduction == Reduction.MEAN);
        Op<LossRows.Chosen> row = logp.shape.length > 2 ? LossRows.NLL_2D : LossRows.NLL;
        return row.apply(new LossRows.Chosen(places, factors, reduction), logp);
    }

    /** Minus the weight of each sample's class, 0 for ignored ones; for a mean divided by the sum of the weights. */
    private static Tensor factors(DType type, Places places, long[] classes, @Nullable Tensor weight, boolean mean) {
        double[] factors = new double[classes.length];
        double[] weights = weight == null ? new double[0] : weight.toDoubleArray();
        double total = 0;
        for (int i = 0; i < factors.length; i++) {
            double w = places.map()[i] < 0 ? 0 : weight == null ? 1 : weights[(int) classes[i]];
            factors[i] = -w;
            total += w;
        }
        for (int i = 0; i < factors.length && mean; i++) {
            factors[i] /= total;
        }
        Tensor t = Tensor.empty(type, places.shape());
        Convert.fromDoubles(factors, t.storage.array, factors.length);
        return t;
    }

    private static void requireTarget(Tensor x, Tensor target, int dim) {
        if (target.dtype != DType.INT64) {
            throw new IllegalArgumentException(
                    "nllLoss(): expected scalar type Long but found " + target.dtype.scalarName());
        }
        if (x.shape.length == 0) {
            throw new IllegalArgumentException("nllLoss(): input tensor should be 1D or 2D, but has no dimensions");
        }
        int[] expected = ViewRows.without(x.shape, dim);
        if (target.shape.length > 0 && expected.length > 0 && target.shape[0] != expected[0]) {
            throw new IllegalArgumentException("nllLoss(): Expected input batch_size (" + expected[0]
                    + ") to match target batch_size (" + target.shape[0] + "). The shapes are "
                    + Arrays.toString(x.shape) + " and " + Arrays.toString(target.shape));
        }
        if (!Arrays.equals(expected, target.shape)) {
            throw new IllegalArgumentException("nllLoss(): Expected target size " + Arrays.toString(expected) + ", got "
                    + Arrays.toString(target.shape) + " for input of shape " + Arrays.toString(x.shape));
        }
    }

    private static void requireProbabilities(Tensor x, Tensor target) {
        if (!Arrays.equals(x.shape, target.shape)) {
            throw new IllegalArgumentException("crossEntropy(): expected a target of integers, or of probabilities for"
                    + " each class, but got one of type " + target.dtype.scalarName() + " and shape "
                    + Arrays.toString(target.shape) + " for input of shape " + Arrays.toString(x.shape));
        }
    }

    private static void requireWeights(Tensor x, @Nullable Tensor weight, int dim) {
        if (weight != null) {
            Errors.requireSameType("nllLoss", x, weight);
            Errors.requireConstant("nllLoss", "weight", weight);
        }
        requireCount("nllLoss", x, weight, dim);
    }

    private static void requireCount(String op, Tensor x, @Nullable Tensor weight, int dim) {
        if (weight != null && (weight.shape.length != 1 || weight.numel != x.shape[dim])) {
            throw new IllegalArgumentException(op + "(): weight tensor should be defined either for all "
                    + x.shape[dim] + " classes or no classes but got weight tensor of shape: "
                    + Arrays.toString(weight.shape));
        }
    }

    /** Where in x the true classes' elements are; -1 for ignored targets. */
    private static Places chosen(Tensor x, Tensor target, long[] classes, int dim, int ignoreIndex) {
        int count = x.shape[dim];
        int inner = 1;
        for (int d = dim + 1; d < x.shape.length; d++) {
            inner *= x.shape[d];
        }
        int[] map = new int[classes.length];
        for (int i = 0; i < map.length; i++) {
            if (classes[i] != ignoreIndex && (classes[i] < 0 || classes[i] >= count)) {
                throw new IndexOutOfBoundsException(
                        "nllLoss(): Target " + classes[i] + " is out of bounds for " + count + " classes.");
            }
            map[i] = classes[i] == ignoreIndex ? -1 : (i / inner * count + (int) classes[i]) * inner + i % inner;
        }
        return new Places(map, target.shape, x.shape);
    }

    /** The cross-entropy of probabilities p of true; a weight for each element, or null. */
    public static Tensor binaryCrossEntropy(Tensor p, Tensor target, @Nullable Tensor weight, Reduction reduction) {
        reduction.requireCommon("binaryCrossEntropy");
        Errors.requireFloating("binaryCrossEntropy", p);
        Errors.requireSameType("binaryCrossEntropy", p, target);
        requireSameShape("binaryCrossEntropy", p, target);
        requireFactor("binaryCrossEntropy", "weight", p, weight);
        for (double v : p.detach().toDoubleArray()) {
            if (!(v >= 0 && v <= 1)) {
                throw new IllegalArgumentException(
                        "binaryCrossEntropy(): all elements of input should be between 0 and 1, but one is " + v);
            }
        }
        return LossRows.BCE.apply(new LossRows.Binary(weight, null, reduction), p, target);
    }

    /**
     * The cross-entropy of the logistic function of x, without overflow.
     *
     * @param weight a weight for each element, or null
     * @param positive a weight for true elements, broadcast, or null
     */
    public static Tensor binaryCrossEntropyWithLogits(
            Tensor x, Tensor target, @Nullable Tensor weight, @Nullable Tensor positive, Reduction reduction) {
        reduction.requireCommon("binaryCrossEntropyWithLogits");
        Errors.requireFloating("binaryCrossEntropyWithLogits", x);
        Errors.requireFloating("binaryCrossEntropyWithLogits", target);
        requireSameShape("binaryCrossEntropyWithLogits", x, target);
        requireFactor("binaryCrossEntropyWithLogits", "weight", x, weight);
        requireFactor("binaryCrossEntropyWithLogits", "pos_weight", x, positive);
        return LossRows.BCE_LOGITS.apply(new LossRows.Binary(weight, positive, reduction), x, target);
    }

    /** Weights of elements are constants that fit the elements. */
    private static void requireFactor(String op, String name, Tensor x, @Nullable Tensor factor) {
        Errors.requireConstant(op, name, factor);
        if (factor != null && !Arrays.equals(x.shape, Shape.broadcast(op, x.shape, factor.shape))) {
            throw new IllegalArgumentException(op + "(): output with shape " + Arrays.toString(x.shape)
                    + " doesn't match the broadcast shape of " + name + ", " + Arrays.toString(factor.shape));
        }
    }

    private static void requireSameShape(String op, Tensor x, Tensor target) {
        if (!Arrays.equals(x.shape, target.shape)) {
            throw new IllegalArgumentException(op + "(): Using a target size (" + Arrays.toString(target.shape)
                    + ") that is different to the input size (" + Arrays.toString(x.shape)
                    + ") is deprecated. Please ensure they have the same size.");
        }
    }

    /** The Kullback-Leibler divergence of log-probabilities from a target of probabilities or their logarithms. */
    public static Tensor klDiv(Tensor logp, Tensor target, Reduction reduction, boolean logTarget) {
        Errors.requireFloating("klDiv", logp);
        Errors.requireFloating("klDiv", target);
        Tensor losses = logTarget
                ? target.exp().mul(target.sub(logp))
                : LossRows.XLOGY.apply(target, target).sub(target.mul(logp));
        return reduction == Reduction.BATCHMEAN
                ? losses.sum().div(logp.shape.length == 0 ? 1 : logp.shape[0])
                : reduction.apply(losses);
    }
}
