package rejected;

import dev.adjoint.*;
import java.util.*;
import java.util.function.*;
import java.util.random.*;

class Rejected {
    @Differentiable
    static double f(double x) {
        return x;
    }

    @Sample("g") // ADJ013
    static Object[] inputs(RandomGenerator random) {
        return new Object[] {1.0};
    }
}
