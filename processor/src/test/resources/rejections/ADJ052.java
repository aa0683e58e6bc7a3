package rejected;

import dev.adjoint.*;
import java.util.*;
import java.util.function.*;

class Rejected {
    @Differentiable
    static double f(double[] x) {
        Object o = x; // ADJ052
        return x[0];
    }
}
