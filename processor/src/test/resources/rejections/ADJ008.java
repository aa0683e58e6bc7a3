package rejected;

import dev.adjoint.*;
import java.util.*;
import java.util.function.*;

class Rejected {
    @Differentiable(order = 3) // ADJ008
    static double f(double x) {
        return x;
    }
}
