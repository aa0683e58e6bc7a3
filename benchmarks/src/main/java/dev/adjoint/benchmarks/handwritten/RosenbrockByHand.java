package dev.adjoint.benchmarks.handwritten;

/** The gradient of {@link dev.adjoint.benchmarks.objectives.Rosenbrock}. */
public final class RosenbrockByHand {
    private RosenbrockByHand() {}

    /** Overwrites {@code gradient}, and returns the value. */
    public static double valueAndGradient(double[] x, double[] gradient) {
        double sum = 0;
        double fromBefore = 0;
        int last = x.length - 1;
        for (int i = 0; i < last; i++) {
            double xi = x[i];
            double rise = x[i + 1] - xi * xi;
            double rest = 1 - xi;
            sum += 100 * rise * rise + rest * rest;
            double riseBar = 200 * rise;
            gradient[i] = fromBefore - 2 * (xi * riseBar + rest);
            fromBefore = riseBar;
        }
        gradient[last] = fromBefore;
        return sum;
    }
}
