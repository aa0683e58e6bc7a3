package dev.adjoint.processor.frontend;

import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.source.MethodKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The derivative of a method, given by the user with {@code @DerivativeOf} or by the companion of an annotated method in
 * a jar.
 *
 * @param owner the canonical name of the class of the differentiated method
 * @param name the name of the differentiated method
 * @param parameters its parameter types
 * @param wrt for each parameter whether the rule differentiates by it
 * @param result its result type, null for {@code void}
 * @param kind what the rule's method computes
 * @param ruleOwner the canonical name of the class of the rule's method
 * @param ruleName the name of the rule's method
 * @param ruleErasure the erased parameter types of the rule's method
 * @param ruleResult the type that the rule's method returns, null for {@code void}
 */
public record Rule(
        String owner,
        String name,
        List<Type> parameters,
        List<Boolean> wrt,
        @Nullable Type result,
        Kind kind,
        String ruleOwner,
        String ruleName,
        List<String> ruleErasure,
        @Nullable Type ruleResult) {
    /** What the rule's method is called by. */
    MethodKey key() {
        return new MethodKey(ruleOwner, ruleName, ruleErasure);
    }

    /** The shape of a rule's method. */
    public enum Kind {
        /** Takes the arguments and the result; gives the partial derivative, or the partials as an array or record. */
        PARTIALS,
        /**
         * Takes the arguments, the adjoint of the result, and for a scalar result the adjoints of the arrays, to be
         * accumulated into; gives the adjoints of the others.
         */
        VJP,
        /** Takes the arguments and a tangent for each that is differentiated by; gives the tangent of the result. */
        JVP
    }
}
