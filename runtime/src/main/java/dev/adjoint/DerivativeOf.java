package dev.adjoint;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares that the annotated static method is the derivative of another static method, whose source need not exist.
 *
 * <p>For a scalar function the annotated method takes the function's arguments and then its result, and returns the
 * partial derivative; for several arguments, the partials in the order of the arguments as a {@code double[]} or a
 * record. For a function of arrays it is shaped like {@code fVjp} (reverse mode) or {@code fJvp} (forward mode).
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface DerivativeOf {
    /**
     * The class that declares the differentiated method.
     *
     * @return a class
     */
    Class<?> type();

    /**
     * The name of the differentiated method.
     *
     * @return the name of a static method of {@link #type()}
     */
    String method();

    /**
     * The parameters that the rule differentiates by.
     *
     * @return names of parameters of the annotated method, among those that stand for the arguments of the differentiated
     *     one; all that can be differentiated by if empty
     */
    String[] wrt() default {};

    /**
     * The mode that a rule for products with the Jacobian is for. It can be left out where the signature or the end of the
     * annotated method's name, {@code Vjp} or {@code Jvp}, says it.
     *
     * @return at most one mode
     */
    Differentiable.Mode[] mode() default {};
}
