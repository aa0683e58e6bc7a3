package rejected;

import dev.adjoint.*;
import java.util.*;
import java.util.function.*;

class Rejected {
    record Point(double x, double y) {}

    @Differentiable
    static void move(Point[] points, double t) { // ADJ014
        for (int i = 0; i < points.length; i++) {
            points[i] = new Point(points[i].x() + t, points[i].y());
        }
    }
}
