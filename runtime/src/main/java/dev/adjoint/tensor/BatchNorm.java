package dev.adjoint.tensor;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Batch normalisation and its running statistics. */
final class BatchNorm {
    private BatchNorm() {}

    static Tensor apply(
            Tensor x,
            @Nullable Tensor runningMean,
            @Nullable Tensor runningVar,
            @Nullable Tensor weight,
            @Nullable Tensor bias,
            boolean training,
            double momentum,
            double eps) {
        if (x.shape.length < 2) {
            throw new IllegalArgumentException("batchNorm(): expected at least 2 dimensions (batch, channels), but the"
                    + " shape is " + Arrays.toString(x.shape));
        }
        requireStatistics("running_mean", runningMean, x);
        requireStatistics("running_var", runningVar, x);
        int[] channel = new int[x.shape.length];
        Arrays.fill(channel, 1);
        channel[1] = x.shape[1];
        int[] dims = new int[x.shape.length - 1];
        for (int i = 0; i < dims.length; i++) {
            dims[i] = i == 0 ? 0 : i + 1;
        }
        if (!training) {
            return evaluate(x, runningMean, runningVar, weight, bias, dims, channel, eps);
        }
        if (x.numel / Math.max(1, x.shape[1]) <= 1) {
            throw new IllegalArgumentException("batchNorm(): Expected more than 1 value per channel when training, got"
                    + " input size " + Arrays.toString(x.shape));
        }
        update(x.detach(), runningMean, runningVar, dims, momentum);
        // The parameters' shape without leading ones, so that it lines up with the input's dimensions from the end.
        int[] lined = Arrays.copyOfRange(channel, 1, channel.length);
        return Functional.batchNorm(new NetworkRows.Norm(dims, lined, eps, null, null), x, weight, bias);
    }

    private static void requireStatistics(String name, @Nullable Tensor statistics, Tensor x) {
        if (statistics == null) {
            return;
        }
        Errors.requireSameType("batchNorm", x, statistics);
        Errors.requireConstant("batchNorm", name, statistics);
        if (statistics.shape.length != 1 || statistics.numel != x.shape[1]) {
            throw new IllegalArgumentException("batchNorm(): " + name + " should contain " + x.shape[1]
                    + " elements, but its shape is " + Arrays.toString(statistics.shape));
        }
    }

    private static Tensor evaluate(
            Tensor x,
            @Nullable Tensor runningMean,
            @Nullable Tensor runningVar,
            @Nullable Tensor weight,
            @Nullable Tensor bias,
            int[] dims,
            int[] channel,
            double eps) {
        if (runningMean == null || runningVar == null) {
            throw new IllegalArgumentException(
                    "batchNorm(): Expected running_mean and running_var to be defined when training=False");
        }
        Tensor mean = Values.copy(runningMean.detach()).view(channel);
        Tensor var = Values.copy(runningVar.detach()).view(channel);
        int[] lined = Arrays.copyOfRange(channel, 1, channel.length);
        return Functional.batchNorm(new NetworkRows.Norm(dims, lined, eps, mean, var), x, weight, bias);
    }

    private static void update(
            Tensor x, @Nullable Tensor runningMean, @Nullable Tensor runningVar, int[] dims, double momentum) {
        if (runningMean != null) {
            runningMean.mulInPlace(1 - momentum).addInPlace(x.mean(dims, false), momentum);
        }
        if (runningVar != null) {
            runningVar.mulInPlace(1 - momentum).addInPlace(x.var(dims, true, false), momentum);
        }
    }
}
