package rejected;

import dev.adjoint.*;
import java.util.*;
import java.util.function.*;

class Rejected {
    @Differentiable(name = "1st") // ADJ011
    static double f(double x) {
        return x;
    }
}
