package demo;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Differentiable;

/** A rule of the user's own that has lost a factor. */
public final class Demo {
    private Demo() {}

    static double cube(double x) {
        return x * x * x;
    }

    @DerivativeOf(type = Demo.class, method = "cube")
    static double cubeRule(double x, double y) {
        return x * x;
    }

    @Differentiable
    public static double volume(double side) {
        return 2 * cube(side);
    }
}
