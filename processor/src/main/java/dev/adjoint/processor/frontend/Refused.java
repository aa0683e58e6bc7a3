package dev.adjoint.processor.frontend;

/** Thrown when a tree was refused; the problem has been reported. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refused() {
        super(null, null, false, false);
    }
}
