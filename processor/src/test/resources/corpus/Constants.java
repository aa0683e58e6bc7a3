package corpus;

import dev.adjoint.Adjoint;
import dev.adjoint.Differentiable;

/** {@code Adjoint.constant}: the value stays, the derivative stops. */
public final class Constants {
    private Constants() {}

    @Differentiable
    public static double number(double x) {
        return x * Adjoint.constant(x) + Adjoint.constant(x * x);
    }

    public static double numberDefined(double x) {
        return x;
    }

    @Differentiable
    public static float singlePrecision(float x) {
        return x * Adjoint.constant(x);
    }

    public static float singlePrecisionDefined(float x) {
        return x;
    }

    @Differentiable
    public static double weights(double[] x) {
        double[] w = Adjoint.constant(x);
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            s += w[i] * w[i] * x[i];
        }
        return s;
    }

    public static double[] weightsDefined(double[] x) {
        double[] g = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            g[i] = x[i] * x[i];
        }
        return g;
    }

    /** The array is written under its own name: what is read afterwards by the other is the new value, and constant. */
    @Differentiable
    public static double writtenLater(double a, double b) {
        double[] y = {a, b};
        double[] c = Adjoint.constant(y);
        double s = y[0] * c[1];
        y[1] = a * a;
        s *= c[1];
        y[0] = s * y[1];
        return y[0] + c[0];
    }

    public static Object[] writtenLaterDefined(double a, double b) {
        double s = a * b;
        double t = s * a * a;
        return new Object[] {b * a * a * (a * a) + t * 2 * a, 0.0};
    }

    @Differentiable
    public static double rows(double[][] m) {
        double[][] c = Adjoint.constant(m);
        double[] row = c[0];
        double s = 0;
        for (int j = 0; j < row.length; j++) {
            s += row[j] * m[0][j] + c[c.length - 1][0] * m[0][j];
        }
        return s;
    }

    public static double[][] rowsDefined(double[][] m) {
        double[][] g = new double[m.length][];
        for (int i = 0; i < m.length; i++) {
            g[i] = new double[m[i].length];
        }
        for (int j = 0; j < m[0].length; j++) {
            g[0][j] = m[0][j] + m[m.length - 1][0];
        }
        return g;
    }

    public static Object[][] rowsInputs() {
        return new Object[][] {{new double[][] {{1, 2}, {3}}}, {new double[][] {{0.5}}}};
    }

    private static double[] target(double[] x, double k) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = k * x[i] * x[i];
        }
        return Adjoint.constant(y);
    }

    /** The sum of (x - target)^2, with a target that depends on x and is held. */
    @Differentiable
    public static double target(double[] x) {
        double[] t = target(x, 2);
        double[] own = t.clone();
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            own[i] += x[i];
            s += (x[i] - t[i]) * (x[i] - t[i]) * own[i];
        }
        return s;
    }

    public static double[] targetDefined(double[] x) {
        double[] g = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double d = x[i] - 2 * x[i] * x[i];
            double own = 2 * x[i] * x[i] + x[i];
            g[i] = 2 * d * own + d * d;
        }
        return g;
    }

    private static double sum(double[] x, int n) {
        double[] c = Adjoint.constant(x);
        return n == 0 ? 0 : c[n - 1] * x[n - 1] + sum(x, n - 1);
    }

    @Differentiable
    public static double recursive(double[] x) {
        double[] w = x.clone();
        double s = sum(w, w.length);
        if (w.length > 0) {
            w[0] = 7;
        }
        return s;
    }

    public static double[] recursiveDefined(double[] x) {
        return x.clone();
    }

    @Differentiable(wrt = "y")
    public static double inner(double y, double x) {
        return Adjoint.constant(x * y) * y;
    }

    public static double innerDefined(double y, double x) {
        return x * y;
    }

    /** The inner derivative is x * y, and constant; the outer one sees but the factors beside it. */
    @Differentiable
    public static double nested(double x) {
        return x * ConstantsGrad.innerGrad(x, x) + ConstantsGrad.innerJvp(2, x, x);
    }

    public static double nestedDefined(double x) {
        return x * x + 2 * x;
    }

    /** No confusion of the two perturbations: the constant is one for both. */
    @Differentiable
    public static double nestedNumber(double x) {
        return x * ConstantsGrad.numberGrad(Adjoint.constant(x) * x) + ConstantsGrad.numberJvp(x, x * x);
    }

    public static double nestedNumberDefined(double x) {
        return x * x + 2 * x * x;
    }

    @Differentiable(order = 2)
    public static double second(double x, double y) {
        return x * x * y * Adjoint.constant(x * y);
    }

    public static void secondStops() {}

    @Differentiable
    public static double secondEntries(double x, double y) {
        double[][] h = ConstantsGrad.secondHessian(x, y);
        return h[0][0] + 10 * h[0][1] + 100 * h[1][0] + 1000 * h[1][1];
    }

    /** The Hessian of x^2 y with the constant k = x y as a factor: (2 y k, 2 x k; 2 x k, 0), k held here too. */
    public static Object[] secondEntriesDefined(double x, double y) {
        return new Object[] {110 * 2 * x * y, 2 * x * y};
    }
}
