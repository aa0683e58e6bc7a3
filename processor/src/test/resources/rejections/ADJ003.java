package rejected;

import dev.adjoint.*;
import java.util.*;
import java.util.function.*;

class Rejected {
    @Differentiable(wrt = {"x", "z"}) // ADJ003
    static double f(double x, double y) {
        return x * y;
    }
}
