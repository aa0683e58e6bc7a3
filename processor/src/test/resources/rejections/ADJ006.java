package rejected;

import dev.adjoint.*;
import java.util.*;
import java.util.function.*;

class Rejected {
    @Differentiable
    static double f(double x) {
        return x;
    }

    @Differentiable
    static double f(double x, double y) { // ADJ006
        return x * y;
    }
}
