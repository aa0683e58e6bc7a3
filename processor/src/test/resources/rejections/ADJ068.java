package rejected;

import dev.adjoint.*;
import java.util.*;
import java.util.function.*;

class Rejected {
    @Checkpoint(slots = 2)
    static double step(double x, int t) {
        System.out.println(t);
        return Math.sin(x);
    }

    @Differentiable
    static double run(double x, int n) {
        for (int t = 0; t < n; t++) { // ADJ068
            x = step(x, t);
        }
        return x;
    }
}
