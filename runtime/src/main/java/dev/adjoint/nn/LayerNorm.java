package dev.adjoint.nn;

import dev.adjoint.tensor.DType;
import dev.adjoint.tensor.Functional;
import dev.adjoint.tensor.Tensor;
import java.util.Arrays;

/** Normalises over the last dimensions, then scales by a weight (at first 1) and adds a bias (at first 0). */
public final class LayerNorm extends Module {
    private static final double EPS = 1e-5;

    private final int[] shape;
    private final double eps;
    private final Tensor weight;
    private final Tensor bias;

    /** Over the last dimensions, which have this shape; in floats. */
    public LayerNorm(int... shape) {
        this(DType.FLOAT32, EPS, shape);
    }

    /** Over the last dimensions, which have this shape; eps is added to the variance. */
    public LayerNorm(DType type, double eps, int... shape) {
        this.shape = shape.clone();
        this.eps = eps;
        this.weight = parameter("weight", Tensor.ones(type, shape));
        this.bias = parameter("bias", Tensor.zeros(type, shape));
    }

    @Override
    public Tensor forward(Tensor x) {
        return Functional.layerNorm(x, shape, weight, bias, eps);
    }

    @Override
    protected String describe() {
        return Arrays.toString(shape) + ", eps=" + eps;
    }
}
