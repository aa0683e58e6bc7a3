package dev.adjoint.tensor.vectors;

import static dev.adjoint.tensor.vectors.OpTable.one;

import dev.adjoint.tensor.Functional;
import dev.adjoint.tensor.Tensor;
import dev.adjoint.tensor.vectors.OpTable.Call;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** Element-wise operations. */
final class ElementwiseCalls {
    private ElementwiseCalls() {}

    /** An operation with a number, as an integer or not. */
    @FunctionalInterface
    private interface WithNumber {
        Tensor run(Tensor x, double s);
    }

    /** An operation with an integer. */
    @FunctionalInterface
    private interface WithInteger {
        Tensor run(Tensor x, long s);
    }

    static void register(Map<String, Call> calls) {
        unary(calls);
        binary(calls);
        numbers(calls);
        calls.put("leaky_relu", one((in, a) -> Functional.leakyRelu(in.get(0), a.number("negative_slope", 0.01))));
        calls.put("elu", one((in, a) -> Functional.elu(in.get(0), a.number("alpha", 1))));
        calls.put(
                "gelu",
                one((in, a) -> a.text("approximate", "none").equals("tanh")
                        ? Functional.geluTanh(in.get(0))
                        : Functional.gelu(in.get(0))));
        calls.put(
                "softplus",
                one((in, a) -> Functional.softplus(in.get(0), a.number("beta", 1), a.number("threshold", 20))));
        calls.put("clamp", one((in, a) -> clamp(in.get(0), a)));
        calls.put("where", one((in, a) -> in.get(1).where(in.get(0), in.get(2))));
        calls.put("lerp", one((in, a) -> in.get(0).lerp(in.get(1), in.get(2))));
        calls.put("lerp_scalar", one((in, a) -> in.get(0).lerp(in.get(1), a.number("weight"))));
        calls.put("to", one((in, a) -> in.get(0).to(Json.dtype(a.text("dtype", "")))));
    }

    private static Tensor clamp(Tensor x, Args a) {
        boolean integers = (!a.has("min") || a.isInteger("min")) && (!a.has("max") || a.isInteger("max"));
        if (!integers) {
            return x.clamp(a.number("min", Double.NEGATIVE_INFINITY), a.number("max", Double.POSITIVE_INFINITY));
        }
        if (a.has("min") && a.has("max")) {
            return x.clamp(a.get("min").getAsLong(), a.get("max").getAsLong());
        }
        return a.has("min")
                ? x.clampMin(a.get("min").getAsLong())
                : x.clampMax(a.get("max").getAsLong());
    }

    private static void unary(Map<String, Call> calls, String name, UnaryOperator<Tensor> op) {
        calls.put(name, one((in, a) -> op.apply(in.get(0))));
    }

    private static void unary(Map<String, Call> calls) {
        unary(calls, "neg", Tensor::neg);
        unary(calls, "abs", Tensor::abs);
        unary(calls, "exp", Tensor::exp);
        unary(calls, "log", Tensor::log);
        unary(calls, "log1p", Tensor::log1p);
        unary(calls, "expm1", Tensor::expm1);
        unary(calls, "sqrt", Tensor::sqrt);
        unary(calls, "rsqrt", Tensor::rsqrt);
        unary(calls, "sin", Tensor::sin);
        unary(calls, "cos", Tensor::cos);
        unary(calls, "tan", Tensor::tan);
        unary(calls, "asin", Tensor::asin);
        unary(calls, "acos", Tensor::acos);
        unary(calls, "atan", Tensor::atan);
        unary(calls, "sinh", Tensor::sinh);
        unary(calls, "cosh", Tensor::cosh);
        unary(calls, "tanh", Tensor::tanh);
        unary(calls, "sigmoid", Tensor::sigmoid);
        unary(calls, "relu", Tensor::relu);
        unary(calls, "sign", Tensor::sign);
        unary(calls, "floor", Tensor::floor);
        unary(calls, "ceil", Tensor::ceil);
        unary(calls, "round", Tensor::round);
        unary(calls, "erf", Tensor::erf);
        unary(calls, "square", Tensor::square);
        unary(calls, "reciprocal", Tensor::reciprocal);
        unary(calls, "silu", Functional::silu);
    }

    private static void binary(Map<String, Call> calls, String name, BinaryOperator<Tensor> op) {
        calls.put(name, one((in, a) -> op.apply(in.get(0), in.get(1))));
    }

    private static void binary(Map<String, Call> calls) {
        calls.put("add", one((in, a) -> in.get(0).add(in.get(1), a.number("alpha", 1))));
        calls.put("sub", one((in, a) -> in.get(0).sub(in.get(1), a.number("alpha", 1))));
        binary(calls, "mul", Tensor::mul);
        binary(calls, "div", Tensor::div);
        binary(calls, "pow", Tensor::pow);
        binary(calls, "maximum", Tensor::maximum);
        binary(calls, "minimum", Tensor::minimum);
        binary(calls, "atan2", Tensor::atan2);
        binary(calls, "hypot", Tensor::hypot);
    }

    private static void number(Map<String, Call> calls, String name, WithNumber number, WithInteger integer) {
        calls.put(
                name,
                one((in, a) -> a.isInteger("s")
                        ? integer.run(in.get(0), a.get("s").getAsLong())
                        : number.run(in.get(0), a.number("s"))));
    }

    private static void numbers(Map<String, Call> calls) {
        number(calls, "add_scalar", Tensor::add, Tensor::add);
        number(calls, "sub_scalar", Tensor::sub, Tensor::sub);
        number(calls, "rsub_scalar", Tensor::rsub, Tensor::rsub);
        number(calls, "mul_scalar", Tensor::mul, Tensor::mul);
        number(calls, "div_scalar", Tensor::div, Tensor::div);
        number(calls, "rdiv_scalar", Tensor::rdiv, Tensor::rdiv);
        number(calls, "pow_scalar", Tensor::pow, Tensor::pow);
        number(calls, "rpow_scalar", Tensor::rpow, Tensor::rpow);
    }
}
