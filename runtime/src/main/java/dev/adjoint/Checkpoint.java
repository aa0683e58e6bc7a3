package dev.adjoint;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Bounds the memory of reverse mode over a long loop by binomial checkpointing: only {@link #slots()} states of the loop
 * are stored, and the steps between them are run again during the reverse sweep, on the schedule of Griewank and
 * Walther, Algorithm 799: Revolve, ACM TOMS 26 (2000). For n steps and s slots these are
 * r n - C(s + r, r - 1) steps besides the n that are reversed, with the smallest r for which C(s + r, s) &ge; n; no schedule
 * has fewer. The compiler tells the factor and what the state of the loop is.
 *
 * <p>The loop must be counted, so that the number of its steps is known when it starts, and a step must have no effect but
 * on numbers and arrays of numbers; otherwise the annotation is a compile error. Forward mode keeps nothing and takes no
 * notice of the annotation.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Checkpoint {
    /**
     * How many states may be stored at a time, the initial one included.
     *
     * @return at least 1
     */
    int slots();

    /**
     * The label of the loop in the annotated method. Empty: the annotated method is a step, and the innermost loop around
     * each call of it is meant.
     *
     * @return a label, or the empty string
     */
    String loop() default "";
}
