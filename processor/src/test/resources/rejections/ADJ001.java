package rejected;

import dev.adjoint.*;
import java.util.*;
import java.util.function.*;

class Rejected {
    @Differentiable
    double f(double x) { // ADJ001
        return x;
    }
}
