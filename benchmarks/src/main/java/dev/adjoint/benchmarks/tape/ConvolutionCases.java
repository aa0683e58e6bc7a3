package dev.adjoint.benchmarks.tape;

import dev.adjoint.tensor.Functional;
import dev.adjoint.tensor.Tensor;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A convolution of a batch of images. */
@State(Scope.Thread)
public class ConvolutionCases {
    private Tensor x;
    private Tensor weight;
    private Tensor bias;
    private Tensor ones;

    /** Makes the images and the filters. */
    @Setup
    public void prepare() {
        Random random = new Random(1);
        x = Tensor.randn(random, 32, 8, 28, 28).requiresGrad(true);
        weight = Tensor.randn(random, 16, 8, 3, 3).requiresGrad(true);
        bias = Tensor.randn(random, 16).requiresGrad(true);
        ones = Tensor.ones(32, 16, 28, 28);
    }

    /** 16 filters 3x3 with bias and padding 1 on [32, 8, 28, 28], backward from ones to input, weight and bias. */
    @Benchmark
    public Tensor g() {
        x.setGrad(null);
        weight.setGrad(null);
        bias.setGrad(null);
        Functional.conv2d(x, weight, bias, 1, 1, 1, 1).backward(ones);
        return x.grad();
    }
}
