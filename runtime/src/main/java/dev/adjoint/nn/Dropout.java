package dev.adjoint.nn;

import dev.adjoint.tensor.Functional;
import dev.adjoint.tensor.Tensor;
import java.util.random.RandomGenerator;

/** In training, zeros each element with a probability and divides the others by the rest; in evaluation, nothing. */
public final class Dropout extends Module {
    private final double p;
    private final RandomGenerator random;

    /** With this probability, between 0 and 1, and this source of chance. */
    public Dropout(double p, RandomGenerator random) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("dropout probability has to be between 0 and 1, but got " + p);
        }
        this.p = p;
        this.random = random;
    }

    @Override
    public Tensor forward(Tensor x) {
        return Functional.dropout(x, p, isTraining(), random);
    }

    @Override
    protected String describe() {
        return "p=" + p;
    }
}
