package rejected;

import dev.adjoint.*;
import java.util.*;
import java.util.function.*;

class Rejected {
    static class Box {
        private static double half(double x) {
            return x / 2;
        }

        private int size() {
            return 1;
        }
    }

    @Differentiable
    static double f(double x, Box box) {
        return x * box.size(); // ADJ012
    }
}
