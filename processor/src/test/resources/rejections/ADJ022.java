package rejected;

import dev.adjoint.*;
import java.util.*;
import java.util.function.*;

class Rejected {
    @Differentiable
    static double f(double x) {
        record Pair(double a, double b) {} // ADJ022
        return new Pair(x, x).a();
    }
}
