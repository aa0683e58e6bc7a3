package dev.adjoint.processor.frontend;

import dev.adjoint.processor.source.Method;
import dev.adjoint.processor.source.MethodKey;
import dev.adjoint.processor.source.Tree;
import java.util.List;
import java.util.Optional;

/** Gives the later stages what the requested methods reach. All of it has been read and accepted. */
public interface SourceReader {
    /**
     * A method with source that a requested method reaches.
     *
     * @throws IllegalArgumentException if no requested method reaches it
     */
    Method read(MethodKey key);

    /** Whether the source of a method that a rule names is in this compilation. */
    boolean hasSource(MethodKey key);

    /** The request for the derivatives of a method in this compilation, which a generated call refers to. */
    Optional<Request> request(MethodKey key);

    /** The rules for the method that is called: partials, or a form for reverse mode, for forward mode, or for both. */
    List<Rule> rules(Tree.RuledCall call);
}
