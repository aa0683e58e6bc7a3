package dev.adjoint.benchmarks.hipparchus;

import org.hipparchus.analysis.differentiation.Gradient;

/** {@link dev.adjoint.benchmarks.objectives.Parabola}. */
public final class ParabolaGradient {
    private ParabolaGradient() {}

    /** The value and the derivative. */
    public static Gradient parabola(double at) {
        Gradient x = Gradient.variable(1, 0, at);
        return x.multiply(x).add(x.multiply(3)).add(1);
    }
}
