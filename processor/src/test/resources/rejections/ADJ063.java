package rejected;

import dev.adjoint.*;
import java.util.*;
import java.util.function.*;

class Rejected {
    @DerivativeOf(type = Math.class, method = "sin")
    static double sinPartial(double x, double y) {
        return Math.cos(x);
    }

    @DerivativeOf(type = Math.class, method = "sin")
    static double sinAgain(double x, double y) { // ADJ063
        return Math.cos(x);
    }
}
