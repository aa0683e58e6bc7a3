package rejected;

import dev.adjoint.*;
import java.util.*;
import java.util.function.*;

class Rejected {
    @Differentiable
    @Checkpoint(slots = 2, loop = "time")
    static double run(double x) {
        time:
        while (x > 1) { // ADJ067
            x = Math.sqrt(x) - 0.1;
        }
        return x;
    }
}
