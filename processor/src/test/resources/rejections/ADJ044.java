package rejected;

import dev.adjoint.*;
import java.util.*;
import java.util.function.*;

class Rejected {
    @Differentiable
    static double f(double x, List<String> words) {
        words.forEach(word -> {}); // ADJ044
        return x;
    }
}
