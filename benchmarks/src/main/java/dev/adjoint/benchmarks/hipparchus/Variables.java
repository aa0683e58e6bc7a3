package dev.adjoint.benchmarks.hipparchus;

import java.util.Arrays;
import org.hipparchus.analysis.differentiation.Gradient;

/** Numbers that are differentiated by. */
final class Variables {
    private final int count;
    private int next;

    /** For derivatives by so many numbers. */
    Variables(int count) {
        this.count = count;
    }

    /** The next variables, with these values. */
    Gradient[] take(double... values) {
        Gradient[] variables = new Gradient[values.length];
        for (int i = 0; i < values.length; i++) {
            variables[i] = Gradient.variable(count, next++, values[i]);
        }
        return variables;
    }

    Gradient constant(double value) {
        return Gradient.constant(count, value);
    }

    /** Zeros, to be overwritten. */
    Gradient[] zeros(int length) {
        Gradient[] zeros = new Gradient[length];
        Arrays.fill(zeros, constant(0));
        return zeros;
    }
}
