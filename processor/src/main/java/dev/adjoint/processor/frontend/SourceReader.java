package dev.adjoint.processor.frontend;

import dev.adjoint.processor.diagnostic.Diagnostic;
import dev.adjoint.processor.ir.RecordType;
import dev.adjoint.processor.source.Method;
import dev.adjoint.processor.source.MethodKey;
import dev.adjoint.processor.source.Tree;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives the later stages what the requested methods reach. All of it has been read and accepted. */
public interface SourceReader {
    /**
     * A method with source that a requested method reaches.
     *
     * @throws IllegalArgumentException if no requested method reaches it
     */
    Method read(MethodKey key);

    /**
     * Reads the method of a rule, and what it reaches, in order to differentiate it by all its arguments.
     *
     * @return what was refused in it; after nothing, it can be read
     */
    Collection<Diagnostic> openRule(MethodKey rule);

    /** The records of the methods read so far that the generated class cannot name, with what is reported if it has to. */
    Map<RecordType, Diagnostic> hiddenRecords();

    /** Whether the source of a method that a rule names is in this compilation. */
    boolean hasSource(MethodKey key);

    /** The request for the derivatives of a method in this compilation, which a generated call refers to. */
    Optional<Request> request(MethodKey key);

    /** The rules for the method that is called, at least one, at most one of each kind. */
    List<Rule> rules(Tree.RuledCall call);
}
