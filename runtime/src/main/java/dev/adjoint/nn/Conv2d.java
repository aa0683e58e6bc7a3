package dev.adjoint.nn;

import dev.adjoint.tensor.DType;
import dev.adjoint.tensor.Functional;
import dev.adjoint.tensor.Tensor;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A convolution of images: input of shape (batch, in, height, width), weights of shape (out, in / groups, kernel,
 * kernel), bias of shape (out).
 */
public final class Conv2d extends Module {
    private final Settings settings;
    private final Tensor weight;
    private final @Nullable Tensor bias;

    /**
     * The sizes of a convolution, the same for height and width.
     *
     * @param in channels of the input
     * @param out channels of the result
     * @param kernel the side of the square that is looked at
     * @param stride the distance of neighbouring squares
     * @param padding the rows and columns of zeros around the input
     * @param dilation the distance of the pixels of a square
     * @param groups how many parts, of channels, are independent of each other
     * @param bias whether a number is added to each channel of the result
     */
    public record Settings(
            int in, int out, int kernel, int stride, int padding, int dilation, int groups, boolean bias) {
        /** Checks the sizes. */
        public Settings {
            Init.atLeast(1, "Conv2d", "in", in);
            Init.atLeast(1, "Conv2d", "out", out);
            Init.atLeast(1, "Conv2d", "kernel", kernel);
            Init.atLeast(1, "Conv2d", "stride", stride);
            Init.atLeast(0, "Conv2d", "padding", padding);
            Init.atLeast(1, "Conv2d", "dilation", dilation);
            Init.atLeast(1, "Conv2d", "groups", groups);
            if (in % groups != 0 || out % groups != 0) {
                throw new IllegalArgumentException("Conv2d(): in and out must be divisible by groups, but in is " + in
                        + ", out is " + out + " and groups is " + groups);
            }
        }
    }

    /** With bias, stride 1 and no padding, in floats. */
    public Conv2d(int in, int out, int kernel, RandomGenerator random) {
        this(in, out, kernel, 0, random);
    }

    /** With bias and stride 1, in floats. */
    public Conv2d(int in, int out, int kernel, int padding, RandomGenerator random) {
        this(new Settings(in, out, kernel, 1, padding, 1, 1, true), DType.FLOAT32, random);
    }

    /** All elements start uniform between -b and b, where b is 1 over the root of the inputs to each result. */
    public Conv2d(Settings settings, DType type, RandomGenerator random) {
        int channels = settings.in() / settings.groups();
        int k = settings.kernel();
        this.settings = settings;
        this.weight = parameter("weight", Init.fan(random, type, channels * k * k, settings.out(), channels, k, k));
        this.bias =
                settings.bias() ? parameter("bias", Init.fan(random, type, channels * k * k, settings.out())) : null;
    }

    @Override
    public Tensor forward(Tensor x) {
        return Functional.conv2d(
                x, weight, bias, settings.stride(), settings.padding(), settings.dilation(), settings.groups());
    }

    @Override
    protected String describe() {
        String text = settings.in() + ", " + settings.out() + both("kernel_size", settings.kernel())
                + both("stride", settings.stride());
        text += settings.padding() == 0 ? "" : both("padding", settings.padding());
        text += settings.dilation() == 1 ? "" : both("dilation", settings.dilation());
        text += settings.groups() == 1 ? "" : ", groups=" + settings.groups();
        return text + (settings.bias() ? "" : ", bias=False");
    }

    private static String both(String name, int size) {
        return ", " + name + "=(" + size + ", " + size + ")";
    }
}
