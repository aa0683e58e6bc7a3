package rejected;

import dev.adjoint.*;
import java.util.*;
import java.util.function.*;

class Rejected {
    @Differentiable
    static double f(double x, AutoCloseable source) throws Exception {
        try (AutoCloseable c = source) { // ADJ021
            return x;
        }
    }
}
