package dev.adjoint.optim;

import dev.adjoint.tensor.DType;
import dev.adjoint.tensor.Elements;
import dev.adjoint.tensor.Tensor;
import dev.adjoint.tensor.kernel.Parallel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An optimiser that changes each element by a formula of its own gradient and of numbers it keeps for that element. One
 * fused loop over arrays per parameter; long ones are split over threads.
 */
abstract class ElementwiseOptimizer extends Optimizer {
    private final List<Slot> slots = new ArrayList<>();
    private final boolean maximize;
    final double weightDecay;

    ElementwiseOptimizer(List<Tensor> parameters, Options<?> options) {
        super(parameters, options.lr);
        this.weightDecay = Checks.atLeastZero("weight_decay value", options.weightDecay);
        this.maximize = options.maximize;
    }

    /** A parameter with what is kept for it: arrays of its type and length. */
    private static final class Slot {
        final Tensor parameter;
        final float[][] floats;
        final double[][] doubles;
        private float[] floatScratch = new float[0];
        private double[] doubleScratch = new double[0];
        int steps;

        Slot(Tensor parameter, int buffers, double initial) {
            boolean single = parameter.dtype() == DType.FLOAT32;
            int n = parameter.numel();
            this.parameter = parameter;
            this.floats = new float[single ? buffers : 0][n];
            this.doubles = new double[single ? 0 : buffers][n];
            Arrays.stream(floats).forEach(b -> Arrays.fill(b, (float) initial));
            Arrays.stream(doubles).forEach(b -> Arrays.fill(b, initial));
        }

        float[] floatScratch() {
            if (floatScratch.length == 0) {
                floatScratch = new float[parameter.numel()];
            }
            return floatScratch;
        }

        double[] doubleScratch() {
            if (doubleScratch.length == 0) {
                doubleScratch = new double[parameter.numel()];
            }
            return doubleScratch;
        }
    }

    /** Sets up this many arrays for each parameter, filled with a number; called by the constructors. */
    final void keep(int buffers, double initial) {
        parameters().forEach(p -> slots.add(new Slot(p, buffers, initial)));
    }

    /** Computes the numbers that are the same for all elements of a parameter, in its step number {@code step}. */
    abstract void prepare(int step);

    /** Changes the elements of x from (inclusive) to to (exclusive) by their directions d. */
    abstract void update(float[][] state, float[] x, float[] d, int from, int to);

    /** Changes the elements of x from (inclusive) to to (exclusive) by their directions d. */
    abstract void update(double[][] state, double[] x, double[] d, int from, int to);

    /** Whether weight decay is a part of the gradient. */
    boolean decaysThroughGradient() {
        return true;
    }

    @Override
    public final void step() {
        for (Slot slot : slots) {
            Tensor g = slot.parameter.grad();
            if (g != null) {
                slot.steps++;
                prepare(slot.steps);
                if (g.dtype() == DType.FLOAT32) {
                    stepFloats(slot, g);
                } else {
                    stepDoubles(slot, g);
                }
            }
        }
    }

    private void stepFloats(Slot slot, Tensor g) {
        float[] x = Elements.floats(slot.parameter);
        float[] d = direction(slot, x, Elements.floats(g));
        int n = slot.parameter.numel();
        if (Parallel.pays(n)) {
            Parallel.run(n, Parallel.GRAIN, (from, to) -> update(slot.floats, x, d, from, to));
        } else {
            update(slot.floats, x, d, 0, n);
        }
        Elements.commit(slot.parameter, x);
    }

    private void stepDoubles(Slot slot, Tensor g) {
        double[] x = Elements.doubles(slot.parameter);
        double[] d = direction(slot, x, Elements.doubles(g));
        int n = slot.parameter.numel();
        if (Parallel.pays(n)) {
            Parallel.run(n, Parallel.GRAIN, (from, to) -> update(slot.doubles, x, d, from, to));
        } else {
            update(slot.doubles, x, d, 0, n);
        }
        Elements.commit(slot.parameter, x);
    }

    /** The gradient itself, or with its sign turned and the decayed parameter added. Absent decay adds nothing. */
    private float[] direction(Slot slot, float[] x, float[] g) {
        float decay = decaysThroughGradient() ? (float) weightDecay : 0;
        if (decay == 0 && !maximize) {
            return g;
        }
        float[] d = slot.floatScratch();
        float sign = maximize ? -1 : 1;
        for (int i = 0; i < d.length; i++) {
            d[i] = sign * g[i];
        }
        for (int i = 0; decay != 0 && i < d.length; i++) {
            d[i] += decay * x[i];
        }
        return d;
    }

    private double[] direction(Slot slot, double[] x, double[] g) {
        double decay = decaysThroughGradient() ? weightDecay : 0;
        if (decay == 0 && !maximize) {
            return g;
        }
        double[] d = slot.doubleScratch();
        double sign = maximize ? -1 : 1;
        for (int i = 0; i < d.length; i++) {
            d[i] = sign * g[i];
        }
        for (int i = 0; decay != 0 && i < d.length; i++) {
            d[i] += decay * x[i];
        }
        return d;
    }
}
