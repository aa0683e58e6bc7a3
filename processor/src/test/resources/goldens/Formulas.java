package goldens;

import dev.adjoint.Differentiable;

/** Straight-line formulas: what is written is what a person would write. */
public final class Formulas {
    private Formulas() {}

    @Differentiable
    public static double parabola(double x) {
        return (x * x) + (3 * x) + 1;
    }

    @Differentiable
    public static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    @Differentiable(wrt = {"x", "sigma"})
    public static double gaussian(double x, double mu, double sigma) {
        double z = (x - mu) / sigma;
        return Math.exp(-0.5 * z * z) / (sigma * Math.sqrt(2 * Math.PI));
    }
}
