package rejected;

import dev.adjoint.*;
import java.util.*;
import java.util.function.*;

class Rejected {
    static final double[] CACHE = {0};

    @Differentiable
    static double f(double x) {
        CACHE[0] = x; // ADJ041
        return CACHE[0];
    }
}
