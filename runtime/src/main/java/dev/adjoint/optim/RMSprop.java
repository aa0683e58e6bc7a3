package dev.adjoint.optim;

import dev.adjoint.tensor.Tensor;
import java.util.List;

/**
 * RMSprop (Hinton's lecture, 2012): steps by the gradient over the root of the running mean of its square; centered
 * takes the square of the running mean of the gradient away (Graves, 2013). As in PyTorch, eps is added to the root.
 */
public final class RMSprop extends ElementwiseOptimizer {
    /** The running mean of squares, the running mean, the last step. */
    private static final int BUFFERS = 3;

    private final double alpha;
    private final double eps;
    private final double momentum;
    private final boolean centered;

    /** What RMSprop can be told. */
    public static final class Options extends dev.adjoint.optim.Options<Options> {
        double alpha = 0.99;
        double eps = 1e-8;
        double momentum;
        boolean centered;

        Options() {
            super(1e-2, 0);
        }

        @Override
        Options self() {
            return this;
        }

        /** The share that the running means keep; 0.99 by default. */
        public Options alpha(double share) {
            this.alpha = share;
            return this;
        }

        /** What is added to the root in the denominator; 1e-8 by default. */
        public Options eps(double added) {
            this.eps = added;
            return this;
        }

        /** How much of the last step is kept; 0 by default. */
        public Options momentum(double share) {
            this.momentum = share;
            return this;
        }

        /** Whether to divide by the root of the running variance. */
        public Options centered(boolean variance) {
            this.centered = variance;
            return this;
        }
    }

    /** The defaults: learning rate 0.01, alpha 0.99, eps 1e-8, no momentum, not centered, no weight decay. */
    public static Options options() {
        return new Options();
    }

    /** RMSprop with its defaults. */
    public RMSprop(List<Tensor> parameters) {
        this(parameters, options());
    }

    /** RMSprop with this learning rate. */
    public RMSprop(List<Tensor> parameters, double lr) {
        this(parameters, options().lr(lr));
    }

    /** RMSprop with these options. */
    public RMSprop(List<Tensor> parameters, Options options) {
        super(parameters, options);
        this.alpha = Checks.atLeastZero("alpha value", options.alpha);
        this.eps = Checks.atLeastZero("epsilon value", options.eps);
        this.momentum = Checks.atLeastZero("momentum value", options.momentum);
        this.centered = options.centered;
        keep(BUFFERS, 0);
    }

    @Override
    void prepare(int step) {
        // Nothing depends on the number of the step.
    }

    @Override
    void update(float[][] state, float[] x, float[] d, int from, int to) {
        float[] v = state[0];
        float a = (float) alpha;
        float c = (float) (1 - alpha);
        for (int i = from; i < to; i++) {
            v[i] = a * v[i] + c * d[i] * d[i];
        }
        if (centered) {
            float[] mean = state[1];
            for (int i = from; i < to; i++) {
                mean[i] = a * mean[i] + c * d[i];
            }
        }
        descend(state, x, d, from, to);
    }

    private void descend(float[][] state, float[] x, float[] d, int from, int to) {
        float[] v = state[0];
        // Zeros if not centered.
        float[] mean = state[1];
        float e = (float) eps;
        float rate = (float) lr();
        if (momentum == 0) {
            for (int i = from; i < to; i++) {
                x[i] -= rate * (d[i] / ((float) Math.sqrt(v[i] - mean[i] * mean[i]) + e));
            }
            return;
        }
        float[] b = state[2];
        float m = (float) momentum;
        for (int i = from; i < to; i++) {
            b[i] = m * b[i] + d[i] / ((float) Math.sqrt(v[i] - mean[i] * mean[i]) + e);
            x[i] -= rate * b[i];
        }
    }

    @Override
    void update(double[][] state, double[] x, double[] d, int from, int to) {
        double[] v = state[0];
        double a = alpha;
        double c = 1 - alpha;
        for (int i = from; i < to; i++) {
            v[i] = a * v[i] + c * d[i] * d[i];
        }
        if (centered) {
            double[] mean = state[1];
            for (int i = from; i < to; i++) {
                mean[i] = a * mean[i] + c * d[i];
            }
        }
        descend(state, x, d, from, to);
    }

    private void descend(double[][] state, double[] x, double[] d, int from, int to) {
        double[] v = state[0];
        // Zeros if not centered.
        double[] mean = state[1];
        double e = eps;
        double rate = lr();
        if (momentum == 0) {
            for (int i = from; i < to; i++) {
                x[i] -= rate * (d[i] / (Math.sqrt(v[i] - mean[i] * mean[i]) + e));
            }
            return;
        }
        double[] b = state[2];
        double m = momentum;
        for (int i = from; i < to; i++) {
            b[i] = m * b[i] + d[i] / (Math.sqrt(v[i] - mean[i] * mean[i]) + e);
            x[i] -= rate * b[i];
        }
    }
}
