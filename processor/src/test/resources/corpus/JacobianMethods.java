package corpus;

import dev.adjoint.Checkpoint;
import dev.adjoint.Differentiable;

/** Array results: fVjp, fJvp and fJacobian. */
public final class JacobianMethods {
    private JacobianMethods() {}

    @Differentiable
    public static double[] squares(double[] a) {
        double[] y = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            y[i] = a[i] * a[i];
        }
        return y;
    }

    static double[][] squaresExpected(double[] a) {
        double[][] j = new double[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            j[i][i] = 2 * a[i];
        }
        return j;
    }

    @Differentiable
    public static double[] wide(double[] a) {
        double s = 0;
        for (double e : a) {
            s += e * e;
        }
        return new double[] {s, Math.sqrt(1 + s)};
    }

    @Differentiable
    public static double[] tall(double x) {
        double[] y = new double[7];
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.pow(x, i);
        }
        return y;
    }

    @Differentiable
    public static double[] polar(double r, double phi) {
        return new double[] {r * Math.cos(phi), r * Math.sin(phi)};
    }

    @Differentiable
    public static double[] scaled(double s, double[] a) {
        double[] y = new double[a.length + 1];
        for (int i = 0; i < a.length; i++) {
            y[i] = s * a[i] * a[i];
        }
        y[a.length] = s * s;
        return y;
    }

    @Differentiable(wrt = "x")
    public static double[] residuals(double[] x, double[] t, double[] y) {
        double[] r = new double[t.length];
        for (int i = 0; i < t.length; i++) {
            r[i] = y[i] - x[0] * Math.exp(-x[1] * t[i]);
        }
        return r;
    }

    static double[][] residualsExpected(double[] x, double[] t, double[] y) {
        double[][] j = new double[t.length][];
        for (int i = 0; i < t.length; i++) {
            double e = Math.exp(-x[1] * t[i]);
            j[i] = new double[] {-e, x[0] * t[i] * e};
        }
        return j;
    }

    static Object[][] residualsInputs() {
        return new Object[][] {
            {new double[] {2, 0.5}, new double[] {0, 1, 2, 3}, new double[] {2, 1.2, 0.8, 0.5}},
            {new double[] {2, 0.5}, new double[0], new double[0]}
        };
    }

    @Differentiable
    public static double[] parameterReturned(double[] a) {
        return a;
    }

    @Differentiable
    public static double[] parameterChangedAndReturned(double[] a) {
        for (int i = 1; i < a.length; i++) {
            a[i] *= a[i - 1];
        }
        return a;
    }

    @Differentiable
    public static double[] constantArray(double x) {
        return new double[] {1, 2, 3};
    }

    @Differentiable
    public static double[] emptyResult(double[] a) {
        return new double[0];
    }

    @Differentiable
    public static double[] severalReturns(double[] a) {
        if (a.length == 0) {
            return new double[] {1};
        }
        if (a[0] > 1) {
            return new double[] {a[0] * a[0], a[0]};
        }
        double[] y = a.clone();
        y[0] = Math.sin(y[0]);
        return y;
    }

    static Object[][] severalReturnsInputs() {
        return new Object[][] {{new double[0]}, {new double[] {2, 1}}, {new double[] {0.3, 2, 3}}, {new double[] {4}}};
    }

    @Differentiable
    public static double[] aliasReturned(double[] a) {
        double[] y = new double[a.length];
        double[] z = y;
        for (int i = 0; i < a.length; i++) {
            z[i] = a[i] * (i > 0 ? y[i - 1] : 1);
        }
        return y;
    }

    @Differentiable
    public static double[] rowSums(double[][] m) {
        double[] s = new double[m.length];
        for (int i = 0; i < m.length; i++) {
            for (double e : m[i]) {
                s[i] += e * e;
            }
        }
        return s;
    }

    @Differentiable
    public static double[] rowReturned(double[][] m) {
        m[0][0] *= m[m.length - 1][0];
        return m[0];
    }

    @Differentiable
    public static double[] banded(double[] u) {
        double[] r = new double[u.length];
        for (int i = 0; i < u.length; i++) {
            double left = i > 0 ? u[i - 1] : 0;
            double right = i + 1 < u.length ? u[i + 1] : 0;
            r[i] = (3 - 2 * u[i]) * u[i] - left - 2 * right + 1;
        }
        return r;
    }

    @Differentiable
    public static double[] softmax(double[] a) {
        double[] y = new double[a.length];
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            y[i] = Math.exp(a[i]);
            s += y[i];
        }
        for (int i = 0; i < a.length; i++) {
            y[i] /= s;
        }
        return y;
    }

    static double[][] softmaxExpected(double[] a) {
        double[] y = softmax(a);
        double[][] j = new double[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < a.length; k++) {
                j[i][k] = y[i] * ((i == k ? 1 : 0) - y[k]);
            }
        }
        return j;
    }

    @Differentiable
    public static double[] withCondition(double[] a, boolean flag) {
        double[] y = new double[2];
        for (int i = 0; i < a.length; i++) {
            if (flag) {
                y[i % 2] += a[i] * a[i];
            } else {
                y[1 - i % 2] -= a[i];
            }
        }
        return y;
    }

    @Differentiable
    public static double[] trajectory(double x, int n) {
        double[] path = new double[n + 1];
        path[0] = x;
        for (int i = 0; i < n; i++) {
            path[i + 1] = 3.2 * path[i] * (1 - path[i]) * 0.5;
        }
        return path;
    }

    @Differentiable
    public static double[] cumulativeProducts(double[] a) {
        double[] y = new double[a.length];
        double p = 1;
        for (int i = 0; i < a.length; i++) {
            p *= a[i];
            y[i] = p;
        }
        return y;
    }

    @Differentiable
    public static float[] singlePrecision(float[] a, float s) {
        float[] y = new float[a.length];
        for (int i = 0; i < a.length; i++) {
            y[i] = a[i] * s + a[0];
        }
        return y;
    }

    @Differentiable
    public static double[] duplicatesOutputs(double x, double z) {
        double p = x * z;
        return new double[] {p, p, x, p + x, 7};
    }

    /** Without forward mode there are rows all the same. */
    @Differentiable(modes = Differentiable.Mode.REVERSE)
    public static double[] reverseAlone(double[] a, double s) {
        double[] y = new double[a.length + 2];
        double sum = s;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * a[i];
            y[i] = sum * a[i];
        }
        y[a.length] = sum;
        return y;
    }

    @Differentiable(modes = Differentiable.Mode.REVERSE)
    public static double[] reverseOfOne(double x) {
        return new double[] {x * x, Math.sin(x), 3};
    }

    @Differentiable(modes = Differentiable.Mode.REVERSE)
    public static double[][] reverseOfRows(double[][] a) {
        double[][] y = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            y[i] = new double[] {a[i][0] * a[0][0], Math.exp(a[i][1])};
        }
        return y;
    }

    static Object[][] reverseOfRowsInputs() {
        return new Object[][] {{new double[][] {{1, 2}, {0.5, -1, 3}}}, {new double[0][]}};
    }

    /** The steps are done anew for each row. */
    @Differentiable(modes = Differentiable.Mode.REVERSE)
    @Checkpoint(slots = 3, loop = "steps")
    public static double[] reverseOfSteps(double[] a, int steps) {
        double x = a[0];
        double v = a[1];
        steps:
        for (int t = 0; t < steps; t++) {
            double w = v - 0.1 * a[2] * Math.sin(x);
            x = x + 0.1 * w;
            v = w;
        }
        a[0] = x * v;
        return new double[] {x, v, a[0]};
    }

    static Object[][] reverseOfStepsInputs() {
        return new Object[][] {{new double[] {1, 0.2, 3}, 6}, {new double[] {1, 0.2, 3}, 0}};
    }

    /** Adjoints are doubles, the entries floats. */
    @Differentiable
    public static float[] floatsOfDoubles(double[] a, float s) {
        double sum = 0;
        for (double e : a) {
            sum += e * e;
        }
        return new float[] {(float) sum * s, (float) (sum * a[0])};
    }

    /** Adjoints are floats, the entries doubles. */
    @Differentiable
    public static double[] doublesOfFloats(float[] a, double t, float s) {
        double[] y = new double[4];
        for (int i = 0; i < a.length; i++) {
            y[i % 4] += a[i] * a[i] * t * s;
        }
        return y;
    }

    static Object[][] doublesOfFloatsInputs() {
        float[] a = {1, 2, 0.5f, -1, 3, 0.25f};
        return new Object[][] {{a, 0.3, 0.5f}, {new float[] {2}, 0.3, 0.5f}};
    }

    @Differentiable
    public static float[] residualsOfDoubles(double[] p, float[] x) {
        float[] r = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            r[i] = (float) (p[0] * Math.exp(-p[1] * x[i]));
        }
        return r;
    }

    static Object[][] residualsOfDoublesInputs() {
        return new Object[][] {{new double[] {0.7, -0.4}, new float[] {0.5f, 1, 1.75f}}};
    }
}
