package dev.adjoint.optim;

import dev.adjoint.tensor.Tensor;
import java.util.List;

/**
 * Adam (Kingma and Ba, 2014): steps by the running mean of the gradient over the root of the running mean of its
 * square, both corrected for their start at 0; amsgrad (Reddi, Kale and Kumar, 2018) uses the largest such square so far.
 * Weight decay is added to the gradient; {@link AdamW} takes it from the parameter.
 */
public class Adam extends ElementwiseOptimizer {
    private final double beta1;
    private final double beta2;
    private final double eps;
    private final boolean amsgrad;
    private final boolean decoupled;
    private double stepSize;
    private double rootCorrection;
    private double keepShare;

    /** What Adam can be told. */
    public static final class Options extends dev.adjoint.optim.Options<Options> {
        double beta1 = 0.9;
        double beta2 = 0.999;
        double eps = 1e-8;
        boolean amsgrad;

        Options(double weightDecay) {
            super(1e-3, weightDecay);
        }

        @Override
        Options self() {
            return this;
        }

        /** The shares that the running means of gradient and squared gradient keep; 0.9 and 0.999 by default. */
        public Options betas(double first, double second) {
            this.beta1 = first;
            this.beta2 = second;
            return this;
        }

        /** What is added to the root in the denominator; 1e-8 by default. */
        public Options eps(double added) {
            this.eps = added;
            return this;
        }

        /** Whether to divide by the largest running mean of squares so far. */
        public Options amsgrad(boolean largest) {
            this.amsgrad = largest;
            return this;
        }
    }

    /** The defaults: learning rate 0.001, betas 0.9 and 0.999, eps 1e-8, no weight decay. */
    public static Options options() {
        return new Options(0);
    }

    /** Adam with its defaults. */
    public Adam(List<Tensor> parameters) {
        this(parameters, options());
    }

    /** Adam with this learning rate. */
    public Adam(List<Tensor> parameters, double lr) {
        this(parameters, options().lr(lr));
    }

    /** Adam with these options. */
    public Adam(List<Tensor> parameters, Options options) {
        this(parameters, options, false);
    }

    Adam(List<Tensor> parameters, Options options, boolean decoupled) {
        super(parameters, options);
        this.beta1 = Checks.beta(0, options.beta1);
        this.beta2 = Checks.beta(1, options.beta2);
        this.eps = Checks.atLeastZero("epsilon value", options.eps);
        this.amsgrad = options.amsgrad;
        this.decoupled = decoupled;
        keep(amsgrad ? 3 : 2, 0);
    }

    @Override
    boolean decaysThroughGradient() {
        return !decoupled;
    }

    @Override
    void prepare(int step) {
        stepSize = lr() / (1 - Math.pow(beta1, step));
        rootCorrection = Math.sqrt(1 - Math.pow(beta2, step));
        keepShare = decoupled ? 1 - lr() * weightDecay : 1;
    }

    @Override
    void update(float[][] state, float[] x, float[] d, int from, int to) {
        float[] m = state[0];
        float[] v = state[1];
        float b1 = (float) beta1;
        float b2 = (float) beta2;
        float c1 = (float) (1 - beta1);
        float c2 = (float) (1 - beta2);
        for (int i = from; i < to; i++) {
            m[i] = b1 * m[i] + c1 * d[i];
            v[i] = b2 * v[i] + c2 * d[i] * d[i];
        }
        float[] squares = amsgrad ? largest(state[2], v, from, to) : v;
        float keep = (float) keepShare;
        float size = (float) stepSize;
        float root = (float) rootCorrection;
        float e = (float) eps;
        for (int i = from; i < to; i++) {
            x[i] = keep * x[i] - size * (m[i] / ((float) Math.sqrt(squares[i]) / root + e));
        }
    }

    private static float[] largest(float[] most, float[] v, int from, int to) {
        for (int i = from; i < to; i++) {
            most[i] = Math.max(most[i], v[i]);
        }
        return most;
    }

    @Override
    void update(double[][] state, double[] x, double[] d, int from, int to) {
        double[] m = state[0];
        double[] v = state[1];
        double b1 = beta1;
        double b2 = beta2;
        for (int i = from; i < to; i++) {
            m[i] = b1 * m[i] + (1 - b1) * d[i];
            v[i] = b2 * v[i] + (1 - b2) * d[i] * d[i];
        }
        double[] squares = amsgrad ? largest(state[2], v, from, to) : v;
        double keep = keepShare;
        double size = stepSize;
        double root = rootCorrection;
        double e = eps;
        for (int i = from; i < to; i++) {
            x[i] = keep * x[i] - size * (m[i] / (Math.sqrt(squares[i]) / root + e));
        }
    }

    private static double[] largest(double[] most, double[] v, int from, int to) {
        for (int i = from; i < to; i++) {
            most[i] = Math.max(most[i], v[i]);
        }
        return most;
    }
}
