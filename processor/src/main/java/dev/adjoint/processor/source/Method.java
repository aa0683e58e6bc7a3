package dev.adjoint.processor.source;

import dev.adjoint.processor.ir.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A method that was read. An instance method of a record has the record as its first parameter, named {@code self}.
 *
 * @param key what it is called by
 * @param parameters the parameters in order; a varargs parameter is an array
 * @param lambdas for each parameter, its functional type, or null where it is an ordinary one
 * @param result null for {@code void}
 * @param body the statements
 * @param checkpoint how reverse mode saves memory in a loop of the method, or in one that calls it, or null
 */
public record Method(
        MethodKey key,
        List<Local> parameters,
        List<@Nullable FunctionalType> lambdas,
        @Nullable Type result,
        Tree.Sequence body,
        @Nullable Checkpoint checkpoint) {}
