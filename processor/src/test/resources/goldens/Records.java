package goldens;

import dev.adjoint.Differentiable;

/** Records: a gradient has the type of what it is taken by. */
public final class Records {
    private Records() {}

    public record Point(double x, double y) {
        Point minus(Point other) {
            return new Point(x - other.x, y - other.y);
        }

        double norm() {
            return Math.hypot(x, y);
        }
    }

    @Differentiable
    public static double distance(Point a, Point b) {
        return a.minus(b).norm();
    }
}
