package demo;

import dev.adjoint.Differentiable;

/** A module with a derivative. */
public final class Core {
    private Core() {}

    @Differentiable
    public static double wave(double x) {
        return Math.sin(x) * x;
    }
}
