package dev.adjoint.benchmarks.objectives;

import dev.adjoint.Differentiable;

/** GradBench's greeting. */
public final class Square {
    private Square() {}

    @Differentiable
    public static double square(double x) {
        return x * x;
    }
}
