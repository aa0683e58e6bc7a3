package dev.adjoint.tensor;

import dev.adjoint.tensor.IndexRows.Places;
import dev.adjoint.tensor.kernel.Window;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Building blocks of networks, as in PyTorch's {@code torch.nn.functional}. */
public final class Functional {
    private Functional() {}

    /** x above 0, else {@code slope * x}. */
    public static Tensor leakyRelu(Tensor x, double slope) {
        return ActivationRows.LEAKY_RELU.apply(x, slope);
    }

    /** x above 0, else {@code alpha * (exp(x) - 1)}. */
    public static Tensor elu(Tensor x, double alpha) {
        return ActivationRows.ELU.apply(x, alpha);
    }

    /** x times the normal distribution function of x. */
    public static Tensor gelu(Tensor x) {
        return ActivationRows.GELU.apply(x);
    }

    /** {@link #gelu} in its approximation by tanh. */
    public static Tensor geluTanh(Tensor x) {
        return ActivationRows.GELU_TANH.apply(x);
    }

    /** x times the logistic function of x. */
    public static Tensor silu(Tensor x) {
        return ActivationRows.SILU.apply(x);
    }

    /** {@code log(1 + exp(beta x)) / beta}, and x itself where {@code beta x} exceeds the threshold. */
    public static Tensor softplus(Tensor x, double beta, double threshold) {
        return ActivationRows.SOFTPLUS.apply(x, beta, threshold);
    }

    /** The logarithm of the logistic function, without overflow. */
    public static Tensor logSigmoid(Tensor x) {
        return x.clampMax(0).sub(x.abs().neg().exp().log1p());
    }

    /**
     * {@code x w' + b}.
     *
     * @param x of shape (..., in)
     * @param w of shape (out, in)
     * @param bias of shape (out), or null
     */
    public static Tensor linear(Tensor x, Tensor w, @Nullable Tensor bias) {
        if (bias == null) {
            return x.matmul(w.t());
        }
        if (w.shape.length != 2 || (bias.shape.length == 2 && x.shape.length == 2)) {
            return x.matmul(w.t()).add(bias);
        }
        requireLinear(x, w, bias);
        if (x.shape.length == 1) {
            return x.matmul(w.t()).add(bias);
        }
        if (x.shape.length == 2) {
            return MatrixRows.ADDMM.apply(null, x, w, bias);
        }
        int[] shape = x.shape.clone();
        shape[shape.length - 1] = w.shape[0];
        int rows = x.numel / Math.max(1, x.shape[x.shape.length - 1]);
        Tensor flat = x.reshape(rows, x.shape[x.shape.length - 1]);
        return MatrixRows.ADDMM.apply(null, flat, w, bias).view(shape);
    }

    private static void requireLinear(Tensor x, Tensor w, Tensor bias) {
        Errors.requireSameType("linear", x, w);
        Errors.requireSameType("linear", x, bias);
        int in = x.shape.length == 0 ? 1 : x.shape[x.shape.length - 1];
        if (x.shape.length == 0 || in != w.shape[1]) {
            throw new IllegalArgumentException("linear(): mat1 and mat2 shapes cannot be multiplied ("
                    + x.numel / Math.max(1, in) + "x" + in + " and " + w.shape[1] + "x" + w.shape[0] + ")");
        }
        if (bias.shape.length > 1 || (bias.numel != w.shape[0] && bias.numel != 1)) {
            int rows = x.numel / Math.max(1, in);
            throw new IllegalArgumentException("linear(): The expanded size of the tensor (" + w.shape[0]
                    + ") must match the existing size (" + bias.numel
                    + ") at non-singleton dimension 1.  Target sizes: ["
                    + rows + ", " + w.shape[0] + "].  Tensor sizes: " + Arrays.toString(bias.shape));
        }
    }

    /** Products and sums by Einstein's convention: {@code einsum("ij,jk->ik", a, b)} is the matrix product. */
    public static Tensor einsum(String equation, Tensor... operands) {
        return Einsum.of(equation, operands);
    }

    /** A convolution (a correlation, as in PyTorch) with one stride, padding and dilation for both dimensions. */
    public static Tensor conv2d(
            Tensor x, Tensor w, @Nullable Tensor bias, int stride, int padding, int dilation, int groups) {
        return conv2d(x, w, bias, both(stride), both(padding), both(dilation), groups);
    }

    /**
     * A convolution (a correlation, as in PyTorch).
     *
     * @param x of shape (batch, channels, height, width), or without batch
     * @param w of shape (out, channels / groups, kernel height, kernel width)
     * @param bias of shape (out), or null
     */
    public static Tensor conv2d(
            Tensor x, Tensor w, @Nullable Tensor bias, int[] stride, int[] padding, int[] dilation, int groups) {
        if (x.shape.length != 3 && x.shape.length != 4) {
            throw new IllegalArgumentException("conv2d(): Expected 3D (unbatched) or 4D (batched) input to conv2d, but"
                    + " got input of size: " + Arrays.toString(x.shape));
        }
        Errors.requireNumbers("conv2d", x);
        Errors.requireSameType("conv2d", x, w);
        if (bias != null) {
            Errors.requireSameType("conv2d", x, bias);
        }
        if (bias != null && (bias.shape.length != 1 || w.shape.length != 4 || bias.numel != w.shape[0])) {
            throw new IllegalArgumentException("conv2d(): Given weight of size " + Arrays.toString(w.shape)
                    + ", expected bias to be 1-dimensional with " + w.size(0) + " elements, but got bias of size "
                    + Arrays.toString(bias.shape) + " instead");
        }
        Tensor batch = x.shape.length == 3 ? x.unsqueeze(0) : x;
        Window window = Convolution.window(batch, w, stride, padding, dilation, groups);
        Tensor y = bias == null
                ? NetworkRows.CONV2D.apply(window, batch, w)
                : NetworkRows.CONV2D.apply(window, batch, w, bias);
        return x.shape.length == 3 ? y.squeeze(0) : y;
    }

    /** The largest element under each position of a window; the gradient goes to the first of equal ones. */
    public static Tensor maxPool2d(Tensor x, int[] kernel, int[] stride, int[] padding) {
        Errors.requireFloating("maxPool2d", x);
        Places places = Pooling.largest(x, Pooling.window("maxPool2d", x, kernel, stride, padding));
        return NetworkRows.MAX_POOL2D.apply(places, x);
    }

    /** The mean under each position of a window; countPadding says whether padding counts as zeros. */
    public static Tensor avgPool2d(Tensor x, int[] kernel, int[] stride, int[] padding, boolean countPadding) {
        Errors.requireNumbers("avgPool2d", x);
        Window w = Pooling.window("avgPool2d", x, kernel, stride, padding);
        return NetworkRows.AVG_POOL2D.apply(
                new Pooling.Average(w, countPadding, x.shape, Pooling.resultShape(x, w)), x);
    }

    /** Normalises over the last dimensions, which have this shape; weight and bias, of this shape, may be null. */
    public static Tensor layerNorm(
            Tensor x, int[] normalizedShape, @Nullable Tensor weight, @Nullable Tensor bias, double eps) {
        int n = normalizedShape.length;
        int first = x.shape.length - n;
        if (n == 0
                || first < 0
                || !Arrays.equals(normalizedShape, Arrays.copyOfRange(x.shape, first, x.shape.length))) {
            throw new IllegalArgumentException("layerNorm(): Given normalized_shape=" + Arrays.toString(normalizedShape)
                    + ", expected input with shape [*, "
                    + Arrays.toString(normalizedShape).substring(1)
                    + ", but got input of size" + Arrays.toString(x.shape));
        }
        int[] dims = new int[n];
        for (int i = 0; i < n; i++) {
            dims[i] = first + i;
        }
        NetworkRows.Norm args = new NetworkRows.Norm(dims, normalizedShape.clone(), eps, null, null);
        return normalize(NetworkRows.LAYER_NORM, args, x, weight, bias, normalizedShape);
    }

    private static Tensor normalize(
            Op<NetworkRows.Norm> op,
            NetworkRows.Norm args,
            Tensor x,
            @Nullable Tensor weight,
            @Nullable Tensor bias,
            int[] shape) {
        for (Tensor parameter : new Tensor[] {weight, bias}) {
            if (parameter != null) {
                Errors.requireSameType(op.name, x, parameter);
            }
            if (parameter != null && !Arrays.equals(parameter.shape, shape)) {
                throw new IllegalArgumentException(op.name + "(): Expected weight and bias of shape "
                        + Arrays.toString(shape) + ", but got " + Arrays.toString(parameter.shape));
            }
        }
        if (weight == null && bias == null) {
            return op.apply(args, x);
        }
        Tensor w = weight == null ? Tensor.ones(x.dtype, shape) : weight;
        return bias == null ? op.apply(args, x, w) : op.apply(args, x, w, bias);
    }

    /**
     * Normalises each channel, dimension 1, over all others.
     *
     * @param runningMean the mean used when not training; updated in place when training; null for none
     * @param runningVar the variance used when not training; updated in place when training; null for none
     * @param momentum the share of the new statistics in the running ones
     */
    public static Tensor batchNorm(
            Tensor x,
            @Nullable Tensor runningMean,
            @Nullable Tensor runningVar,
            @Nullable Tensor weight,
            @Nullable Tensor bias,
            boolean training,
            double momentum,
            double eps) {
        return BatchNorm.apply(x, runningMean, runningVar, weight, bias, training, momentum, eps);
    }

    static Tensor batchNorm(NetworkRows.Norm args, Tensor x, @Nullable Tensor weight, @Nullable Tensor bias) {
        return normalize(NetworkRows.BATCH_NORM, args, x, weight, bias, new int[] {x.shape[1]});
    }

    /** When training, zeros each element with probability p and divides the others by 1 - p. */
    public static Tensor dropout(Tensor x, double p, boolean training, RandomGenerator random) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException(
                    "dropout(): dropout probability has to be between 0 and 1, but got " + p);
        }
        if (!training || p == 0) {
            return x;
        }
        double[] mask = new double[x.numel];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = p < 1 && random.nextDouble() >= p ? 1 / (1 - p) : 0;
        }
        return x.mul(Tensor.wrap(DType.FLOAT64, mask, x.shape).cast(x.dtype));
    }

    /** The rows of a table at these indices; the row at paddingIdx, if not null, gets no gradient. */
    public static Tensor embedding(Tensor index, Tensor weight, @Nullable Integer paddingIdx) {
        if (index.dtype != DType.INT64) {
            throw new IllegalArgumentException("embedding(): Expected tensor for argument #1 'indices' to have scalar"
                    + " type Long; but got torch." + index.dtype.scalarName() + "Tensor instead");
        }
        if (weight.shape.length != 2) {
            throw new IllegalArgumentException(
                    "embedding(): 'weight' must be 2-D, but has shape " + Arrays.toString(weight.shape));
        }
        return NetworkRows.EMBEDDING.apply(lookup(index, weight, paddingIdx), weight);
    }

    private static NetworkRows.Lookup lookup(Tensor index, Tensor weight, @Nullable Integer paddingIdx) {
        int rows = weight.shape[0];
        int width = weight.shape[1];
        int padding = paddingIdx == null ? -1 : Values.index("embedding", paddingIdx, 0, rows);
        int[] shape = ViewRows.with(index.shape, index.shape.length, width);
        int[] taken = new int[Shape.numel("embedding", shape)];
        int[] learned = new int[taken.length];
        long[] indices = index.toLongArray();
        for (int i = 0; i < indices.length; i++) {
            if (indices[i] < 0 || indices[i] >= rows) {
                throw new IndexOutOfBoundsException(
                        "embedding(): index out of range in self: " + indices[i] + " for a table of " + rows + " rows");
            }
            for (int j = 0; j < width; j++) {
                taken[i * width + j] = (int) indices[i] * width + j;
                learned[i * width + j] = indices[i] == padding ? -1 : taken[i * width + j];
            }
        }
        return new NetworkRows.Lookup(new Places(taken, shape, weight.shape), new Places(learned, shape, weight.shape));
    }

    private static int[] both(int n) {
        return new int[] {n, n};
    }
}
