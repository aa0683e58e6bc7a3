package rejected;

import dev.adjoint.*;
import java.util.*;
import java.util.function.*;

class Rejected {
    @Differentiable
    static double f(double x, String s) {
        double y = 0;
        try {
            y = x * Integer.parseInt(s); // ADJ023
        } catch (NumberFormatException e) {
            y = 1;
        }
        return y;
    }
}
