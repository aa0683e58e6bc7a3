package dev.adjoint;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Bounds the memory of reverse mode over a long loop by binomial checkpointing: only {@link #slots()} states of the loop
 * are stored, and the steps between them are run again during the reverse sweep, on the schedule of Griewank and
 * Walther, Algorithm 799: Revolve, ACM TOMS 26 (2000).
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
     * The label of the loop in the annotated method. Empty: the annotated method is a step called in a loop.
     *
     * @return a label, or the empty string
     */
    String loop() default "";
}
