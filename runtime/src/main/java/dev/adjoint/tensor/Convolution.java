package dev.adjoint.tensor;

import dev.adjoint.tensor.kernel.Gemm;
import dev.adjoint.tensor.kernel.Parallel;
import dev.adjoint.tensor.kernel.Patches;
import dev.adjoint.tensor.kernel.Strided;
import dev.adjoint.tensor.kernel.Window;
import java.util.Arrays;

/** The three products of a convolution as products of matrices, image by image. */
final class Convolution {
    private Convolution() {}

    /** Checks the operands and describes the convolution. */
    static Window window(Tensor x, Tensor w, int[] stride, int[] padding, int[] dilation, int groups) {
        if (w.shape.length != 4) {
            throw new IllegalArgumentException(
                    "conv2d(): expected a weight of 4 dimensions, but its shape is " + Arrays.toString(w.shape));
        }
        if (groups < 1 || w.shape[0] % groups != 0 || x.shape[1] != w.shape[1] * groups) {
            throw new IllegalArgumentException("conv2d(): Given groups=" + groups + ", weight of size "
                    + Arrays.toString(w.shape) + ", expected input" + Arrays.toString(x.shape) + " to have "
                    + w.shape[1] * groups + " channels, but got " + x.shape[1] + " channels instead");
        }
        requirePositive("stride", stride, 1);
        requirePositive("dilation", dilation, 1);
        requirePositive("padding", padding, 0);
        Window.Planes planes =
                new Window.Planes(x.shape[0], x.shape[1], x.shape[2], x.shape[3], w.shape[0], w.shape[2], w.shape[3]);
        Window window = new Window(stride, padding, dilation, groups, planes);
        if (window.outHeight() < 1 || window.outWidth() < 1) {
            throw new IllegalArgumentException("conv2d(): Calculated padded input size per channel: ("
                    + (x.shape[2] + 2L * padding[0]) + " x " + (x.shape[3] + 2L * padding[1]) + "). Kernel size: ("
                    + (dilation[0] * (w.shape[2] - 1L) + 1) + " x " + (dilation[1] * (w.shape[3] - 1L) + 1)
                    + "). Kernel size can't be greater than actual input size");
        }
        Shape.numel("conv2d", new int[] {window.outHeight(), window.outWidth()});
        return window;
    }

    private static void requirePositive(String what, int[] values, int least) {
        if (values.length != 2) {
            throw new IllegalArgumentException("conv2d(): expected " + what
                    + " to be one integer for each of the two dimensions, but got " + Arrays.toString(values));
        }
        for (int v : values) {
            if (v < least) {
                throw new IllegalArgumentException(
                        "conv2d(): " + what + " must be at least " + least + ", but got " + Arrays.toString(values));
            }
        }
    }

    static Tensor output(Tensor[] in, Window a) {
        Tensor x = in[0].dense();
        Tensor w = in[1].dense();
        Window.Planes p = a.planes();
        Tensor bias = in.length > 2 ? in[2].dense() : null;
        int[] shape = {p.batch(), p.out(), a.outHeight(), a.outWidth()};
        Tensor y = bias == null ? Tensor.empty("conv2d", x.dtype, shape) : Tensor.unwritten("conv2d", x.dtype, shape);
        int rows = p.out() / a.groups();
        double beta = bias == null ? 0 : 1;
        eachImage(a, x.dtype, (image, group, columns) -> {
            if (bias != null) {
                fill(y, outputAt(a, image, group), bias, group * rows, new int[] {rows, a.positions()});
            }
            Patches.toColumns(x.storage.array, inputAt(x, a, image, group), columns, a);
            Gemm.run(
                    rows,
                    a.positions(),
                    a.depth(),
                    kernels(w, a, group),
                    plain(columns, 0, a.positions()),
                    y.storage.array,
                    outputAt(a, image, group),
                    beta);
        });
        return y;
    }

    /** Fills planes of the output with their biases. */
    private static void fill(Tensor y, int at, Tensor bias, int first, int[] planes) {
        int[] strides = {1, 0};
        Strided.gather(bias.storage.array, planes, strides, bias.offset + first, y.storage.array, at);
    }

    /** The gradient of the input from that of the output, g. */
    static Tensor input(Tensor given, Tensor weight, Window a) {
        Tensor g = given.dense();
        Tensor w = weight.dense();
        Window.Planes p = a.planes();
        Tensor x = Tensor.unwritten("conv2d", g.dtype, new int[] {p.batch(), p.channels(), p.height(), p.width()});
        int rows = p.out() / a.groups();
        eachImage(a, g.dtype, (image, group, columns) -> {
            Gemm.Matrix kernels = kernels(w, a, group);
            Gemm.Matrix turned = new Gemm.Matrix(kernels.array(), kernels.offset(), a.depth(), true);
            Gemm.Matrix out = plain(g.storage.array, g.offset + outputAt(a, image, group), a.positions());
            Gemm.run(a.depth(), a.positions(), rows, turned, out, columns, 0);
            Patches.sumColumns(columns, x.storage.array, inputAt(x, a, image, group), a);
        });
        return x;
    }

    /**
     * The gradient of the weight from the input and the gradient of the output, g. BLAS is faster at the transpose, whose
     * left factor is the larger one.
     */
    static Tensor weight(Tensor input, Tensor given, Window a) {
        Tensor x = input.dense();
        Tensor g = given.dense();
        Window.Planes p = a.planes();
        int rows = p.out() / a.groups();
        Tensor transposed = Tensor.empty(x.dtype, new int[] {a.groups(), a.depth(), rows});
        Object columns = Buffers.take(x.dtype, columns(a));
        for (int i = 0; i < p.batch() * a.groups(); i++) {
            int image = i / a.groups();
            int group = i % a.groups();
            Patches.toColumns(x.storage.array, inputAt(x, a, image, group), columns, a);
            Gemm.Matrix out = new Gemm.Matrix(
                    g.storage.array, g.offset + outputAt(a, image, group), Math.max(a.positions(), 1), true);
            int at = group * a.depth() * rows;
            Gemm.run(
                    a.depth(),
                    rows,
                    a.positions(),
                    plain(columns, 0, a.positions()),
                    out,
                    transposed.storage.array,
                    at,
                    1);
        }
        Buffers.give(columns);
        return transposed
                .transpose(1, 2)
                .dense()
                .view(p.out(), p.channels() / a.groups(), p.kernelHeight(), p.kernelWidth());
    }

    /** Work on one group of channels of one image, with room for its columns. */
    @FunctionalInterface
    private interface Image {
        void run(int image, int group, Object columns);
    }

    private static void eachImage(Window a, DType type, Image body) {
        int n = a.planes().batch() * a.groups();
        long work = (long) a.depth() * a.positions() * a.planes().out() / a.groups();
        int grain = (int) Math.max(1, Math.min(n, (1 << 20) / Math.max(work, 1)));
        Parallel.run(n, Math.max(grain, Parallel.share(n)), (from, to) -> {
            Object columns = Buffers.take(type, columns(a));
            for (int i = from; i < to; i++) {
                body.run(i / a.groups(), i % a.groups(), columns);
            }
            Buffers.give(columns);
        });
    }

    /** The size of the columns of one group of one image. */
    private static int columns(Window a) {
        return Shape.numel("conv2d", new int[] {a.depth(), a.positions()});
    }

    private static Gemm.Matrix plain(Object array, int offset, int columns) {
        return new Gemm.Matrix(array, offset, Math.max(columns, 1), false);
    }

    private static Gemm.Matrix kernels(Tensor w, Window a, int group) {
        return plain(w.storage.array, w.offset + group * (a.planes().out() / a.groups()) * a.depth(), a.depth());
    }

    private static int inputAt(Tensor x, Window a, int image, int group) {
        Window.Planes p = a.planes();
        int plane = image * p.channels() + group * (p.channels() / a.groups());
        return x.offset + plane * p.height() * p.width();
    }

    private static int outputAt(Window a, int image, int group) {
        Window.Planes p = a.planes();
        return (image * p.out() + group * (p.out() / a.groups())) * a.positions();
    }
}
