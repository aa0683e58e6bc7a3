package dev.adjoint.processor.frontend;

import dev.adjoint.processor.diagnostic.Diagnostic;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading the annotated methods of a class.
 *
 * @param owner the class
 * @param requests the derivatives asked for, in the order of declaration
 * @param reader gives what the methods reach
 * @param problems what was refused
 * @param unresolved what could not be made out, or null
 * @param accepted whether everything was accepted, so that the derivatives can be generated
 * @param classes the canonical names of the classes whose source was read, the owner first
 */
public record OwnerReading(
        Request.Owner owner,
        List<Request> requests,
        SourceReader reader,
        List<Diagnostic> problems,
        @Nullable String unresolved,
        boolean accepted,
        Set<String> classes) {}
