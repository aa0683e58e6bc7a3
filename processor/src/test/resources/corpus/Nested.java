package corpus;

import dev.adjoint.Differentiable;

/** Derivatives of methods that call generated derivatives. */
public final class Nested {
    private Nested() {}

    @Differentiable
    public static double f(double x) {
        return x * x * x + Math.sin(x);
    }

    @Differentiable
    public static double gradientInside(double x) {
        return NestedGrad.fGrad(x) * x;
    }

    static double gradientInsideExpected(double x) {
        return (6 * x - Math.sin(x)) * x + 3 * x * x + Math.cos(x);
    }

    @Differentiable
    public static double tangentInside(double x, double v) {
        return NestedGrad.fJvp(x, v) * v;
    }

    @Differentiable
    public static double third(double x) {
        return NestedGrad.gradientInsideGrad(x);
    }

    @Differentiable
    public static double valueAndGradInside(double x) {
        NestedGrad.FValueAndGrad both = NestedGrad.fValueAndGrad(x * 2);
        return both.value() * both.gradient();
    }

    @Differentiable
    public static double g(double[] a, double s) {
        double y = s;
        for (double e : a) {
            y = y * Math.sin(e) + e * e * s;
        }
        return y;
    }

    @Differentiable
    public static double arrayGradientInside(double[] a) {
        NestedGrad.GGradient gradient = NestedGrad.gGrad(a, 0.7);
        double y = gradient.s();
        for (double e : gradient.a()) {
            y += e * e;
        }
        return y;
    }

    @Differentiable
    public static double reverseIntoOuts(double[] a, double s) {
        double[] bar = new double[a.length];
        double sBar = NestedGrad.gVjp(a, s, 2.0, bar);
        double y = sBar * s;
        for (int i = 0; i < a.length; i++) {
            y += bar[i] * a[i];
        }
        return y;
    }

    @Differentiable
    public static double h(double[] a) {
        double y = 1;
        for (double e : a) {
            y *= 1 + 0.3 * e * e;
        }
        return y;
    }

    @Differentiable
    public static double hessianVectorByHand(double[] a) {
        double[] v = new double[a.length];
        for (int i = 0; i < v.length; i++) {
            v[i] = i + 1;
        }
        double t = NestedGrad.hJvp(a, v);
        double[] g = NestedGrad.hGrad(a);
        double s = t;
        for (int i = 0; i < g.length; i++) {
            s += g[i] * v[i] * t;
        }
        return s;
    }

    @Differentiable
    public static double descent(double x, double rate, int n) {
        double y = x;
        for (int i = 0; i < n; i++) {
            y -= rate * 0.1 * NestedGrad.qGrad(y, x);
        }
        return q(y, x);
    }

    @Differentiable(wrt = "y")
    public static double q(double y, double x) {
        return Math.cosh(y) * 0.3 + (y - x) * (y - x) * 0.5;
    }

    @Differentiable
    public static double newtonStep(double c) {
        double x = 1.5;
        for (int i = 0; i < 12; i++) {
            x -= cube(x, c) / NestedGrad.cubeGrad(x, c);
        }
        return x;
    }

    static double newtonStepExpected(double c) {
        return Math.pow(c, -2.0 / 3) / 3;
    }

    static Object[][] newtonStepInputs() {
        return new Object[][] {{2}, {5}, {0.8}};
    }

    @Differentiable(wrt = "x")
    public static double cube(double x, double c) {
        return x * x * x - c;
    }

    @Differentiable
    public static double[] field(double[] a) {
        double[] y = new double[2];
        for (int i = 0; i < a.length; i++) {
            y[i % 2] += Math.sin(a[i]) * a[0];
        }
        return y;
    }

    @Differentiable
    public static double jacobianInside(double[] a) {
        double[][] j = NestedGrad.fieldJacobian(a);
        double s = 0;
        for (double[] row : j) {
            for (double e : row) {
                s += e * e;
            }
        }
        return s;
    }

    static Object[][] jacobianInsideInputs() {
        return new Object[][] {{new double[] {1, 0.5, -0.3}}, {new double[] {0.7}}};
    }

    @Differentiable
    public static double divergence(double[] a) {
        double s = 0;
        for (int i = 0; i < 2; i++) {
            double[] bar = new double[2];
            bar[i] = 1;
            s += NestedGrad.fieldVjp(a, bar)[i];
        }
        return s;
    }

    static Object[][] divergenceInputs() {
        return new Object[][] {{new double[] {1, 0.5, -0.3}}, {new double[] {0.7, 2}}};
    }

    @Differentiable(order = 2)
    public static double energy(double[] x) {
        double s = 0;
        for (double e : x) {
            s += Math.cosh(e) * e;
        }
        return s;
    }

    @Differentiable
    public static double hessianInside(double[] x) {
        double[][] h = NestedGrad.energyHessian(x);
        double s = 0;
        for (int i = 0; i < h.length; i++) {
            s += h[i][i] * (i + 1);
        }
        return s;
    }

    @Differentiable
    public static double hvpInside(double[] x) {
        double[] p = NestedGrad.energyHvp(x, x);
        double s = 0;
        for (double e : p) {
            s += e * e;
        }
        return s;
    }

    @Differentiable(order = 2)
    public static double secondOrderOfNested(double x) {
        return NestedGrad.fGrad(x) * Math.sin(x);
    }

    @Differentiable
    public static double rootTimes(double x, double y) {
        return x * Math.sqrt(y);
    }

    /** The adjoint of the root is x; where that is zero, its derivative is not. */
    @Differentiable
    public static double gradientOfRoot(double x, double y) {
        return NestedGrad.rootTimesGrad(x, y).y();
    }

    static Object[][] gradientOfRootInputs() {
        return new Object[][] {{0, 4}, {1, 4}};
    }
}
