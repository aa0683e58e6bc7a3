package dev.adjoint.processor.transform;

/** A loop that is to be checkpointed, but whose iterations can't be run again. */
public final class NotCheckpointable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Object place;

    NotCheckpointable(Object place, String reason) {
        super(reason);
        this.place = place;
    }

    /** Where the loop is in the source. */
    public Object place() {
        return place;
    }
}
