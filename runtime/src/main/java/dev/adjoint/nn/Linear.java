package dev.adjoint.nn;

import dev.adjoint.tensor.DType;
import dev.adjoint.tensor.Functional;
import dev.adjoint.tensor.Tensor;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** {@code y = x w' + b}: input of shape (..., in), result of shape (..., out), w of shape (out, in), b of (out). */
public class Linear extends Module {
    private final int in;
    private final int out;
    private final Tensor weight;
    private final @Nullable Tensor bias;

    /** With bias, in floats, with weights from this source. */
    public Linear(int in, int out, RandomGenerator random) {
        this(in, out, true, DType.FLOAT32, random);
    }

    /** All elements start uniform between -1/sqrt(in) and 1/sqrt(in). */
    public Linear(int in, int out, boolean bias, DType type, RandomGenerator random) {
        this.in = Init.atLeast(1, "Linear", "in", in);
        this.out = Init.atLeast(1, "Linear", "out", out);
        this.weight = parameter("weight", Init.fan(random, type, in, out, in));
        this.bias = bias ? parameter("bias", Init.fan(random, type, in, out)) : null;
    }

    /** The weights, of shape (out, in). */
    public Tensor weight() {
        return weight;
    }

    /** The bias, of shape (out), or null. */
    public @Nullable Tensor bias() {
        return bias;
    }

    @Override
    public Tensor forward(Tensor x) {
        return Functional.linear(x, weight, bias);
    }

    @Override
    protected String describe() {
        return "in_features=" + in + ", out_features=" + out + ", bias=" + (bias == null ? "False" : "True");
    }
}
