package dev.adjoint.tensor;

import static dev.adjoint.tensor.BinaryOp.binary;
import static dev.adjoint.tensor.Op.A;
import static dev.adjoint.tensor.Op.B;
import static dev.adjoint.tensor.Op.grad;
import static dev.adjoint.tensor.Op.none;

import dev.adjoint.tensor.IndexRows.Places;
import dev.adjoint.tensor.kernel.BinaryKernel;
import org.jspecify.annotations.Nullable;

/** The table of losses that are one step of the graph. */
final class LossRows {
    /** The smallest logarithm that a binary cross-entropy uses, so that a certain miss costs 100 and not infinity. */
    private static final double LOG_FLOOR = -100;

    /** The smallest p (1 - p) that a slope is divided by; PyTorch holds it in a float. */
    private static final double SLOPE_LIMIT = 1e-12f;

    private LossRows() {}

    /** A loss of elements: the reduction, and the width of the quadratic part of a smooth one. */
    record Pointwise(Reduction reduction, double beta) {}

    /** The chosen log-probabilities, and what each is multiplied by: minus the sample's share in the loss. */
    record Chosen(Places places, Tensor factors, Reduction reduction) {}

    /** Weights of elements, and of positive ones; null for none. */
    record Binary(@Nullable Tensor weight, @Nullable Tensor positive, Reduction reduction) {}

    static final Op<Pointwise> MSE = Op.<Pointwise>row(
            "mseLoss",
            "MseLossBackward0",
            (a, in) -> a.reduction
                    .apply(in[0].detach().sub(in[1].detach()).square())
                    .detach(),
            grad(
                    A | B,
                    (n, a, g) -> difference(n).mul(spread(n, a.reduction, g)).mul(2)),
            grad(
                    A | B,
                    (n, a, g) -> difference(n).mul(spread(n, a.reduction, g)).mul(-2)));
    static final BinaryOp SMOOTH = binary(
            "smooth",
            "SmoothL1LossBackward0",
            BinaryKernel.of((x, t, beta) -> {
                double d = Math.abs(x - t);
                return d < beta ? 0.5 * d * d / beta : d - 0.5 * beta;
            }),
            none(),
            none());
    static final Op<Pointwise> SMOOTH_L1 = Op.<Pointwise>row(
                    "smoothL1Loss",
                    "SmoothL1LossBackward0",
                    (a, in) -> a.reduction
                            .apply(SMOOTH.apply(in[0].detach(), in[1].detach(), a.beta))
                            .detach(),
                    grad(A | B, (n, a, g) -> smoothSlope(difference(n), a.beta).mul(spread(n, a.reduction, g))),
                    grad(
                            A | B,
                            (n, a, g) -> smoothSlope(n.b().sub(n.a()), a.beta).mul(spread(n, a.reduction, g))))
            .kinks(
                    "the linear part's slopes where the parts meet; -1 for both operands where beta is 0 and they are equal, as in PyTorch");
    static final Op<Chosen> NLL = Op.<Chosen>row(
            "nllLoss",
            "NllLossBackward0",
            (a, in) -> negativeLogLikelihood(a, in[0].detach()),
            grad(Op.NOTHING, (n, a, g) -> IndexRows.PUT.apply(a.places, a.factors.mul(g))));
    static final Op<Chosen> NLL_2D = NLL.named("NllLoss2DBackward0");
    static final Op<Binary> BCE = Op.<Binary>row(
                    "binaryCrossEntropy",
                    "BinaryCrossEntropyBackward0",
                    (a, in) -> a.reduction
                            .apply(weighted(a.weight, crossEntropy(in[0].detach(), in[1].detach())))
                            .detach(),
                    grad(
                            A | B,
                            (n, a, g) -> weighted(a.weight, crossEntropySlope(n.a(), n.b()))
                                    .mul(spread(n, a.reduction, g))),
                    grad(
                            A | B,
                            (n, a, g) -> weighted(a.weight, n.a().rsub(1).log().sub(n.a().log()))
                                    .mul(spread(n, a.reduction, g))))
            .kinks("at 0 and 1 the slope is limited by 1e12");
    static final Op<Binary> BCE_LOGITS = Op.<Binary>row(
            "binaryCrossEntropyWithLogits",
            "BinaryCrossEntropyWithLogitsBackward0",
            (a, in) -> a.reduction
                    .apply(weighted(a.weight, logitLoss(in[0].detach(), in[1].detach(), a.positive)))
                    .detach(),
            grad(
                    A | B,
                    (n, a, g) -> weighted(a.weight, logitSlope(n.a(), n.b(), a.positive))
                            .mul(spread(n, a.reduction, g))),
            grad(
                    A | B,
                    (n, a, g) ->
                            weighted(a.weight, targetSlope(n.a(), a.positive)).mul(spread(n, a.reduction, g))));
    /** {@code a log b}, 0 where a is 0. */
    static final BinaryOp XLOGY = binary(
                    "xlogy",
                    "XlogyBackward0",
                    BinaryKernel.of((x, y, p) -> Double.isNaN(y) ? Double.NaN : x == 0 ? 0 : x * Math.log(y)),
                    grad(
                            A | B,
                            (n, a, g) ->
                                    g.mul(n.b().log().maskedFill(n.a().eq(0).logicalAnd(n.b().le(0)), 0))),
                    grad(A | B, (n, a, g) -> g.mul(n.a()).div(n.b())))
            .kinks("0 in a where both are 0");

    private static Tensor difference(Node n) {
        return n.a().sub(n.b());
    }

    private static Tensor spread(Node n, Reduction r, Tensor g) {
        int count = Shape.numel("loss", Shape.broadcast("loss", n.a().shape, n.b().shape));
        return r.spread(g, count);
    }

    private static Tensor smoothSlope(Tensor d, double beta) {
        Tensor side = d.zerosLike().add(1).where(d.gt(0), d.zerosLike().sub(1));
        return beta == 0
                ? side.maskedFill(d.ne(d), Double.NaN)
                : side.where(d.abs().ge(beta), d.div(beta));
    }

    private static Tensor negativeLogLikelihood(Chosen a, Tensor logp) {
        Tensor losses = IndexRows.TAKE.apply(a.places, logp).mul(a.factors);
        if (a.reduction == Reduction.MEAN && losses.numel == 0) {
            return Tensor.full(logp.dtype, Double.NaN);
        }
        return (a.reduction == Reduction.NONE ? losses : losses.sum()).detach();
    }

    static Tensor weighted(@Nullable Tensor weight, Tensor losses) {
        return weight == null ? losses : losses.mul(weight);
    }

    private static Tensor crossEntropy(Tensor p, Tensor t) {
        Tensor yes = t.mul(p.log().clampMin(LOG_FLOOR));
        Tensor no = t.rsub(1).mul(p.rsub(1).log().clampMin(LOG_FLOOR));
        return yes.add(no).neg();
    }

    private static Tensor crossEntropySlope(Tensor p, Tensor t) {
        return p.sub(t).div(p.rsub(1).mul(p).clampMin(SLOPE_LIMIT));
    }

    /** (1 - t) x + w log(1 + exp(-x)) with w = 1 + (positive - 1) t, in a form that does not overflow. */
    private static Tensor logitLoss(Tensor x, Tensor t, @Nullable Tensor positive) {
        Tensor softplus = x.abs().neg().exp().log1p().add(x.neg().clampMin(0));
        Tensor w = positive == null
                ? softplus
                : softplus.mul(positive.sub(1).mul(t).add(1));
        return t.rsub(1).mul(x).add(w);
    }

    private static Tensor logitSlope(Tensor x, Tensor t, @Nullable Tensor positive) {
        if (positive == null) {
            return x.sigmoid().sub(t);
        }
        Tensor yes = t.mul(positive);
        return yes.add(1).sub(t).mul(x.sigmoid()).sub(yes);
    }

    private static Tensor targetSlope(Tensor x, @Nullable Tensor positive) {
        if (positive == null) {
            return x.neg();
        }
        return Functional.logSigmoid(x.neg()).sub(Functional.logSigmoid(x).mul(positive));
    }
}
