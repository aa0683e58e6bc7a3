package dev.adjoint.processor.ir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A static method that is called as it is and never looked into, because its derivative is given.
 *
 * <p>A method with a result leaves its arguments as they are, and an array that it returns is a new one. A method without
 * a result writes numbers into arrays among its arguments.
 *
 * @param method the qualified name
 * @param parameters its parameter types
 * @param wrt for each parameter whether the products differentiate by it
 * @param result its result type, null for a method without
 * @param products what is given: partial derivatives, or products with the Jacobian, at most one of each kind
 */
public record Given(
        String method,
        List<Type> parameters,
        List<Boolean> wrt,
        @Nullable Type result,
        List<Product> products) {
    /** What a given function computes. */
    public enum Kind {
        /** Takes the arguments and the result; gives the partial derivative, or the partials as an array or record. */
        PARTIALS,
        /** Takes the arguments and the adjoint of the result; gives the adjoints of the arguments, or adds to them. */
        VJP,
        /** Takes the arguments and their tangents; gives the tangent of the result, or puts it in their place. */
        JVP
    }

    /**
     * A given function.
     *
     * @param takesResult whether it takes the result of the method after the arguments
     * @param accumulates whether the adjoints of arrays are arrays that it is given and adds to
     * @param result what it returns, null for nothing
     */
    public record Product(
            Kind kind,
            Function.Key function,
            boolean takesResult,
            boolean accumulates,
            @Nullable Type result) {}

    public Given {
        parameters = List.copyOf(parameters);
        wrt = List.copyOf(wrt);
        products = List.copyOf(products);
    }

    /** The product of that kind, or null if it is not given. */
    public @Nullable Product product(Kind kind) {
        return products.stream().filter(p -> p.kind() == kind).findFirst().orElse(null);
    }
}
