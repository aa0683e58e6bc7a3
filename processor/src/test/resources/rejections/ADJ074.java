package rejected;

import dev.adjoint.*;
import java.util.*;
import java.util.function.*;

class Rejected {
    static double[] reversed(double[] x) {
        return new double[] {x[1], x[0]};
    }

    @DerivativeOf(type = Rejected.class, method = "reversed")
    static double[] reversedVjp(double[] x, double[] yBar) {
        return reversed(yBar);
    }

    @Differentiable(modes = Differentiable.Mode.REVERSE)
    static double backward(double[] x) {
        return reversed(x)[0];
    }

    @Differentiable
    static double both(double[] x) {
        double s = 0;
        for (double v : reversed(x)) { // ADJ074
            s += v;
        }
        return s;
    }
}
