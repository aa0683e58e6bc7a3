package rejected;

import dev.adjoint.*;
import java.util.*;
import java.util.function.*;

class Rejected {
    private static final double[] WEIGHTS = {1, 2};

    @Differentiable
    static double f(double x) {
        return x * WEIGHTS[0]; // ADJ033
    }
}
