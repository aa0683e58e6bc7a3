package dev.adjoint.optim;

import dev.adjoint.tensor.Tensor;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Refuses arguments with which an optimiser can't work, in the words of PyTorch. */
final class Checks {
    private Checks() {}

    static double atLeastZero(String what, double value) {
        require(value >= 0, "Invalid " + what + ": " + value + ". It must be at least 0.");
        return value;
    }

    static double beta(int index, double value) {
        require(
                value >= 0 && value < 1,
                "Invalid beta parameter at index " + index + ": " + value + ". It must be at least 0 and below 1.");
        return value;
    }

    static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    /** Parameters must be distinct leaves of floating-point numbers. */
    static void parameters(List<Tensor> parameters) {
        require(!parameters.isEmpty(), "optimizer got an empty parameter list");
        Set<Tensor> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Tensor p : parameters) {
            require(p.isLeaf(), "can't optimize a non-leaf Tensor: it was computed by " + p.gradFn());
            require(p.dtype().isFloating(), "can't optimize a Tensor of " + p.dtype() + ": it has no gradient");
            require(seen.add(p), "optimizer got the same parameter twice; each one must be given once");
        }
    }
}
