package goldens;

import dev.adjoint.Differentiable;

/** Loops: a sum, a recurrence whose values are kept, and one of unknown length. */
public final class Loops {
    private Loops() {}

    @Differentiable(wrt = "w")
    public static double squaredError(double[] w, double[][] x, double[] y) {
        double loss = 0;
        for (int i = 0; i < y.length; i++) {
            double predicted = 0;
            for (int j = 0; j < w.length; j++) {
                predicted += w[j] * x[i][j];
            }
            loss += (predicted - y[i]) * (predicted - y[i]);
        }
        return loss;
    }

    @Differentiable
    public static double population(double start, double rate, int years) {
        double p = start;
        for (int t = 0; t < years; t++) {
            p = p + rate * p * (1 - p);
        }
        return p;
    }

    @Differentiable
    public static double squareRoot(double a) {
        double x = a;
        while (Math.abs(x * x - a) > 1e-12) {
            x = 0.5 * (x + a / x);
        }
        return x;
    }
}
