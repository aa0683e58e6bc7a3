package rejected;

import dev.adjoint.*;
import java.util.*;
import java.util.function.*;

class Rejected {
    static double[] axpy(double a, double[] x) {
        return x;
    }

    @DerivativeOf(type = Rejected.class, method = "axpy", wrt = "x")
    static double[] axpyVjp(double a, double[] x, double[] yBar) {
        return yBar;
    }

    @DerivativeOf(type = Rejected.class, method = "axpy")
    static double[] axpyJvp(double a, double[] x, double aDot, double[] xDot) { // ADJ073
        return xDot;
    }
}
