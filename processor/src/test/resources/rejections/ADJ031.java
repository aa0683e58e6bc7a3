package rejected;

import dev.adjoint.*;
import java.util.*;
import java.util.function.*;

class Rejected {
    static double last;
    double field;

    @Differentiable
    static double f(double x, Rejected r) {
        r.field = x; // ADJ031
        return x;
    }
}
