package dev.adjoint.tensor;

import dev.adjoint.tensor.kernel.Convert;
import dev.adjoint.tensor.kernel.UnaryKernel;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/** Turns functions with derivatives into steps of the graph. */
final class Bridge {
    private Bridge() {}

    static Tensor map(Tensor x, ScalarFunction f) {
        return UnaryOp.unary(
                        "map",
                        "MapBackward0",
                        UnaryKernel.of((v, p, q) -> f.value(v)),
                        Op.A,
                        (n, a, g) -> g.mul(slope(n.a(), f)))
                .apply(x);
    }

    private static Tensor slope(Tensor x, ScalarFunction f) {
        return UnaryOp.unary(
                        "mapDerivative",
                        "MapBackwardBackward0",
                        UnaryKernel.of((v, p, q) -> f.derivative(v)),
                        Op.A,
                        (n, a, g) -> g.mul(curvature(n.a(), f)))
                .apply(x);
    }

    private static Tensor curvature(Tensor x, ScalarFunction f) {
        if (GradMode.isEnabled() && x.requiresGrad()) {
            throw new UnsupportedOperationException("map(): third derivatives of a mapped function are not known");
        }
        return UnaryOp.unary(
                        "mapSecondDerivative",
                        "MapBackwardBackwardBackward0",
                        UnaryKernel.of((v, p, q) -> f.secondDerivative(v)),
                        Op.NOTHING,
                        (n, a, g) -> null)
                .apply(x);
    }

    static Tensor apply(UnaryOperator<double[]> f, BinaryOperator<double[]> vjp, Tensor x) {
        return new Apply(f, vjp).apply(requireFloating(x));
    }

    static Tensor applyScalar(ToDoubleFunction<double[]> f, UnaryOperator<double[]> gradient, Tensor x) {
        UnaryOperator<double[]> value = v -> new double[] {f.applyAsDouble(v)};
        BinaryOperator<double[]> vjp = (v, yBar) -> scaled(gradient.apply(v), yBar[0]);
        return new Apply(value, vjp).apply(requireFloating(x)).view();
    }

    private static double[] scaled(double[] v, double s) {
        double[] r = new double[v.length];
        for (int i = 0; i < r.length; i++) {
            r[i] = v[i] * s;
        }
        return r;
    }

    private static Tensor requireFloating(Tensor x) {
        if (!x.dtype.isFloating()) {
            throw new IllegalArgumentException("apply(): needs a floating point tensor, but got " + x.dtype);
        }
        return x;
    }

    private static Tensor vector(double[] values, DType type, int... shape) {
        Tensor t = Tensor.empty(type, shape);
        Convert.fromDoubles(values, t.storage.array, values.length);
        return t;
    }

    /** An array function as a step of the graph; its gradient is not recorded. */
    private static final class Apply extends Function {
        private final UnaryOperator<double[]> f;
        private final BinaryOperator<double[]> vjp;

        Apply(UnaryOperator<double[]> f, BinaryOperator<double[]> vjp) {
            this.f = f;
            this.vjp = vjp;
        }

        @Override
        protected List<Tensor> forward(Context context, List<Tensor> inputs) {
            Tensor x = inputs.get(0);
            context.saveForBackward(x);
            double[] y = f.apply(x.toDoubleArray());
            return List.of(vector(y, x.dtype, y.length));
        }

        @Override
        protected List<Tensor> backward(Context context, List<Tensor> gradients) {
            Tensor x = context.savedTensors().get(0);
            if (GradMode.isEnabled()) {
                throw new UnsupportedOperationException("apply(): the gradient of an array function can't be recorded;"
                        + " use createGraph = false, or a custom Function");
            }
            double[] g = vjp.apply(x.toDoubleArray(), gradients.get(0).toDoubleArray());
            if (g.length != x.numel) {
                throw new IllegalStateException(
                        "apply(): the gradient has " + g.length + " elements, but the operand has " + x.numel);
            }
            return List.of(vector(g, x.dtype, x.shape));
        }
    }
}
