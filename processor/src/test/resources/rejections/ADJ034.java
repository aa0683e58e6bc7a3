package rejected;

import dev.adjoint.*;
import java.util.*;
import java.util.function.*;

class Rejected {
    @Differentiable
    static double f(double[] x) {
        Arrays.sort(x); // ADJ034
        return x[0];
    }
}
