package demo;

import dev.adjoint.Differentiable;
import dev.adjoint.Sample;
import java.util.random.RandomGenerator;

/** Compiled for Java 25. */
public final class Demo {
    record Point(double x, double y) {}

    private Demo() {}

    @Differentiable
    public static double distance(Point p) {
        return Math.hypot(p.x(), p.y());
    }

    @Sample("distance")
    static Object[] points(RandomGenerator random) {
        System.out.println("checked on Java " + Runtime.version().feature());
        Object drawn = new Point(random.nextDouble(), random.nextDouble());
        if (drawn instanceof Point(double x, double _)) {
            return new Object[] {new Point(x, 1)};
        }
        throw new AssertionError();
    }
}
