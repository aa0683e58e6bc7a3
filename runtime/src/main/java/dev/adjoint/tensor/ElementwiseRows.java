package dev.adjoint.tensor;

import static dev.adjoint.tensor.BinaryOp.binary;
import static dev.adjoint.tensor.Op.A;
import static dev.adjoint.tensor.Op.B;
import static dev.adjoint.tensor.Op.NOTHING;
import static dev.adjoint.tensor.Op.Y;
import static dev.adjoint.tensor.Op.grad;
import static dev.adjoint.tensor.UnaryOp.unary;

import dev.adjoint.tensor.kernel.Arithmetic;
import dev.adjoint.tensor.kernel.Piecewise;
import dev.adjoint.tensor.kernel.Transcendental;

/** The table of arithmetic and elementary functions. Gradients: y is the result, g its gradient, p and q numbers. */
final class ElementwiseRows {
    private ElementwiseRows() {}

    static final BinaryOp ADD = binary(
            "add",
            "AddBackward0",
            Arithmetic.ADD,
            grad(NOTHING, (n, a, g) -> g),
            grad(NOTHING, (n, a, g) -> n.p == 1 ? g : g.mul(n.p)));
    static final BinaryOp SUB = binary(
            "sub",
            "SubBackward0",
            Arithmetic.SUB,
            grad(NOTHING, (n, a, g) -> g),
            grad(NOTHING, (n, a, g) -> n.p == 1 ? g.neg() : g.mul(-n.p)));
    static final BinaryOp MUL = binary(
            "mul",
            "MulBackward0",
            Arithmetic.MUL,
            grad(B, (n, a, g) -> g.mul(n.b())),
            grad(A, (n, a, g) -> g.mul(n.a())));
    static final BinaryOp DIV = binary(
            "div",
            "DivBackward0",
            Arithmetic.DIV,
            grad(B, (n, a, g) -> g.div(n.b())),
            grad(A | B, (n, a, g) -> g.neg().mul(n.a().div(n.b()).div(n.b()))));
    static final BinaryOp POW = binary(
                    "pow",
                    "PowBackward1",
                    Transcendental.POW,
                    grad(
                            A | B,
                            (n, a, g) ->
                                    g.mul(n.b().mul(n.a().pow(n.b().sub(1)))).maskedFill(n.b().eq(0), 0)),
                    grad(
                            A | B | Y,
                            (n, a, g) -> g.mul(n.y().mul(n.a().log()))
                                    .maskedFill(n.a().eq(0).logicalAnd(n.b().ge(0)), 0)))
            .kinks("x^0 has derivative 0 in x; 0^y has derivative 0 in y for y >= 0");

    static final UnaryOp ADD_SCALAR = unary("add", "AddBackward0", Arithmetic.ADD_SCALAR, NOTHING, (n, a, g) -> g);
    static final UnaryOp SUB_SCALAR = unary("sub", "SubBackward0", Arithmetic.ADD_SCALAR, NOTHING, (n, a, g) -> g);
    static final UnaryOp RSUB_SCALAR =
            unary("rsub", "RsubBackward1", Arithmetic.RSUB_SCALAR, NOTHING, (n, a, g) -> g.neg());
    static final UnaryOp MUL_SCALAR =
            unary("mul", "MulBackward0", Arithmetic.MUL_SCALAR, NOTHING, (n, a, g) -> g.mul(n.p));
    static final UnaryOp DIV_SCALAR =
            unary("div", "DivBackward0", Arithmetic.DIV_SCALAR, NOTHING, (n, a, g) -> g.div(n.p));
    static final UnaryOp POW_SCALAR = unary(
                    "pow",
                    "PowBackward0",
                    Transcendental.POW_SCALAR,
                    A,
                    (n, a, g) ->
                            n.p == 0 ? g.zerosLike() : g.mul(n.a().pow(n.p - 1).mul(n.p)))
            .kinks("x^0 has derivative 0");
    static final UnaryOp RPOW_SCALAR = unary(
            "rpow",
            "PowBackward1",
            Transcendental.RPOW_SCALAR,
            A | Y,
            (n, a, g) -> n.p == 0
                    ? g.mul(n.y().mul(Double.NEGATIVE_INFINITY)).maskedFill(n.a().ge(0), 0)
                    : g.mul(n.y().mul(Math.log(n.p))));

    static final UnaryOp NEG = unary("neg", "NegBackward0", Arithmetic.NEG, NOTHING, (n, a, g) -> g.neg());
    static final UnaryOp ABS = unary("abs", "AbsBackward0", Piecewise.ABS, A, (n, a, g) -> g.mul(n.a().sign()))
            .kinks("abs'(0) = 0");
    static final UnaryOp EXP = unary("exp", "ExpBackward0", Transcendental.EXP, Y, (n, a, g) -> g.mul(n.y()));
    static final UnaryOp LOG = unary("log", "LogBackward0", Transcendental.LOG, A, (n, a, g) -> g.div(n.a()));
    static final UnaryOp LOG1P =
            unary("log1p", "Log1PBackward0", Transcendental.LOG1P, A, (n, a, g) -> g.div(n.a().add(1)));
    static final UnaryOp EXPM1 =
            unary("expm1", "Expm1Backward0", Transcendental.EXPM1, Y, (n, a, g) -> g.mul(n.y().add(1)));
    static final UnaryOp SQRT = unary("sqrt", "SqrtBackward0", Transcendental.SQRT, Y, (n, a, g) -> g.div(n.y().mul(2)))
            .kinks("sqrt'(0) = infinity");
    static final UnaryOp RSQRT = unary(
            "rsqrt",
            "RsqrtBackward0",
            Transcendental.RSQRT,
            Y,
            (n, a, g) -> g.mul(-0.5).mul(n.y().pow(3)));
    static final UnaryOp SIN = unary("sin", "SinBackward0", Transcendental.SIN, A, (n, a, g) -> g.mul(n.a().cos()));
    static final UnaryOp COS = unary(
            "cos",
            "CosBackward0",
            Transcendental.COS,
            A,
            (n, a, g) -> g.mul(n.a().sin().neg()));
    static final UnaryOp TAN = unary(
            "tan",
            "TanBackward0",
            Transcendental.TAN,
            Y,
            (n, a, g) -> g.mul(n.y().square().add(1)));
    static final UnaryOp ASIN = unary(
            "asin",
            "AsinBackward0",
            Transcendental.ASIN,
            A,
            (n, a, g) -> g.mul(n.a().square().rsub(1).rsqrt()));
    static final UnaryOp ACOS = unary(
            "acos",
            "AcosBackward0",
            Transcendental.ACOS,
            A,
            (n, a, g) -> g.mul(n.a().square().rsub(1).rsqrt().neg()));
    static final UnaryOp ATAN = unary(
            "atan",
            "AtanBackward0",
            Transcendental.ATAN,
            A,
            (n, a, g) -> g.div(n.a().mul(n.a()).add(1)));
    static final UnaryOp SINH =
            unary("sinh", "SinhBackward0", Transcendental.SINH, A, (n, a, g) -> g.mul(n.a().cosh()));
    static final UnaryOp COSH =
            unary("cosh", "CoshBackward0", Transcendental.COSH, A, (n, a, g) -> g.mul(n.a().sinh()));
    static final UnaryOp ERF = unary(
            "erf",
            "ErfBackward0",
            Transcendental.ERF,
            A,
            (n, a, g) -> g.mul(n.a().square().neg().exp().mul(2 / Math.sqrt(Math.PI))));
    static final UnaryOp RECIPROCAL = unary(
            "reciprocal",
            "ReciprocalBackward0",
            Arithmetic.RECIPROCAL,
            Y,
            (n, a, g) -> g.neg().mul(n.y().square()));

    static final UnaryOp SIGN = unary("sign", "SignBackward0", Piecewise.SIGN, NOTHING, (n, a, g) -> g.zerosLike())
            .kinks("0 everywhere");
    static final UnaryOp FLOOR = unary("floor", "FloorBackward0", Piecewise.FLOOR, NOTHING, (n, a, g) -> g.zerosLike())
            .kinks("0 everywhere");
    static final UnaryOp CEIL = unary("ceil", "CeilBackward0", Piecewise.CEIL, NOTHING, (n, a, g) -> g.zerosLike())
            .kinks("0 everywhere");
    static final UnaryOp ROUND = unary("round", "RoundBackward0", Piecewise.ROUND, NOTHING, (n, a, g) -> g.zerosLike())
            .kinks("0 everywhere");
    static final UnaryOp CLAMP = unary(
                    "clamp",
                    "ClampBackward1",
                    Piecewise.CLAMP,
                    A,
                    (n, a, g) ->
                            g.maskedFill(n.a().ge(n.p).logicalAnd(n.a().le(n.q)).logicalNot(), 0))
            .kinks("1 at both limits");

    static final BinaryOp MAXIMUM = binary(
                    "maximum",
                    "MaximumBackward0",
                    Piecewise.MAXIMUM,
                    grad(A | B, (n, a, g) -> shareAtTie(g, n.a(), n.b()).maskedFill(n.a().lt(n.b()), 0)),
                    grad(A | B, (n, a, g) -> shareAtTie(g, n.a(), n.b()).maskedFill(n.b().lt(n.a()), 0)))
            .kinks("half to each operand at a tie");
    static final BinaryOp MINIMUM = binary(
                    "minimum",
                    "MinimumBackward0",
                    Piecewise.MINIMUM,
                    grad(A | B, (n, a, g) -> shareAtTie(g, n.a(), n.b()).maskedFill(n.a().gt(n.b()), 0)),
                    grad(A | B, (n, a, g) -> shareAtTie(g, n.a(), n.b()).maskedFill(n.b().gt(n.a()), 0)))
            .kinks("half to each operand at a tie");
    static final BinaryOp ATAN2 = binary(
                    "atan2",
                    "Atan2Backward0",
                    Transcendental.ATAN2,
                    grad(A | B, (n, a, g) -> g.mul(n.b().div(squaredRadius(n)))),
                    grad(A | B, (n, a, g) -> g.mul(n.a().neg().div(squaredRadius(n)))))
            .kinks("NaN at the origin, as in PyTorch");
    static final BinaryOp HYPOT = binary(
                    "hypot",
                    "HypotBackward0",
                    Transcendental.HYPOT,
                    grad(A | Y, (n, a, g) -> g.mul(n.a().div(n.y()))),
                    grad(B | Y, (n, a, g) -> g.mul(n.b().div(n.y()))))
            .kinks("NaN at the origin, as in PyTorch");

    private static Tensor shareAtTie(Tensor g, Tensor a, Tensor b) {
        return g.div(2).where(a.eq(b), g);
    }

    private static Tensor squaredRadius(Node n) {
        return n.a().square().add(n.b().square());
    }
}
