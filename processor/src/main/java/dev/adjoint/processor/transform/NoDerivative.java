package dev.adjoint.processor.transform;

/** An operation without a derivative stands on the way from a parameter to the result. */
public final class NoDerivative extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoDerivative(String operation, String reason) {
        super(operation + ": " + reason);
    }
}
