package demo;

import dev.adjoint.Differentiable;
import dev.adjoint.Domain;
import dev.adjoint.Sample;
import java.util.random.RandomGenerator;

/** Signatures of every kind. */
public final class Demo {
    public record Body(double mass, double[] velocity, int label) {}

    private Demo() {}

    @Differentiable
    public static double someFunc(double x) {
        return (x * x) + (3 * x) + 1;
    }

    @Differentiable(order = 2)
    public static double rosenbrock(double[] p) {
        double sum = 0;
        for (int i = 0; i + 1 < p.length; i++) {
            double a = 1 - p[i];
            double b = p[i + 1] - p[i] * p[i];
            sum += a * a + 100 * b * b;
        }
        return sum;
    }

    @Differentiable
    public static double logarithm(@Domain(min = 0.5, max = 4) double x, double y) {
        return y * Math.log(x);
    }

    @Differentiable
    public static double[] polar(double r, double phi) {
        return new double[] {r * Math.cos(phi), r * Math.sin(phi)};
    }

    @Differentiable
    public static void scale(@Domain(size = 3) double[] values, double factor) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
    }

    @Differentiable
    public static double energy(Body body) {
        double sum = 0;
        for (double v : body.velocity()) {
            sum += v * v;
        }
        return 0.5 * body.mass() * sum;
    }

    @Differentiable
    public static float single(float x) {
        return x * x * x;
    }

    @Differentiable(wrt = "x")
    public static double chosen(double x, String unit) {
        return unit.length() * x * x;
    }

    @Sample("chosen")
    static Object[] inputsOfChosen(RandomGenerator random) {
        return new Object[] {random.nextDouble(), "metre"};
    }
}
