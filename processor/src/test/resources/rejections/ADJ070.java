package rejected;

import dev.adjoint.*;
import java.util.*;
import java.util.function.*;

class Rejected {
    static double[] twice(double[] x) {
        return new double[] {2 * x[0]};
    }

    @DerivativeOf(type = Rejected.class, method = "twice")
    static double[] ruleOfTwice(double[] x, double[] other) { // ADJ070
        return new double[] {2 * other[0]};
    }
}
