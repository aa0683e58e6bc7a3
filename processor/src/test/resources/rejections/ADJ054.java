package rejected;

import dev.adjoint.*;
import java.util.*;
import java.util.function.*;

class Rejected {
    @Differentiable
    static double f(double x, String s) {
        int n = 0;
        try { // ADJ054
            n = 1;
            n += Integer.parseInt(s);
        } catch (NumberFormatException e) {
            n *= 2;
        }
        return x * n;
    }
}
