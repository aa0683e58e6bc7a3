package rejected;

import dev.adjoint.*;
import java.util.*;
import java.util.function.*;

class Rejected {
    record Entry(double key, double value) implements Comparable<Entry> {
        public int compareTo(Entry other) {
            return Double.compare(key, other.key);
        }
    }

    @Differentiable(wrt = "x")
    static double f(double x, Entry[] entries) {
        Entry[] sorted = entries.clone();
        Arrays.sort(sorted); // ADJ045
        return x * sorted[0].value();
    }
}
