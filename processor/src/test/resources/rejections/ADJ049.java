package rejected;

import dev.adjoint.*;
import java.util.*;
import java.util.function.*;

class Rejected {
    @Differentiable
    static double f(double x) {
        DoubleUnaryOperator g = u -> u;
        g = u -> 2 * u; // ADJ049
        return g.applyAsDouble(x);
    }
}
