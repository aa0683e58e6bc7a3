package goldens;

import dev.adjoint.Differentiable;

/** Second derivatives, and a derivative within a method. */
public final class SecondOrder {
    private SecondOrder() {}

    @Differentiable(order = 2)
    public static double rosenbrock(double[] x) {
        double sum = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            double a = x[i + 1] - x[i] * x[i];
            double b = 1 - x[i];
            sum += 100 * a * a + b * b;
        }
        return sum;
    }

    @Differentiable
    public static double cube(double x) {
        return x * x * x;
    }

    @Differentiable
    public static double slope(double x) {
        return SecondOrderGrad.cubeGrad(x) + x;
    }
}
