package rejected;

import dev.adjoint.*;
import java.util.*;
import java.util.function.*;

class Rejected {
    record Positive(double value) {
        Positive {
            if (value <= 0) {
                throw new IllegalArgumentException();
            }
        }
    }

    @Differentiable
    static double f(Positive p) { // ADJ010
        return p.value();
    }
}
