package dev.adjoint.tensor;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Exceptions about the state of the graph, with PyTorch's texts. */
final class Errors {
    private Errors() {}

    static IllegalStateException graphFreed() {
        return new IllegalStateException("Trying to backward through the graph a second time (or directly access saved"
                + " tensors after they have already been freed). Saved intermediate values of the graph are freed when"
                + " you call backward() or Autograd.grad(). Specify retainGraph = true if you need to backward through"
                + " the graph a second time or if you need to access saved tensors after calling backward.");
    }

    static IllegalStateException modifiedInPlace(Node node, Tensor saved, boolean isResult, int version) {
        return modifiedInPlace(
                saved, isResult ? node : saved.gradFn(), version, " It is needed by " + node.shortName() + ".");
    }

    static IllegalStateException modifiedInPlace(Tensor saved, int version) {
        return modifiedInPlace(saved, saved.gradFn(), version, "");
    }

    private static IllegalStateException modifiedInPlace(
            Tensor saved, @Nullable Node maker, int version, String reader) {
        String which = maker == null ? "" : ", which is output 0 of " + maker.shortName() + ",";
        return new IllegalStateException(
                "one of the variables needed for gradient computation has been modified by an inplace operation: ["
                        + describe(saved) + "]" + which + " is at version " + saved.storage.version
                        + "; expected version " + version + " instead." + reader
                        + " Hint: enable anomaly detection to find the operation that failed to compute its gradient,"
                        + " with Autograd.detectAnomaly(true).");
    }

    /** A tensor by type and shape, as PyTorch's messages name it. */
    static String describe(Tensor t) {
        return "torch." + t.dtype.scalarName() + "Tensor " + Arrays.toString(t.shape);
    }

    static IllegalArgumentException notImplemented(String op, Tensor x) {
        return new IllegalArgumentException(op + "(): not implemented for '" + x.dtype.scalarName()
                + "'; convert the operand of shape " + Arrays.toString(x.shape) + " first");
    }

    /** Refuses integers and truth values where PyTorch has no such operation. */
    static void requireFloating(String op, Tensor x) {
        if (!x.dtype.isFloating()) {
            throw notImplemented(op, x);
        }
    }

    /** Refuses to record an operation by an argument that it has no derivative by, rather than to leave that out. */
    static void requireConstant(String op, String argument, @Nullable Tensor x) {
        if (x != null && x.requiresGrad() && GradMode.isEnabled()) {
            throw new IllegalArgumentException(op + "(): the function is not differentiable with respect to argument '"
                    + argument + "'. This input, of shape " + Arrays.toString(x.shape)
                    + ", cannot require gradients.");
        }
    }

    /** Refuses truth values where PyTorch has no such operation. */
    static void requireNumbers(String op, Tensor x) {
        if (x.dtype == DType.BOOL) {
            throw notImplemented(op, x);
        }
    }

    static IllegalArgumentException type(String op, String text) {
        return new IllegalArgumentException(op + "(): " + text);
    }

    /** Refuses operands of different types where PyTorch does not promote. */
    static void requireSameType(String op, Tensor a, Tensor b) {
        if (a.dtype != b.dtype) {
            throw new IllegalArgumentException(op + "(): expected scalar type " + a.dtype.scalarName() + " but found "
                    + b.dtype.scalarName() + "; the shapes are " + Arrays.toString(a.shape) + " and "
                    + Arrays.toString(b.shape));
        }
    }
}
