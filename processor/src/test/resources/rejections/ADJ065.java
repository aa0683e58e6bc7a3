package rejected;

import dev.adjoint.*;
import java.util.*;
import java.util.function.*;

class Rejected {
    @Checkpoint(slots = 2, loop = "time") // ADJ065
    static void run(double[] x) {}
}
