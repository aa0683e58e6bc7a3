package dev.adjoint.benchmarks.objectives;

import dev.adjoint.Differentiable;

/** How well a polynomial follows the sign function: GradBench's linear least squares. */
public final class LeastSquares {
    private LeastSquares() {}

    /**
     * Half the sum of the squares of what is left.
     *
     * @param x coefficients, that of the constant first
     * @param n the number of places in [-1, 1]
     */
    @Differentiable(wrt = "x")
    public static double objective(double[] x, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double t = -1 + 2.0 * i / (n - 1);
            double power = 1;
            double fit = 0;
            for (int j = 0; j < x.length; j++) {
                fit += x[j] * power;
                power *= t;
            }
            double rest = Math.signum(t) - fit;
            sum += rest * rest;
        }
        return 0.5 * sum;
    }
}
