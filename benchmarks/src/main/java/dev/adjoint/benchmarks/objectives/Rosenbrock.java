package dev.adjoint.benchmarks.objectives;

import dev.adjoint.Differentiable;

/** Rosenbrock's valley in any number of dimensions. */
public final class Rosenbrock {
    private Rosenbrock() {}

    @Differentiable
    public static double objective(double[] x) {
        double sum = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            double rise = x[i + 1] - x[i] * x[i];
            double rest = 1 - x[i];
            sum += 100 * rise * rise + rest * rest;
        }
        return sum;
    }
}
