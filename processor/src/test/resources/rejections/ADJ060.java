package rejected;

import dev.adjoint.*;
import java.util.*;
import java.util.function.*;

class Rejected {
    @DerivativeOf(type = Math.class, method = "sine") // ADJ060
    static double sinePartial(double x, double y) {
        return Math.cos(x);
    }
}
