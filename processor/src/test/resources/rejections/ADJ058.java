package rejected;

import dev.adjoint.*;
import java.util.*;
import java.util.function.*;

class Rejected {
    @Differentiable
    static double f(double[] x) {
        double[] y = x.clone();
        double[] c = Adjoint.constant(y); // ADJ058
        c[0] = 3;
        return y[0] * y[1];
    }
}
