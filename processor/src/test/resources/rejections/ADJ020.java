package rejected;

import dev.adjoint.*;
import java.util.*;
import java.util.function.*;

class Rejected {
    @Differentiable
    static double f(double x, Object lock) {
        synchronized (lock) { // ADJ020
            return x;
        }
    }
}
