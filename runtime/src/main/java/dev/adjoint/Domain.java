package dev.adjoint;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The values from which a gradient check draws a parameter: an interval, and a size for arrays. */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.CLASS)
public @interface Domain {
    /**
     * The smallest value drawn.
     *
     * @return a finite number
     */
    double min() default -2;

    /**
     * The largest value drawn.
     *
     * @return a finite number not below {@link #min()}
     */
    double max() default 2;

    /**
     * The length of each dimension of an array parameter. One entry serves all dimensions.
     *
     * @return lengths, none negative
     */
    int[] size() default {};
}
