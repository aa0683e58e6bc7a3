package dev.adjoint.processor.frontend;

/**
 * Thrown when a name or type cannot be made out: the user's own mistake, which the compiler reports, or a class that
 * another processor has yet to write.
 */
final class Unresolved extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unresolved(String what) {
        super(what, null, false, false);
    }
}
