package dev.adjoint;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for the derivatives of a static method (or of an instance method of a record). For a method {@code f} of a class
 * {@code C} they are static methods of the class {@code CGrad} in the same package: {@code fGrad}, {@code fValueAndGrad},
 * {@code fVjp} and {@code fJvp}, and with {@code order = 2} also {@code fHessian} and {@code fHvp}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Differentiable {
    /**
     * The names of the parameters to differentiate by. Empty: every parameter of a differentiable type, which are
     * {@code double}, {@code float}, arrays of them, and records that hold those.
     *
     * @return names of parameters of the annotated method
     */
    String[] wrt() default {};

    /**
     * The highest order of derivative: 1, or 2 for {@code Hessian} and {@code Hvp} as well.
     *
     * @return 1 or 2
     */
    int order() default 1;

    /**
     * Restricts what is generated to some modes. Empty: all that fit the method's signature.
     *
     * @return the modes wanted
     */
    Mode[] modes() default {};

    /**
     * The base name of the generated methods. Empty: the name of the method. Needed where the names of overloads would
     * clash.
     *
     * @return a Java identifier
     */
    String name() default "";

    /** The two directions in which the chain rule can be applied. */
    enum Mode {
        /** Tangents are carried along with the values: {@code Jvp}. */
        FORWARD,
        /** Adjoints are carried back from the result: {@code Grad}, {@code ValueAndGrad}, {@code Vjp}. */
        REVERSE
    }
}
