package rejected;

import dev.adjoint.*;
import java.util.*;
import java.util.function.*;

class Rejected {
    record Celsius(double degrees) {
        public double degrees() {
            return degrees + 273.15;
        }

        double twice() {
            return 2 * degrees; // ADJ053
        }
    }

    @Differentiable
    static double f(double x) {
        return new Celsius(x).twice();
    }
}
