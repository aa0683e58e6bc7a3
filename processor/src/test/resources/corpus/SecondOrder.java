package corpus;

import dev.adjoint.Differentiable;

/** Hessians and their products with vectors. */
public final class SecondOrder {
    private SecondOrder() {}

    @Differentiable(order = 2)
    public static double cubic(double x) {
        return x * x * x - 2 * x;
    }

    @Differentiable(order = 2)
    public static double linear(double x) {
        return 3 * x + 1;
    }

    @Differentiable(order = 2)
    public static double functions(double x) {
        return Math.sin(x) * Math.exp(-x * x) + Math.log(2 + Math.cos(x)) + Math.sqrt(1 + x * x) + Math.atan(x);
    }

    @Differentiable(order = 2)
    public static double twoScalars(double x, double y) {
        return x * x * y + Math.sin(x * y);
    }

    @Differentiable(order = 2)
    public static double threeScalars(double x, double y, double z) {
        return x * y * z + Math.exp(x - y) / (1 + z * z);
    }

    @Differentiable(
            order = 2,
            wrt = {"x", "z"})
    public static double chosenScalars(double x, double y, double z) {
        return x * y * z + x * x * z * z * y;
    }

    @Differentiable(order = 2)
    public static double rosenbrock(double[] x) {
        double s = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            double a = x[i + 1] - x[i] * x[i];
            double b = 1 - x[i];
            s += 100 * a * a + b * b;
        }
        return s;
    }

    @Differentiable(order = 2)
    public static double quadraticForm(double[] x) {
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                s += x[i] * x[j] / (1 + i + j);
            }
        }
        return s;
    }

    @Differentiable(order = 2)
    public static double diagonal(double[] x) {
        double s = 0;
        for (double e : x) {
            s += Math.exp(e) + e * e * e;
        }
        return s;
    }

    @Differentiable(order = 2)
    public static double mixed(double s, double[] a, double t) {
        double y = t * t * s;
        for (double e : a) {
            y += s * Math.sin(e * t);
        }
        return y;
    }

    @Differentiable(order = 2)
    public static double branches(double x, double y) {
        if (x > y) {
            return x * x * y;
        }
        return Math.sin(x) * y * y;
    }

    @Differentiable(order = 2)
    public static double loop(double x, int n) {
        double y = x;
        for (int i = 0; i < n; i++) {
            y = Math.sin(y) + 0.3 * x * y;
        }
        return y;
    }

    @Differentiable(order = 2)
    public static double whileLoop(double x) {
        double y = 1 + x * x;
        while (y < 10) {
            y = y * 1.4 + x * x * y * 0.1;
        }
        return y;
    }

    @Differentiable(order = 2)
    public static double overwriting(double x) {
        double y = x * x;
        double z = y * x;
        y = z * y + x;
        z = Math.sin(y) * z;
        return z * y;
    }

    @Differentiable(order = 2)
    public static double inPlace(double[] a) {
        for (int i = 1; i < a.length; i++) {
            a[i] = a[i] * a[i - 1] + Math.sin(a[i]);
        }
        double s = 0;
        for (double e : a) {
            s += e * e;
        }
        return s;
    }

    @Differentiable(order = 2)
    public static double logSumExp(double[] a) {
        double m = 0;
        double s = 0;
        for (double e : a) {
            s += Math.exp(e - m);
        }
        return m + Math.log(1 + s);
    }

    static double helper(double x, double y) {
        return x * Math.exp(-y * y) + y;
    }

    @Differentiable(order = 2)
    public static double calls(double x, double y) {
        return helper(helper(x, y), x) * helper(y, 2);
    }

    @Differentiable(order = 2)
    public static double products(double[] a) {
        double p = 1;
        for (double e : a) {
            p *= 1 + e * e;
        }
        return p;
    }

    @Differentiable(order = 2)
    public static double norm(double[] a) {
        double s = 0.1;
        for (double e : a) {
            s += e * e;
        }
        return Math.sqrt(s);
    }

    @Differentiable(order = 2)
    public static double matrix(double[][] m) {
        double s = 0;
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < m.length; j++) {
                s += m[i][j] * m[j][i] * m[i][i];
            }
        }
        return s;
    }

    @Differentiable(order = 2)
    public static double constant(double x) {
        return 4;
    }

    @Differentiable(order = 2)
    public static double pingPong(double[] a, int n) {
        double[] p = a.clone();
        double[] q = new double[a.length];
        for (int k = 0; k < n % 4; k++) {
            for (int i = 0; i < a.length; i++) {
                q[i] = Math.sin(p[i]) * p[(i + 1) % a.length];
            }
            double[] t = p;
            p = q;
            q = t;
        }
        double s = 0;
        for (double e : p) {
            s += e * e;
        }
        return s;
    }

    @Differentiable(order = 2)
    public static double earlyExit(double[] a) {
        double s = 1;
        for (double e : a) {
            s = s * e + Math.cos(s);
            if (s > 1.5) {
                return s * s;
            }
        }
        return s;
    }

    @Differentiable(order = 2)
    public static double power(double x, double y) {
        return Math.pow(x, y) + Math.pow(y, 3) + Math.pow(2, x);
    }

    static Object[][] powerInputs() {
        return new Object[][] {{1.5, 2}, {0.7, -0.5}, {2, 3}};
    }

    @Differentiable(order = 2)
    public static double atKink(double x) {
        return x > 0 ? x * x * 3 : x * x;
    }

    /** Where the adjoint of a function is zero, its derivative need not be. */
    @Differentiable(order = 2)
    public static double zeroAdjoint(double x, double y) {
        return x * Math.sqrt(y) + x * Math.log(y) + x * Math.exp(y) + x * Math.pow(y, 1.5);
    }

    static Object[][] zeroAdjointInputs() {
        return new Object[][] {{0, 4}, {1, 4}};
    }

    static double productOfLast(double[] a, int n) {
        if (n == 0) {
            return a[0] * a[0];
        }
        return productOfLast(a, n - 1) * a[1];
    }

    /** The tape of a function that calls itself holds arrays. */
    @Differentiable(order = 2)
    public static double recursionOverArray(double x, double y) {
        return productOfLast(new double[] {x, y * x}, 2) * x;
    }

    /** Derivatives have the type of their parameter, and the matrix that of the result. */
    @Differentiable(order = 2)
    public static double floatBesideDouble(double x, float[] a, float y) {
        return Math.sin(x * a[0]) * y * y + a[1] * x;
    }

    /** Two records of one call hold records of further calls. */
    @Differentiable(order = 2)
    public static double twoCallsOfItself(double[] x) {
        return branching(2, x, new double[] {0.5});
    }

    private static double branching(int depth, double[] x, double[] y) {
        if (depth <= 0) {
            return x.length == 0 ? 0.1 : x[0];
        }
        double unused = branching(depth - 1, y, y);
        return Math.sin(branching(depth - 1, x, x));
    }
}
