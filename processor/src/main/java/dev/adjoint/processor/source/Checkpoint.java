package dev.adjoint.processor.source;

/**
 * What {@code @Checkpoint} on a method asks for.
 *
 * @param slots how many states may be stored at a time
 * @param loop the label of the loop in the method that is meant; empty for the loops that call the method
 */
public record Checkpoint(int slots, String loop) {
    /** Whether the method itself is a step, to be called in a loop. */
    public boolean isStep() {
        return loop.isEmpty();
    }
}
