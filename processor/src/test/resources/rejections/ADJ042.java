package rejected;

import dev.adjoint.*;
import java.util.*;
import java.util.function.*;

class Rejected {
    static class Box {
        final double value;

        Box(double value) {
            this.value = value;
        }
    }

    @Differentiable
    static double f(double x) {
        return new Box(x).value; // ADJ042
    }
}
