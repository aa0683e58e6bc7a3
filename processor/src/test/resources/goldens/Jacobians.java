package goldens;

import dev.adjoint.Differentiable;

/** Array results. */
public final class Jacobians {
    private Jacobians() {}

    @Differentiable
    public static double[] polar(double[] p) {
        return new double[] {p[0] * Math.cos(p[1]), p[0] * Math.sin(p[1])};
    }
}
