package rejected;

import dev.adjoint.*;
import java.util.*;
import java.util.function.*;

class Rejected {
    @Differentiable
    static double f(double x, Integer n) {
        int before = n++; // ADJ043
        return x * before;
    }
}
