package demo;

import dev.adjoint.Differentiable;

/** A derivative that only tests use. */
final class TestMath {
    private TestMath() {}

    @Differentiable
    static double hump(double x) {
        return Math.exp(-x * x);
    }
}
