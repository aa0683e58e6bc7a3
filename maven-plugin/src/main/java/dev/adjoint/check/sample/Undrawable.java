package dev.adjoint.check.sample;

/** There is no way to draw a value of a type: the derivative stays unchecked until a supplier is written. */
public final class Undrawable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Undrawable(String message) {
        super(message);
    }
}
