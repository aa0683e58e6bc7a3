package rejected;

import dev.adjoint.*;
import java.util.*;
import java.util.function.*;

class Rejected {
    private static class Hidden {}

    @Differentiable
    static double f(double x) {
        Hidden hidden = null; // ADJ046
        return x;
    }
}
