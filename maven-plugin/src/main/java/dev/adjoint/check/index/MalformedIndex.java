package dev.adjoint.check.index;

import java.nio.file.Path;

/** A file of the index is not one that the processor writes. */
public final class MalformedIndex extends RuntimeException {
    private static final long serialVersionUID = 1;

    MalformedIndex(Path file, int line, String text) {
        super("the index " + file + " cannot be read, line " + line + ": '" + text
                + "'; was it written by another version of the processor? Compile the project anew.");
    }
}
