package rejected;

import dev.adjoint.*;
import java.util.*;
import java.util.function.*;

class Rejected {
    @DerivativeOf(type = Math.class, method = "sin")
    static double sinPartial(double x, int y) { // ADJ061
        return Math.cos(x);
    }
}
