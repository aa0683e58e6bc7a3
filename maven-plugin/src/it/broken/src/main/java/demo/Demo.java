package demo;

import dev.adjoint.Differentiable;
import dev.adjoint.Domain;
import dev.adjoint.Sample;
import java.util.random.RandomGenerator;

/** Methods that cannot be checked, each for another reason, and one that can. */
public final class Demo {
    private Demo() {}

    /** Does not load. */
    static final class Table {
        static final double STEP = Double.parseDouble("no number");

        private Table() {}

        @Differentiable
        static double scaled(double x) {
            return STEP * x;
        }
    }

    @Differentiable
    public static double square(double x) {
        return x * x;
    }

    @Differentiable
    public static double endless(double x) {
        double y = x;
        while (y > -1e9) {
            y = y + 1 - 1;
        }
        return y;
    }

    @Differentiable
    public static double supplied(double x) {
        return x * x;
    }

    @Sample("supplied")
    static Object[] lost(RandomGenerator random) {
        throw new IllegalStateException("no data today");
    }

    @Differentiable
    public static double leaving(double x) {
        return x * x;
    }

    @Sample("leaving")
    static Object[] exit(RandomGenerator random) {
        System.exit(0);
        return new Object[] {1.0};
    }

    @Differentiable
    public static double enormous(@Domain(size = {100_000, 100_000}) double[][] a) {
        return a[0][0];
    }

    @Differentiable
    public static double nowhere(double x) {
        return Math.log(-1 - x * x);
    }
}
