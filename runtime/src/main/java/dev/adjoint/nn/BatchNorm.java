package dev.adjoint.nn;

import dev.adjoint.tensor.Autograd;
import dev.adjoint.tensor.DType;
import dev.adjoint.tensor.Functional;
import dev.adjoint.tensor.Tensor;

/**
 * Normalises each channel, dimension 1, over all other dimensions; then scales by a weight (at first 1) and adds a bias
 * (at first 0). In training it uses the batch's mean and variance and follows them with running ones; in evaluation it
 * uses those. For inputs of shape (batch, channels) and (batch, channels, ...).
 */
public final class BatchNorm extends Module {
    private static final double EPS = 1e-5;
    private static final double MOMENTUM = 0.1;

    private final int channels;
    private final double eps;
    private final double momentum;
    private final Tensor weight;
    private final Tensor bias;
    private final Tensor runningMean;
    private final Tensor runningVar;
    private final Tensor batches;

    /** With PyTorch's defaults, in floats. */
    public BatchNorm(int channels) {
        this(channels, EPS, MOMENTUM, DType.FLOAT32);
    }

    /** With this number added to the variance, and this share of new statistics in the running ones. */
    public BatchNorm(int channels, double eps, double momentum, DType type) {
        this.channels = Init.atLeast(1, "BatchNorm", "channels", channels);
        this.eps = eps;
        this.momentum = momentum;
        this.weight = parameter("weight", Tensor.ones(type, channels));
        this.bias = parameter("bias", Tensor.zeros(type, channels));
        this.runningMean = buffer("running_mean", Tensor.zeros(type, channels));
        this.runningVar = buffer("running_var", Tensor.ones(type, channels));
        this.batches = buffer("num_batches_tracked", Tensor.scalar(0L));
    }

    @Override
    public Tensor forward(Tensor x) {
        if (x.dim() < 2 || x.size(1) != channels) {
            throw new IllegalArgumentException("BatchNorm(): expected " + channels
                    + " channels in dimension 1, but the input's shape is " + java.util.Arrays.toString(x.shape()));
        }
        Tensor y = Functional.batchNorm(x, runningMean, runningVar, weight, bias, isTraining(), momentum, eps);
        if (isTraining()) {
            Autograd.noGrad(() -> batches.addInPlace(1));
        }
        return y;
    }

    @Override
    protected String describe() {
        return channels + ", eps=" + eps + ", momentum=" + momentum;
    }
}
