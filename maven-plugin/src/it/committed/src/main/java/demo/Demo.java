package demo;

import dev.adjoint.Differentiable;

/** A project that keeps its derivatives under version control. */
public final class Demo {
    private Demo() {}

    @Differentiable
    public static double square(double x) {
        return x * x;
    }
}
