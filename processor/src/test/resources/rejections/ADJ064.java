package rejected;

import dev.adjoint.*;
import java.util.*;
import java.util.function.*;

class Rejected {
    @Checkpoint(slots = 0) // ADJ064
    static void step(double[] x) {}
}
