package dev.adjoint.processor.frontend;

import dev.adjoint.processor.source.Method;
import dev.adjoint.processor.source.MethodKey;
import java.util.Optional;

/** Gives the later stages what the requested methods reach. All of it has been read and accepted. */
public interface SourceReader {
    /**
     * A method with source that a requested method reaches.
     *
     * @throws IllegalArgumentException if no requested method reaches it
     */
    Method read(MethodKey key);

    /** The request for the derivatives of a method in this compilation, which a generated call refers to. */
    Optional<Request> request(MethodKey key);

    /** The rule of its own that a method has. */
    Optional<Rule> rule(String owner, String name);
}
