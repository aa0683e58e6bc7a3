package dev.adjoint.optim;

import dev.adjoint.tensor.Tensor;
import java.util.List;

/**
 * Stochastic gradient descent, with momentum: {@code b = momentum b + (1 - dampening) g}, where the first b is g;
 * {@code x = x - lr b}, or, as Nesterov proposed, {@code x = x - lr (g + momentum b)}. The formulas are PyTorch's,
 * which differ from Sutskever's in where the learning rate stands.
 */
public final class SGD extends ElementwiseOptimizer {
    private final double momentum;
    private final double dampening;
    private final boolean nesterov;
    private double weight;

    /** What gradient descent can be told. */
    public static final class Options extends dev.adjoint.optim.Options<Options> {
        double momentum;
        double dampening;
        boolean nesterov;

        Options(double lr) {
            super(lr, 0);
        }

        @Override
        Options self() {
            return this;
        }

        /** How much of the last step is kept; 0 by default. */
        public Options momentum(double share) {
            this.momentum = share;
            return this;
        }

        /** How much less of the gradient is taken; 0 by default. */
        public Options dampening(double share) {
            this.dampening = share;
            return this;
        }

        /** Whether to use Nesterov's form of momentum; needs momentum and no dampening. */
        public Options nesterov(boolean form) {
            this.nesterov = form;
            return this;
        }
    }

    /** Options with this learning rate, no momentum, no weight decay. */
    public static Options options(double lr) {
        return new Options(lr);
    }

    /** Plain gradient descent. */
    public SGD(List<Tensor> parameters, double lr) {
        this(parameters, options(lr));
    }

    /** Gradient descent with these options. */
    public SGD(List<Tensor> parameters, Options options) {
        super(parameters, options);
        momentum = Checks.atLeastZero("momentum value", options.momentum);
        dampening = options.dampening;
        nesterov = options.nesterov;
        Checks.require(
                !nesterov || (momentum > 0 && dampening == 0),
                "Nesterov momentum requires a momentum and zero dampening, but momentum is " + momentum
                        + " and dampening is " + dampening);
        keep(momentum == 0 ? 0 : 1, 0);
    }

    @Override
    void prepare(int step) {
        weight = step == 1 ? 1 : 1 - dampening;
    }

    @Override
    void update(float[][] state, float[] x, float[] d, int from, int to) {
        float rate = (float) lr();
        if (momentum == 0) {
            descend(x, d, rate, from, to);
            return;
        }
        float[] b = state[0];
        float m = (float) momentum;
        float w = (float) weight;
        for (int i = from; i < to; i++) {
            b[i] = m * b[i] + w * d[i];
        }
        if (nesterov) {
            lookAhead(x, d, b, from, to);
        } else {
            descend(x, b, rate, from, to);
        }
    }

    private void lookAhead(float[] x, float[] d, float[] b, int from, int to) {
        float rate = (float) lr();
        float m = (float) momentum;
        for (int i = from; i < to; i++) {
            x[i] -= rate * (d[i] + m * b[i]);
        }
    }

    private static void descend(float[] x, float[] d, float rate, int from, int to) {
        for (int i = from; i < to; i++) {
            x[i] -= rate * d[i];
        }
    }

    @Override
    void update(double[][] state, double[] x, double[] d, int from, int to) {
        double rate = lr();
        if (momentum == 0) {
            descend(x, d, rate, from, to);
            return;
        }
        double[] b = state[0];
        double m = momentum;
        double w = weight;
        for (int i = from; i < to; i++) {
            b[i] = m * b[i] + w * d[i];
        }
        if (nesterov) {
            lookAhead(x, d, b, from, to);
        } else {
            descend(x, b, rate, from, to);
        }
    }

    private void lookAhead(double[] x, double[] d, double[] b, int from, int to) {
        double rate = lr();
        double m = momentum;
        for (int i = from; i < to; i++) {
            x[i] -= rate * (d[i] + m * b[i]);
        }
    }

    private static void descend(double[] x, double[] d, double rate, int from, int to) {
        for (int i = from; i < to; i++) {
            x[i] -= rate * d[i];
        }
    }
}
