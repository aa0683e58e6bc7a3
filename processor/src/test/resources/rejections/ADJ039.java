package rejected;

import dev.adjoint.*;
import java.util.*;
import java.util.function.*;

class Rejected {
    static double twice(DoubleUnaryOperator g, double x) {
        return g.applyAsDouble(g.applyAsDouble(x));
    }

    record Scale(double by) {
        double times(double x) {
            return by * x;
        }
    }

    @Differentiable
    static double f(double x) {
        return twice(new Scale(2)::times, x); // ADJ039
    }
}
