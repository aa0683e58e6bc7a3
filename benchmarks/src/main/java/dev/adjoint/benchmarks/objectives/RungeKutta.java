package dev.adjoint.benchmarks.objectives;

import dev.adjoint.Differentiable;

/** A chain of linear differential equations, solved from 0 to 2 by the classical Runge-Kutta method. */
public final class RungeKutta {
    private RungeKutta() {}

    /** The last of the unknowns at the end. */
    @Differentiable(wrt = "x")
    public static double last(double[] x, int steps) {
        return solve(x, steps)[x.length - 1];
    }

    /** All unknowns at the end, after so many equal steps from zero. */
    public static double[] solve(double[] x, int steps) {
        int n = x.length;
        double h = 2.0 / steps;
        double[] y = new double[n];
        double[] stage = new double[n];
        double[] k1 = new double[n];
        double[] k2 = new double[n];
        double[] k3 = new double[n];
        double[] k4 = new double[n];
        for (int step = 0; step < steps; step++) {
            slope(x, y, k1);
            move(y, h / 2, k1, stage);
            slope(x, stage, k2);
            move(y, h / 2, k2, stage);
            slope(x, stage, k3);
            move(y, h, k3, stage);
            slope(x, stage, k4);
            for (int i = 0; i < n; i++) {
                y[i] += h * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]) / 6;
            }
        }
        return y;
    }

    /** The right-hand side: each unknown grows with the one before. */
    static void slope(double[] x, double[] y, double[] out) {
        out[0] = x[0];
        for (int i = 1; i < x.length; i++) {
            out[i] = x[i] * y[i - 1];
        }
    }

    static void move(double[] y, double h, double[] k, double[] out) {
        for (int i = 0; i < y.length; i++) {
            out[i] = y[i] + h * k[i];
        }
    }
}
