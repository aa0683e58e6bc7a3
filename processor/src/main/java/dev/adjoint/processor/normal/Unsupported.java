package dev.adjoint.processor.normal;

import dev.adjoint.processor.source.Position;

/** A method that the intermediate representation cannot say: found only here, because it takes more than one tree to see. */
public final class Unsupported extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Position position;

    Unsupported(Position position, String message) {
        super(message);
        this.position = position;
    }

    /** The statement at fault. */
    public Position position() {
        return position;
    }
}
