package rejected;

import dev.adjoint.*;
import java.util.*;
import java.util.function.*;

class Rejected {
    @Differentiable
    static double f(double x, String s) {
        List<String> seen = List.of();
        try { // ADJ054
            seen = List.of(s);
            seen = List.of(s, s.substring(Integer.parseInt(s)));
        } catch (NumberFormatException e) {
            return x;
        }
        return x * seen.size();
    }
}
