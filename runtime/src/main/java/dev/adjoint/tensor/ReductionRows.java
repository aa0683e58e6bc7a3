package dev.adjoint.tensor;

import static dev.adjoint.tensor.Op.A;
import static dev.adjoint.tensor.Op.B;
import static dev.adjoint.tensor.Op.NOTHING;
import static dev.adjoint.tensor.Op.Y;
import static dev.adjoint.tensor.Op.grad;

import dev.adjoint.tensor.Reduce.Dims;
import dev.adjoint.tensor.kernel.Rows;
import org.jspecify.annotations.Nullable;

/** The table of reductions and of maps along a dimension. */
final class ReductionRows {
    private ReductionRows() {}

    /** A reduction with the number that is subtracted from the count: 1 for the unbiased variance. */
    record Spread(Dims dims, int correction) {}

    /** A norm of order p. */
    record Norm(Dims dims, double p) {}

    /** A choice of one element along a dimension, by index. */
    record Chosen(int dim, boolean keepdim, Tensor index) {}

    static final Op<Dims> SUM = Op.<Dims>row(
            "sum",
            "SumBackward0",
            (a, in) -> Reduce.sum(in[0], a, in[0].dtype.isFloating() ? in[0].dtype : DType.INT64),
            grad(NOTHING, (n, a, g) -> a.unreduce(g)));
    static final Op<Dims> SUM_DIM = SUM.named("SumBackward1");
    static final Op<Dims> MEAN = Op.<Dims>row(
            "mean", "MeanBackward0", ReductionRows::mean, grad(NOTHING, (n, a, g) -> a.unreduce(g.div(a.count()))));
    static final Op<Dims> MEAN_DIM = MEAN.named("MeanBackward1");
    static final Op<Dims> PROD = Op.<Dims>row(
                    "prod",
                    "ProdBackward0",
                    (a, in) -> Products.forward(in[0], a),
                    grad(A | Y, (n, a, g) -> Products.gradient(n.a(), n.y(), g, a)))
            .kinks("the product of the other elements, also where one is 0");
    static final Op<Dims> PROD_DIM = PROD.named("ProdBackward1");
    static final Op<Dims> AMAX = Op.<Dims>row(
                    "amax",
                    "AmaxBackward0",
                    (a, in) -> Extremes.value("amax", in[0], a, true),
                    grad(A | Y, (n, a, g) -> Extremes.share(n.a(), n.y(), g, a)))
            .kinks("equal shares to all elements that are the largest");
    static final Op<Dims> AMIN = Op.<Dims>row(
                    "amin",
                    "AminBackward0",
                    (a, in) -> Extremes.value("amin", in[0], a, false),
                    grad(A | Y, (n, a, g) -> Extremes.share(n.a(), n.y(), g, a)))
            .kinks("equal shares to all elements that are the smallest");
    static final Op<Dims> MAX = Op.<Dims>row(
                    "max",
                    "MaxBackward1",
                    (a, in) -> Extremes.value("max", in[0], a, true),
                    grad(A | Y, (n, a, g) -> Extremes.shareAmongNaNs(n.a(), n.y(), g, a)))
            .kinks("equal shares to all elements that are the largest");
    static final Op<Dims> MIN = Op.<Dims>row(
                    "min",
                    "MinBackward1",
                    (a, in) -> Extremes.value("min", in[0], a, false),
                    grad(A | Y, (n, a, g) -> Extremes.shareAmongNaNs(n.a(), n.y(), g, a)))
            .kinks("equal shares to all elements that are the smallest");
    static final Op<Chosen> MAX_DIM = Op.<Chosen>row(
                    "max",
                    "MaxBackward0",
                    (a, in) -> Extremes.chosen(in[0].detach(), a),
                    grad(A, (n, a, g) -> Extremes.toChosen(n.a(), g, a)))
            .kinks("all to the first of the largest elements");
    static final Op<Chosen> MIN_DIM = MAX_DIM.named("MinBackward0").kinks("all to the first of the smallest elements");
    static final Op<Spread> VAR = Op.<Spread>row(
            "var",
            "VarBackward0",
            (a, in) -> Reduce.run(in[0], a.dims, (x, at, n) -> Rows.variance(x, at, n, a.correction), in[0].dtype),
            grad(A, (n, a, g) -> varianceGradient(n.a(), g, a)));
    static final Op<Spread> STD = Op.<Spread>row(
                    "std",
                    "StdBackward0",
                    (a, in) -> Reduce.run(
                            in[0], a.dims, (x, at, n) -> Math.sqrt(Rows.variance(x, at, n, a.correction)), in[0].dtype),
                    grad(
                            A | Y,
                            (n, a, g) ->
                                    varianceGradient(n.a(), g.div(n.y().mul(2)).maskedFill(n.y().eq(0), 0), a)))
            .kinks("0 where the deviation is 0");
    static final Op<Norm> NORM = Op.<Norm>row(
                    "norm",
                    "NormBackward1",
                    (a, in) -> Reduce.run(in[0], a.dims, (x, at, n) -> Rows.norm(x, at, n, a.p), in[0].dtype),
                    grad(A | Y, (n, a, g) -> normGradient(n.a(), n.y(), g, a)))
            .kinks("0 where the norm is 0; the infinity norms share equally");
    static final Op<Dims> LOGSUMEXP = Op.<Dims>row(
            "logsumexp",
            "LogsumexpBackward0",
            (a, in) -> Reduce.run(in[0], a, Rows::logSumExp, in[0].dtype),
            grad(A | Y, (n, a, g) -> a.unreduce(g).mul(n.a().sub(a.keep(n.y())).exp())));
    static final Op<Integer> CUMSUM = Op.<Integer>row(
            "cumsum",
            "CumsumBackward0",
            (dim, in) -> Extremes.cumsum(in[0], dim),
            grad(
                    NOTHING,
                    (n, dim, g) ->
                            n.shape.length == 0 ? g : g.flip(dim).cumsum(dim).flip(dim)));
    static final Op<Integer> SOFTMAX = Op.<Integer>row(
            "softmax",
            "SoftmaxBackward0",
            (dim, in) -> Reduce.map(in[0], dim, Rows::softmax),
            grad(Y, (n, dim, g) -> ReductionRows.SOFTMAX_BACKWARD.apply(dim, g, n.y())));
    static final Op<Integer> LOG_SOFTMAX = Op.<Integer>row(
            "logSoftmax",
            "LogSoftmaxBackward0",
            (dim, in) -> Reduce.map(in[0], dim, Rows::logSoftmax),
            grad(Y, (n, dim, g) -> ReductionRows.LOG_SOFTMAX_BACKWARD.apply(dim, g, n.y())));
    /** y (g - sum(g y)). */
    static final Op<Integer> SOFTMAX_BACKWARD = Op.<Integer>row(
            "softmaxBackward",
            "SoftmaxBackwardBackward0",
            (dim, in) -> Reduce.map(in[0], in[1], dim, Rows::softmaxBackward),
            grad(B, (n, dim, g) -> ReductionRows.SOFTMAX_BACKWARD.apply(dim, g, n.b())),
            grad(A | B, (n, dim, g) -> softmaxBackwardByResult(n, dim, g)));
    /** g - exp(y) sum(g). */
    static final Op<Integer> LOG_SOFTMAX_BACKWARD = Op.<Integer>row(
            "logSoftmaxBackward",
            "LogSoftmaxBackwardBackward0",
            (dim, in) -> Reduce.map(in[0], in[1], dim, Rows::logSoftmaxBackward),
            grad(B, (n, dim, g) -> g.sub(g.mul(n.b().exp()).sum(dim, true))),
            grad(
                    A | B,
                    (n, dim, g) -> g.mul(n.b().exp()).mul(n.a().sum(dim, true)).neg()));

    /** The derivative of y (a - sum(a y)) in y, applied to g. */
    private static Tensor softmaxBackwardByResult(Node n, int dim, Tensor g) {
        Tensor inner = n.a().sub(n.a().mul(n.b()).sum(dim, true));
        return g.mul(inner).sub(n.a().mul(g.mul(n.b()).sum(dim, true)));
    }

    private static Tensor mean(Dims a, Tensor[] in) {
        if (!in[0].dtype.isFloating()) {
            throw new IllegalArgumentException("mean(): could not infer output dtype. Input dtype must be a floating"
                    + " point dtype. Got: " + in[0].dtype.scalarName());
        }
        return Reduce.sum(in[0], a, in[0].dtype).div(a.count());
    }

    /** 2 (x - mean) / (n - correction), times the incoming gradient. */
    private static Tensor varianceGradient(Tensor x, Tensor g, Spread a) {
        Tensor mean = a.dims.keep(x.mean(a.dims.dims(), true));
        double divisor = Math.max(a.dims.count() - a.correction, 0);
        return a.dims.unreduce(g).mul(x.sub(mean)).mul(2 / divisor);
    }

    private static @Nullable Tensor normGradient(Tensor x, Tensor norm, Tensor g, Norm a) {
        double p = a.p;
        if (p == 0) {
            return null;
        }
        Tensor gradient = a.dims.unreduce(g);
        if (p == 1) {
            return x.sign().mul(gradient);
        }
        Tensor y = a.dims.keep(norm);
        if (Double.isInfinite(p)) {
            Tensor hit = Extremes.equalOrNaN(x.abs(), y).to(x.dtype);
            return x.sign().mul(hit.mul(a.dims.keep(g).div(hit.sum(a.dims.dims(), true))));
        }
        if (p == 2) {
            return x.mul(a.dims.keep(g).div(y).maskedFill(y.eq(0), 0));
        }
        Tensor scale = a.dims.keep(g).mul(y.pow(1 - p)).maskedFill(y.eq(0), 0);
        Tensor power = p < 2
                ? x.sign().mul(x.abs().pow(p - 1)).maskedFill(x.eq(0), 0)
                : x.mul(x.abs().pow(p - 2));
        return power.mul(scale);
    }
}
