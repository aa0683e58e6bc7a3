package dev.adjoint;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares that the annotated static method is the derivative of another static method, whose source need not exist, and
 * which is then called as it is and never looked into.
 *
 * <p>For a method of numbers the annotated method takes its arguments and then its result, and returns the partial derivative;
 * for several arguments, the partials in the order of the arguments as a {@code double[]} or a record.
 *
 * <p>For a method with arrays it is a product with the Jacobian. In reverse mode it takes the arguments and the adjoint of the
 * result, and returns the adjoints of the arguments, several as a record; or it is given adjoints of the arrays too, adds to
 * them, and returns those of the numbers. In forward mode it takes the arguments and their tangents, and returns the tangent of
 * the result. In all of these the result may come after the arguments. For a method without a result the adjoints, or tangents,
 * of its arrays are overwritten.
 *
 * <p>For {@code double[] solve(double[][] a, double[] b)}, where {@code Bars} is a record of a {@code double[][]} and a {@code
 * double[]}:
 *
 * <pre>{@code
 * static Bars solveVjp(double[][] a, double[] b, double[] x, double[] xBar)
 * static void solveVjp(double[][] a, double[] b, double[] xBar, double[][] aBar, double[] bBar)
 * static double[] solveJvp(double[][] a, double[] b, double[] x, double[][] aDot, double[] bDot)
 * }</pre>
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
