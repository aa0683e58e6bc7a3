package dev.adjoint.nn;

import dev.adjoint.tensor.DType;
import java.util.random.RandomGenerator;

/** Another name of {@link Linear}, common in the literature. */
public final class Dense extends Linear {
    /** With bias, in floats. */
    public Dense(int in, int out, RandomGenerator random) {
        super(in, out, random);
    }

    /** As {@link Linear#Linear(int, int, boolean, DType, RandomGenerator)}. */
    public Dense(int in, int out, boolean bias, DType type, RandomGenerator random) {
        super(in, out, bias, type, random);
    }
}
