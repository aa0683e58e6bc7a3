package rejected;

import dev.adjoint.*;
import java.util.*;
import java.util.function.*;

class Rejected {
    record Point(double x, double y) {}

    @Differentiable
    static double f(Point[] points) {
        Point best = null;
        for (Point p : points) {
            if (best == null || p.x() < best.x()) { // ADJ059
                best = p;
            }
        }
        return best.y();
    }
}
