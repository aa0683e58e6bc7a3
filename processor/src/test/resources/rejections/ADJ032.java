package rejected;

import dev.adjoint.*;
import java.util.*;
import java.util.function.*;

class Rejected {
    static double rate = 2;

    @Differentiable
    static double f(double x) {
        return x * rate; // ADJ032
    }
}
