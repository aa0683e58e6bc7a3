package dev.adjoint.optim;

import dev.adjoint.tensor.Tensor;
import java.util.List;

/** Adagrad (Duchi, Hazan and Singer, 2011): steps by the gradient over the root of the sum of all its squares. */
public final class Adagrad extends ElementwiseOptimizer {
    private final double lrDecay;
    private final double eps;
    private double rate;

    /** What Adagrad can be told. */
    public static final class Options extends dev.adjoint.optim.Options<Options> {
        double lrDecay;
        double initialAccumulatorValue;
        double eps = 1e-10;

        Options() {
            super(1e-2, 0);
        }

        @Override
        Options self() {
            return this;
        }

        /** How the learning rate falls: in step k it is {@code lr / (1 + (k - 1) lrDecay)}; 0 by default. */
        public Options lrDecay(double decay) {
            this.lrDecay = decay;
            return this;
        }

        /** Where the sums of squares start; 0 by default. */
        public Options initialAccumulatorValue(double start) {
            this.initialAccumulatorValue = start;
            return this;
        }

        /** What is added to the root in the denominator; 1e-10 by default. */
        public Options eps(double added) {
            this.eps = added;
            return this;
        }
    }

    /** The defaults: learning rate 0.01, no decay, sums from 0, eps 1e-10. */
    public static Options options() {
        return new Options();
    }

    /** Adagrad with its defaults. */
    public Adagrad(List<Tensor> parameters) {
        this(parameters, options());
    }

    /** Adagrad with this learning rate. */
    public Adagrad(List<Tensor> parameters, double lr) {
        this(parameters, options().lr(lr));
    }

    /** Adagrad with these options. */
    public Adagrad(List<Tensor> parameters, Options options) {
        super(parameters, options);
        this.lrDecay = Checks.atLeastZero("lr_decay value", options.lrDecay);
        this.eps = Checks.atLeastZero("epsilon value", options.eps);
        keep(1, Checks.atLeastZero("initial_accumulator_value value", options.initialAccumulatorValue));
    }

    @Override
    void prepare(int step) {
        rate = lr() / (1 + (step - 1) * lrDecay);
    }

    @Override
    void update(float[][] state, float[] x, float[] d, int from, int to) {
        float[] sum = state[0];
        float r = (float) rate;
        float e = (float) eps;
        for (int i = from; i < to; i++) {
            sum[i] += d[i] * d[i];
            x[i] -= r * (d[i] / ((float) Math.sqrt(sum[i]) + e));
        }
    }

    @Override
    void update(double[][] state, double[] x, double[] d, int from, int to) {
        double[] sum = state[0];
        double r = rate;
        double e = eps;
        for (int i = from; i < to; i++) {
            sum[i] += d[i] * d[i];
            x[i] -= r * (d[i] / (Math.sqrt(sum[i]) + e));
        }
    }
}
