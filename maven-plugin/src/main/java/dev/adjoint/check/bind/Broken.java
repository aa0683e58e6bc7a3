package dev.adjoint.check.bind;

/** The check cannot be carried out; the message tells the user why and what to do. */
public final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With a message for the user. */
    public Broken(String message) {
        super(message);
    }

    /** With a message for the user and what led to it. */
    public Broken(String message, Throwable cause) {
        super(message, cause);
    }
}
