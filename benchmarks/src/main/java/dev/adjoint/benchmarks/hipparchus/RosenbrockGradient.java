package dev.adjoint.benchmarks.hipparchus;

import org.hipparchus.analysis.differentiation.Gradient;

/** {@link dev.adjoint.benchmarks.objectives.Rosenbrock}. */
public final class RosenbrockGradient {
    private RosenbrockGradient() {}

    /** The value and the gradient. */
    public static Gradient objective(double[] at) {
        Variables variables = new Variables(at.length);
        Gradient[] x = variables.take(at);
        Gradient sum = variables.constant(0);
        for (int i = 0; i + 1 < x.length; i++) {
            Gradient rise = x[i + 1].subtract(x[i].multiply(x[i]));
            Gradient rest = x[i].subtract(1);
            sum = sum.add(rise.multiply(rise).multiply(100)).add(rest.multiply(rest));
        }
        return sum;
    }
}
