package dev.adjoint.tensor.vectors;

import com.google.gson.JsonObject;
import dev.adjoint.tensor.Tensor;
import java.util.Arrays;

/** Compares tensors as the vectors' description demands. */
final class Compare {
    private final double rtol;
    private final double atol;

    Compare(JsonObject testCase) {
        this(number(testCase, "rtol"), number(testCase, "atol"));
    }

    Compare(double rtol, double atol) {
        this.rtol = rtol;
        this.atol = atol;
    }

    private static double number(JsonObject o, String name) {
        return o.has(name) ? o.get(name).getAsDouble() : 0;
    }

    void same(String what, Tensor expected, Tensor got) {
        if (got == null) {
            throw new AssertionError(what + ": nothing instead of " + expected);
        }
        if (got.dtype() != expected.dtype()) {
            throw new AssertionError(what + ": type " + got.dtype() + " instead of " + expected.dtype());
        }
        if (!Arrays.equals(got.shape(), expected.shape())) {
            throw new AssertionError(what + ": shape " + Arrays.toString(got.shape()) + " instead of "
                    + Arrays.toString(expected.shape()));
        }
        if (!expected.dtype().isFloating()) {
            if (!Arrays.equals(expected.toLongArray(), got.toLongArray())) {
                throw new AssertionError(what + ": " + got + " instead of " + expected);
            }
            return;
        }
        double[] e = expected.toDoubleArray();
        double[] g = got.toDoubleArray();
        for (int i = 0; i < e.length; i++) {
            same(what + "[" + i + "]", e[i], g[i]);
        }
    }

    void same(String what, double expected, double got) {
        if (Double.isNaN(expected) ? Double.isNaN(got) : expected == got) {
            return;
        }
        if (Double.isInfinite(expected) || !(Math.abs(got - expected) <= atol + rtol * Math.abs(expected))) {
            throw new AssertionError(what + ": " + got + " instead of " + expected);
        }
    }
}
