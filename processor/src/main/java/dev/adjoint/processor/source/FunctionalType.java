package dev.adjoint.processor.source;

import dev.adjoint.processor.ir.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The type of a local or parameter that holds a lambda: a functional interface with its single method. It occurs only as
 * the type of a {@link Local} and of a {@link Tree.Lambda}; such locals are effectively final, and are known at compile
 * time once the method that declares them is specialised.
 *
 * @param text the interface as Java source text
 * @param method the name of its single abstract method
 * @param parameters the parameter types of that method
 * @param result its result, null for {@code void}
 */
public record FunctionalType(
        String text,
        String method,
        List<Type> parameters,
        @Nullable Type result) {}
