package dev.adjoint.check.bind;

/** Code under check has thrown; the cause is what it threw. */
public final class Thrown extends RuntimeException {
    private static final long serialVersionUID = 1;

    Thrown(Throwable cause) {
        super(cause);
    }

    /** What was thrown, in one line. */
    public String text() {
        return String.valueOf(getCause());
    }
}
