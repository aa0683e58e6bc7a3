package rejected;

import dev.adjoint.*;
import java.util.*;
import java.util.function.*;

class Rejected {
    @Differentiable
    static double f(double x, DoubleUnaryOperator g) { // ADJ007
        return g.applyAsDouble(x);
    }
}
