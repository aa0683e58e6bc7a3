package dev.adjoint.benchmarks.objectives;

import dev.adjoint.Differentiable;

/** The smallest of the functions: its derivative should cost what {@code 2 * x + 3} costs. */
public final class Parabola {
    private Parabola() {}

    @Differentiable
    public static double parabola(double x) {
        return x * x + 3 * x + 1;
    }
}
