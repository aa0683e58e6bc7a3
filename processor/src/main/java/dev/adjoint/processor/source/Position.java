package dev.adjoint.processor.source;

/**
 * A place in the source, and the text of the statement there on one line, for comments.
 *
 * @param file what opaque handle the front end reports problems at (a tree with its unit); never looked into elsewhere
 * @param line the line, from 1
 * @param text the statement's text, white space folded
 */
public record Position(Object file, int line, String text) {
    /** The same place without its text, for what is explained by a comment before it. */
    public Position silent() {
        return new Position(file, line, "");
    }
}
