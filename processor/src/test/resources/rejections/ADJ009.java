package rejected;

import dev.adjoint.*;
import java.util.*;
import java.util.function.*;

class Rejected {
    @Differentiable(wrt = "n") // ADJ009
    static double f(double x, int n) {
        return x * n;
    }
}
