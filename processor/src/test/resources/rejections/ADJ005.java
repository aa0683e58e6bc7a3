package rejected;

import dev.adjoint.*;
import java.util.*;
import java.util.function.*;

class Rejected {
    @Differentiable
    static int f(double x) { // ADJ005
        return (int) x;
    }
}
