package dev.adjoint.nn;

import dev.adjoint.tensor.Functional;
import dev.adjoint.tensor.Tensor;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** Layers without parameters. One row each. */
public final class Activation extends Module {
    private final String name;
    private final UnaryOperator<Tensor> function;

    private Activation(String name, UnaryOperator<Tensor> function) {
        this.name = name;
        this.function = function;
    }

    /** Any function of a tensor, under a name for {@link #toString()}. */
    public static Activation of(String name, UnaryOperator<Tensor> function) {
        return new Activation(name + "()", function);
    }

    /** The larger of x and 0. */
    public static Activation relu() {
        return of("ReLU", Tensor::relu);
    }

    /** x above 0, else {@code slope * x}; PyTorch's default slope is 0.01. */
    public static Activation leakyRelu(double slope) {
        return new Activation("LeakyReLU(negative_slope=" + slope + ")", x -> Functional.leakyRelu(x, slope));
    }

    /** x above 0, else {@code alpha * (exp(x) - 1)}; PyTorch's default alpha is 1. */
    public static Activation elu(double alpha) {
        return new Activation("ELU(alpha=" + alpha + ")", x -> Functional.elu(x, alpha));
    }

    /** The hyperbolic tangent. */
    public static Activation tanh() {
        return of("Tanh", Tensor::tanh);
    }

    /** The logistic function. */
    public static Activation sigmoid() {
        return of("Sigmoid", Tensor::sigmoid);
    }

    /** x times the normal distribution function of x. */
    public static Activation gelu() {
        return of("GELU", Functional::gelu);
    }

    /** x times the logistic function of x. */
    public static Activation silu() {
        return of("SiLU", Functional::silu);
    }

    /** {@code log(1 + exp(x))}. */
    public static Activation softplus() {
        return of("Softplus", x -> Functional.softplus(x, 1, 20));
    }

    /** Exponentials over their sum along a dimension. */
    public static Activation softmax(int dim) {
        return new Activation("Softmax(dim=" + dim + ")", x -> x.softmax(dim));
    }

    /** The logarithm of the softmax along a dimension. */
    public static Activation logSoftmax(int dim) {
        return new Activation("LogSoftmax(dim=" + dim + ")", x -> x.logSoftmax(dim));
    }

    /** All dimensions but the first as one. */
    public static Activation flatten() {
        return of("Flatten", x -> x.flatten(1, -1));
    }

    /** The largest element under each square of this size; the squares don't overlap. */
    public static Activation maxPool2d(int kernel) {
        return maxPool2d(kernel, kernel, 0);
    }

    /** The largest element under each square of this size. */
    public static Activation maxPool2d(int kernel, int stride, int padding) {
        return new Activation(
                "MaxPool2d(kernel_size=" + kernel + ", stride=" + stride + ", padding=" + padding + ")",
                x -> Functional.maxPool2d(x, both(kernel), both(stride), both(padding)));
    }

    /** The mean under each square of this size; padding counts as zeros. */
    public static Activation avgPool2d(int kernel, int stride, int padding) {
        return new Activation(
                "AvgPool2d(kernel_size=" + kernel + ", stride=" + stride + ", padding=" + padding + ")",
                x -> Functional.avgPool2d(x, both(kernel), both(stride), both(padding), true));
    }

    private static int[] both(int size) {
        int[] sizes = new int[2];
        Arrays.fill(sizes, size);
        return sizes;
    }

    @Override
    public Tensor forward(Tensor x) {
        return function.apply(x);
    }

    @Override
    public String toString() {
        return name;
    }
}
