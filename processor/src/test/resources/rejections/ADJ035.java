package rejected;

import dev.adjoint.*;
import java.util.*;
import java.util.function.*;

class Rejected {
    static class Model {
        double at(double x) {
            return x;
        }
    }

    @Differentiable
    static double f(double x, Model model) {
        return model.at(x); // ADJ035
    }
}
