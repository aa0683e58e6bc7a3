package dev.adjoint.processor.normal;

import dev.adjoint.processor.source.Position;

/** A loop that is to be checkpointed, whose trip count is not known when it starts. */
public final class Uncountable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Position position;

    Uncountable(Position position) {
        super("line " + position.line());
        this.position = position;
    }

    /** The loop. */
    public Position position() {
        return position;
    }
}
