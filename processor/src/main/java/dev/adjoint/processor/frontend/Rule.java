package dev.adjoint.processor.frontend;

import dev.adjoint.processor.ir.Given;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.source.MethodKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The derivative of a method, given by the user with {@code @DerivativeOf} or by the companion of an annotated method in
 * a jar.
 *
 * @param target the differentiated method
 * @param parameters its parameter types
 * @param wrt for each parameter whether the rule differentiates by it
 * @param result its result type, null for {@code void}
 * @param kind what the rule's method computes
 * @param takesResult whether the rule's method takes the result of the differentiated method after its arguments
 * @param accumulates whether the rule's method is given the adjoints of arrays, and adds to them
 * @param method the rule's method
 * @param returned the type that the rule's method returns, null for {@code void}
 */
public record Rule(
        MethodKey target,
        List<Type> parameters,
        List<Boolean> wrt,
        @Nullable Type result,
        Given.Kind kind,
        boolean takesResult,
        boolean accumulates,
        MethodKey method,
        @Nullable Type returned) {
    /** The name of the rule's method, with that of its class. */
    public String text() {
        return method.owner() + "." + method.name();
    }
}
