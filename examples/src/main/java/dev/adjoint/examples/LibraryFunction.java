package dev.adjoint.examples;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Differentiable;
import java.util.Locale;
import org.hipparchus.special.Erf;

/** A function of a library, of which there is no source: its derivative is written down once, and used wherever it is called. */
public final class LibraryFunction {
    private LibraryFunction() {}

    /**
     * The derivative of the error function.
     *
     * @param x the argument
     * @param y the value there
     * @return the partial derivative
     */
    @DerivativeOf(type = Erf.class, method = "erf")
    static double erfPartial(double x, double y) {
        return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x);
    }

    /**
     * The share of a normally distributed quantity that lies within a tolerance.
     *
     * @param mean its mean, measured from the middle of the tolerance
     * @param deviation its standard deviation
     * @param tolerance half the width of the tolerance
     * @return a number between 0 and 1
     */
    @Differentiable(order = 2)
    public static double share(double mean, double deviation, double tolerance) {
        double scale = 1 / (deviation * Math.sqrt(2));
        return (Erf.erf((tolerance - mean) * scale) + Erf.erf((tolerance + mean) * scale)) / 2;
    }

    /**
     * Prints how the share depends on the mean and the deviation.
     *
     * @param args none
     */
    public static void main(String[] args) {
        var gradient = LibraryFunctionGrad.shareGrad(0.1, 0.5, 1);
        System.out.printf(Locale.ROOT, "share       %.6f%n", share(0.1, 0.5, 1));
        System.out.printf(Locale.ROOT, "d mean      %.6f%n", gradient.mean());
        System.out.printf(Locale.ROOT, "d deviation %.6f%n", gradient.deviation());
        System.out.printf(Locale.ROOT, "d tolerance %.6f%n", gradient.tolerance());
        double[][] hessian = LibraryFunctionGrad.shareHessian(0.1, 0.5, 1);
        System.out.printf(Locale.ROOT, "d2 mean     %.6f%n", hessian[0][0]);
    }
}
