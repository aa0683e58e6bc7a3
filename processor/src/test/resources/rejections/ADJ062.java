package rejected;

import dev.adjoint.*;
import java.util.*;
import java.util.function.*;

class Rejected {
    @DerivativeOf(type = Math.class, method = "sin")
    private static double sinPartial(double x, double y) { // ADJ062
        return Math.cos(x);
    }
}
