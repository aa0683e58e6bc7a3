package dev.adjoint.processor.transform;

/** A reverse sweep that uses up what the forward sweep has kept, so that it can't run a second time. */
public final class NotRepeatable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private NotRepeatable() {
        super("the reverse sweep runs once only");
    }

    static void require(boolean condition) {
        if (!condition) {
            throw new NotRepeatable();
        }
    }
}
