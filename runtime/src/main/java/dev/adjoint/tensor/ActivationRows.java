package dev.adjoint.tensor;

import static dev.adjoint.tensor.BinaryOp.binary;
import static dev.adjoint.tensor.Op.A;
import static dev.adjoint.tensor.Op.B;
import static dev.adjoint.tensor.Op.NOTHING;
import static dev.adjoint.tensor.Op.Y;
import static dev.adjoint.tensor.Op.grad;
import static dev.adjoint.tensor.UnaryOp.unary;

import dev.adjoint.tensor.kernel.Piecewise;
import dev.adjoint.tensor.kernel.Transcendental;
import dev.adjoint.tensor.kernel.UnaryKernel;

/**
 * The table of activation functions. Those that sit in every training step have their gradient as an operation of its
 * own, computed in one pass.
 */
final class ActivationRows {
    private static final double SQRT_HALF = Math.sqrt(0.5);
    private static final double SQRT_2_OVER_PI = Math.sqrt(2 / Math.PI);
    /** The cubic coefficient of gelu's approximation by tanh (Hendrycks and Gimpel, 2016). */
    private static final double GELU_CUBIC = 0.044715;

    private ActivationRows() {}

    static final BinaryOp TANH_BACKWARD = binary(
            "tanhBackward",
            "TanhBackwardBackward0",
            Piecewise.TANH_BACKWARD,
            grad(B, (n, a, g) -> g.mul(n.b().square().rsub(1))),
            grad(A | B, (n, a, g) -> g.mul(n.a()).mul(n.b()).mul(-2)));
    static final BinaryOp SIGMOID_BACKWARD = binary(
            "sigmoidBackward",
            "SigmoidBackwardBackward0",
            Piecewise.SIGMOID_BACKWARD,
            grad(B, (n, a, g) -> g.mul(n.b().mul(n.b().rsub(1)))),
            grad(A | B, (n, a, g) -> g.mul(n.a()).mul(n.b().mul(-2).add(1))));
    static final BinaryOp THRESHOLD_BACKWARD = binary(
            "thresholdBackward",
            "ThresholdBackwardBackward0",
            Piecewise.THRESHOLD_BACKWARD,
            grad(B, (n, a, g) -> thresholdBackward(g, n.b())),
            grad(NOTHING, (n, a, g) -> g.zerosLike()));

    static final UnaryOp TANH =
            unary("tanh", "TanhBackward0", Transcendental.TANH, Y, (n, a, g) -> TANH_BACKWARD.apply(g, n.y()));
    static final UnaryOp SIGMOID = unary(
            "sigmoid", "SigmoidBackward0", Transcendental.SIGMOID, Y, (n, a, g) -> SIGMOID_BACKWARD.apply(g, n.y()));
    static final UnaryOp RELU = unary(
                    "relu", "ReluBackward0", Piecewise.RELU, Y, (n, a, g) -> thresholdBackward(g, n.y()))
            .kinks("relu'(0) = 0");
    static final UnaryOp LEAKY_RELU = unary(
                    "leakyRelu",
                    "LeakyReluBackward0",
                    Piecewise.LEAKY_RELU,
                    A,
                    (n, a, g) -> g.where(n.a().gt(0), g.mul(n.p)))
            .ofFloats()
            .kinks("the slope's side at 0");
    static final UnaryOp ELU = unary(
                    "elu",
                    "EluBackward0",
                    Piecewise.ELU,
                    A,
                    (n, a, g) -> g.mul(below(n.a(), 0).exp().mul(n.p)).where(n.a().le(0), g))
            .ofFloats()
            .kinks("alpha at 0; the second derivative there is 0");
    static final UnaryOp GELU = unary(
                    "gelu",
                    "GeluBackward0",
                    UnaryKernel.of((x, p, q) -> 0.5 * x * (1 + Transcendental.erf(x * SQRT_HALF))),
                    A,
                    (n, a, g) -> g.mul(geluSlope(n.a())))
            .ofFloats();
    static final UnaryOp GELU_TANH = unary(
                    "gelu",
                    "GeluBackward0",
                    UnaryKernel.of(
                            (x, p, q) -> 0.5 * x * (1 + Math.tanh(SQRT_2_OVER_PI * (x + GELU_CUBIC * x * x * x)))),
                    A,
                    (n, a, g) -> g.mul(geluTanhSlope(n.a())))
            .ofFloats();
    static final UnaryOp SILU = unary(
                    "silu",
                    "SiluBackward0",
                    UnaryKernel.of((x, p, q) -> x / (1 + Math.exp(-x))),
                    A,
                    (n, a, g) -> g.mul(siluSlope(n.a())))
            .ofFloats();
    static final UnaryOp SOFTPLUS = unary(
                    "softplus",
                    "SoftplusBackward0",
                    Piecewise.SOFTPLUS,
                    A,
                    (n, a, g) -> softplusBackward(g, n.a().mul(n.p), n.q))
            .ofFloats()
            .kinks("1 above the threshold; at it the second derivative is 0");

    /** g where y is above 0, else 0. */
    private static Tensor thresholdBackward(Tensor g, Tensor y) {
        return THRESHOLD_BACKWARD.apply(g, y);
    }

    /** x where it is below a limit, else the limit, with no derivative there. */
    private static Tensor below(Tensor x, double limit) {
        return x.maskedFill(x.ge(limit), limit);
    }

    private static Tensor softplusBackward(Tensor g, Tensor x, double threshold) {
        return g.where(x.gt(threshold), g.mul(below(x, threshold).sigmoid()));
    }

    /** The normal distribution function plus x times its density. */
    private static Tensor geluSlope(Tensor x) {
        Tensor distribution = x.mul(SQRT_HALF).erf().add(1).mul(0.5);
        Tensor density = x.square().mul(-0.5).exp().mul(1 / Math.sqrt(2 * Math.PI));
        return distribution.add(x.mul(density));
    }

    private static Tensor geluTanhSlope(Tensor x) {
        Tensor t = x.add(x.pow(3).mul(GELU_CUBIC)).mul(SQRT_2_OVER_PI).tanh();
        Tensor inner = x.square().mul(3 * GELU_CUBIC).add(1).mul(SQRT_2_OVER_PI);
        return t.add(1).mul(0.5).add(x.mul(0.5).mul(t.square().rsub(1)).mul(inner));
    }

    /** s (1 + x (1 - s)) with the logistic function s. */
    private static Tensor siluSlope(Tensor x) {
        Tensor s = x.sigmoid();
        return s.mul(x.mul(s.rsub(1)).add(1));
    }
}
