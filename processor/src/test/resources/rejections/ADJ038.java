package rejected;

import dev.adjoint.*;
import java.util.*;
import java.util.function.*;

class Rejected {
    @Differentiable
    static double f(double x) {
        Double y = x; // ADJ038
        return y;
    }
}
