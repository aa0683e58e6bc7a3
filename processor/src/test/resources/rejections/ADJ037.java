package rejected;

import dev.adjoint.*;
import java.util.*;
import java.util.function.*;

class Rejected {
    @Differentiable
    static double f(double x) {
        DoubleUnaryOperator g = u -> u;
        return g.andThen(u -> u).applyAsDouble(x); // ADJ037
    }
}
