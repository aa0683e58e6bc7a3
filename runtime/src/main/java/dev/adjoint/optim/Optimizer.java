package dev.adjoint.optim;

import dev.adjoint.tensor.DType;
import dev.adjoint.tensor.Elements;
import dev.adjoint.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * Changes parameters by their gradients. A training step is: {@link #zeroGrad()}, compute the loss,
 * {@link Tensor#backward()}, {@link #step()}. Parameters without a gradient are left alone.
 *
 * <p>An optimiser belongs to one thread at a time.
 */
public abstract class Optimizer {
    private final List<Tensor> parameters;
    private double lr;

    Optimizer(List<Tensor> parameters, double lr) {
        Checks.parameters(parameters);
        this.parameters = List.copyOf(parameters);
        this.lr = Checks.atLeastZero("learning rate", lr);
    }

    /** Changes the parameters by their present gradients. */
    public abstract void step();

    /** What this optimiser changes. */
    public List<Tensor> parameters() {
        return parameters;
    }

    /** The learning rate. */
    public double lr() {
        return lr;
    }

    /** Sets the learning rate, at least 0, from the next step on. */
    public void setLr(double learningRate) {
        lr = Checks.atLeastZero("learning rate", learningRate);
    }

    /** Sets the gradients of all parameters to zeros; parameters without one stay without. */
    public void zeroGrad() {
        zeroGrad(false);
    }

    /** Sets the gradients of all parameters to zeros, or removes them. */
    public void zeroGrad(boolean setToNull) {
        for (Tensor p : parameters) {
            Tensor g = p.grad();
            if (g != null) {
                clear(p, g, setToNull);
            }
        }
    }

    private static void clear(Tensor p, Tensor g, boolean setToNull) {
        if (setToNull) {
            p.setGrad(null);
        } else if (g.requiresGrad()) {
            // A recorded gradient belongs to a graph that may still be used.
            p.setGrad(Tensor.zeros(g.dtype(), g.shape()));
        } else {
            fillWithZeros(g);
        }
    }

    private static void fillWithZeros(Tensor g) {
        if (g.dtype() == DType.FLOAT32) {
            float[] elements = Elements.floats(g);
            Arrays.fill(elements, 0, g.numel(), 0);
            Elements.commit(g, elements);
        } else {
            double[] elements = Elements.doubles(g);
            Arrays.fill(elements, 0, g.numel(), 0);
            Elements.commit(g, elements);
        }
    }
}
