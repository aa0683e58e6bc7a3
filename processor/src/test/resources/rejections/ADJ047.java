package rejected;

import dev.adjoint.*;
import java.util.*;
import java.util.function.*;

class Rejected {
    @Differentiable
    static double f(double x, String[] words) {
        words[0] += "a"; // ADJ047
        return x;
    }
}
