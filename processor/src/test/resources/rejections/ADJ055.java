package rejected;

import dev.adjoint.*;
import java.util.*;
import java.util.function.*;

class Rejected {
    static double weigh(double x, double w) {
        return x * w;
    }

    @DerivativeOf(type = Rejected.class, method = "weigh", wrt = "x")
    static double weighPartial(double x, double w, double y) {
        return w;
    }

    @Differentiable
    static double f(double a, double b) {
        return weigh(a, 2) + weigh(a, b); // ADJ055
    }
}
