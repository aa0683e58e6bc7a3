package dev.adjoint;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a static method that supplies inputs for the gradient check of a differentiable method. It takes one
 * {@code java.util.random.RandomGenerator} and returns the arguments as an {@code Object[]}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Sample {
    /**
     * The name of the differentiable method of the same class that the inputs are for.
     *
     * @return a method name (the {@code name} of its {@link Differentiable}, where that is given)
     */
    String value();
}
