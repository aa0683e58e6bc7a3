package demo;

import dev.adjoint.Differentiable;
import dev.adjoint.Sample;
import java.util.random.RandomGenerator;

/** Inputs exactly at a kink. */
public final class Demo {
    private Demo() {}

    @Differentiable
    public static double relu(double x) {
        return Math.max(0, x);
    }

    @Sample("relu")
    static Object[] atTheKink(RandomGenerator random) {
        return new Object[] {0.0};
    }
}
