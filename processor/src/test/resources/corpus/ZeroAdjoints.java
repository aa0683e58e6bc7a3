package corpus;

import dev.adjoint.Differentiable;

/** Higher derivatives at points where an adjoint or tangent of the first order happens to be exactly zero. */
public final class ZeroAdjoints {
    private ZeroAdjoints() {}

    @Differentiable(order = 2)
    public static double logarithm(double x) {
        double r = Math.log(x);
        return r * r;
    }

    public static Object[][] logarithmInputs() {
        return new Object[][] {{1.0}, {2.0}};
    }

    @Differentiable(order = 2)
    public static double root(double x, double y) {
        double r = Math.sqrt(x) - y;
        return r * r * y;
    }

    public static Object[][] rootInputs() {
        return new Object[][] {{4.0, 2.0}, {2.25, 1.5}, {2.0, 1.0}};
    }

    @Differentiable(order = 2)
    public static double elementary(double x, double y) {
        double a = Math.exp(x) - 1;
        double b = Math.sinh(x) + Math.expm1(x) + Math.asin(x) + Math.log1p(x) + Math.cbrt(1 + x) - 1;
        double c = Math.cosh(x) - 1;
        return a * a + b * b * y + c * y * y + Math.log10(1 + x) * y;
    }

    public static Object[][] elementaryInputs() {
        return new Object[][] {{0.0, 0.0}, {0.0, 1.5}, {0.5, 0.0}, {0.25, 2.0}};
    }

    @Differentiable(order = 2)
    public static double powers(double x, double p) {
        double r = Math.pow(x, p) - 1;
        return r * r + Math.pow(x, 2.5) * p + Math.pow(x, 4) * p * p;
    }

    public static Object[][] powersInputs() {
        return new Object[][] {{1.0, 2.5}, {2.0, 0.0}, {1.0, 0.0}, {3.0, -1.0}};
    }

    /** A least-squares fit at its solution: the residuals are zero, the Hessian is twice J'J. */
    @Differentiable(order = 2)
    public static double fit(double[] p) {
        double[] t = {0, 1, 2};
        double s = 0;
        for (int i = 0; i < t.length; i++) {
            double r = p[0] * Math.exp(p[1] * t[i]) - 2;
            s += r * r;
        }
        return s;
    }

    public static Object[][] fitInputs() {
        return new Object[][] {{new double[] {2, 0}}, {new double[] {1, 0.5}}};
    }

    /** Elements of no influence stay without influence: their terms are zero times something infinite. */
    @Differentiable(order = 2)
    public static double withoutInfluence(double[] x, double[] w) {
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            s += w[i] * w[i] * w[i] * Math.sqrt(x[i]) * x[0];
        }
        return s;
    }

    public static Object[][] withoutInfluenceInputs() {
        return new Object[][] {{new double[] {1, 2, 3}, new double[] {0, 0.5, 0}}};
    }

    @Differentiable
    public static double gradientOfGradient(double x, double y) {
        return ZeroAdjointsGrad.logarithmGrad(x) * y + ZeroAdjointsGrad.rootGrad(x, y).x();
    }

    public static Object[][] gradientOfGradientInputs() {
        return new Object[][] {{1.0, 1.0}, {4.0, 2.0}, {1.0, 3.0}};
    }

    @Differentiable
    public static double gradientOfTangent(double x, double v) {
        return ZeroAdjointsGrad.logarithmJvp(x, v) + ZeroAdjointsGrad.elementaryJvp(x, v, v, 0.0);
    }

    public static Object[][] gradientOfTangentInputs() {
        return new Object[][] {{0.5, 0.0}, {0.25, 1.0}};
    }

    /** Third order: in reverse mode over a Hessian, and three times in reverse mode. */
    @Differentiable
    public static double third(double x, double y) {
        return ZeroAdjointsGrad.logarithmHessian(x) + ZeroAdjointsGrad.gradientOfGradientGrad(x, y).x() * y;
    }

    public static Object[][] thirdInputs() {
        return new Object[][] {{1.0, 1.0}, {4.0, 2.0}, {2.0, 1.0}};
    }

    @Differentiable
    public static double fourth(double x) {
        return ZeroAdjointsGrad.thirdGrad(x, 1.0).x();
    }

    public static Object[][] fourthInputs() {
        return new Object[][] {{1.0}, {4.0}};
    }
}
