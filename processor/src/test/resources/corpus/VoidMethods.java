package corpus;

import dev.adjoint.Differentiable;

/** Methods without a result, whose arrays go in and come out. */
public final class VoidMethods {
    private VoidMethods() {}

    @Differentiable
    public static void squareInPlace(double[] a) {
        for (int i = 0; i < a.length; i++) {
            a[i] = a[i] * a[i];
        }
    }

    @Differentiable
    public static void copyTo(double[] a, double[] out) {
        for (int i = 0; i < a.length; i++) {
            out[i] = Math.sin(a[i]);
        }
    }

    @Differentiable
    public static void accumulate(double[] a, double[] out) {
        for (int i = 0; i < a.length; i++) {
            out[i] += a[i] * a[a.length - 1 - i];
        }
    }

    @Differentiable
    public static void scaledBy(double[] a, double s) {
        for (int i = 0; i < a.length; i++) {
            a[i] *= s;
        }
        s = s * s;
        for (int i = 0; i < a.length; i++) {
            a[i] += s;
        }
    }

    @Differentiable
    public static void twoScalars(double s, double[] a, double t) {
        for (int i = 0; i < a.length; i++) {
            a[i] = a[i] * s + t * t;
        }
    }

    @Differentiable
    public static void heatStep(double[] u, double k) {
        double left = u.length > 0 ? u[0] : 0;
        for (int i = 1; i + 1 < u.length; i++) {
            double here = u[i];
            u[i] += k * (left - 2 * here + u[i + 1]);
            left = here;
        }
    }

    @Differentiable
    public static void matrixInPlace(double[][] m) {
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < i; j++) {
                m[i][j] = m[i][j] * m[j][i];
                m[j][i] += m[i][j];
            }
        }
    }

    @Differentiable
    public static void swap(double[] a, double[] b) {
        for (int i = 0; i < a.length; i++) {
            double t = a[i];
            a[i] = b[i];
            b[i] = t * t;
        }
    }

    @Differentiable
    public static void matrixVector(double[][] m, double[] x, double[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = 0;
            for (int j = 0; j < x.length; j++) {
                y[i] += m[i][j] * x[j];
            }
        }
    }

    @Differentiable
    public static void earlyReturn(double[] a, int n) {
        if (n == 0 || a.length == 0) {
            return;
        }
        a[0] = Math.cos(a[0]);
        if (a[0] > 0.5) {
            return;
        }
        a[a.length - 1] *= a[0];
    }

    @Differentiable
    public static void sorted(double[] a) {
        for (int i = 1; i < a.length; i++) {
            for (int j = i; j > 0 && a[j - 1] > a[j]; j--) {
                double t = a[j];
                a[j] = a[j - 1];
                a[j - 1] = t;
            }
        }
        for (int i = 0; i < a.length; i++) {
            a[i] = a[i] * a[i] * (i + 1);
        }
    }

    @Differentiable
    public static void callsVoid(double[] a, double[] b) {
        copyTo(a, b);
        squareInPlace(b);
        accumulate(b, a);
    }

    @Differentiable
    public static void nothing(double[] a) {}

    @Differentiable
    public static void onlyReads(double[] a, double[] out) {
        double s = 0;
        for (double e : a) {
            s += e * e;
        }
        if (out.length > 0) {
            out[0] = s;
        }
    }

    @Differentiable
    public static void choleskyInPlace(double[][] a) {
        for (int j = 0; j < a.length; j++) {
            double d = a[j][j];
            for (int k = 0; k < j; k++) {
                d -= a[j][k] * a[j][k];
            }
            a[j][j] = Math.sqrt(d);
            for (int i = j + 1; i < a.length; i++) {
                double s = a[i][j];
                for (int k = 0; k < j; k++) {
                    s -= a[i][k] * a[j][k];
                }
                a[i][j] = s / a[j][j];
            }
        }
    }

    static Object[][] choleskyInPlaceInputs() {
        return new Object[][] {{new double[][] {{4, 1, 0.5}, {1, 5, 1}, {0.5, 1, 3}}}, {new double[0][]}};
    }

    @Differentiable
    public static void leapfrog(double[] x, double[] v, double h, int n) {
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < x.length; i++) {
                v[i] -= 0.5 * h * Math.sin(x[i]);
                x[i] += h * v[i];
                v[i] -= 0.5 * h * Math.sin(x[i]);
            }
        }
    }

    @Differentiable
    public static void localBuffer(double[] a) {
        double[] t = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            t[i] = a[(i + 1) % a.length] * a[i];
        }
        System.arraycopy(t, 0, a, 0, a.length);
    }

    @Differentiable
    public static void filledConstant(double[] a, double x) {
        for (int i = 0; i < a.length; i++) {
            a[i] = i % 2 == 0 ? x : 3;
        }
    }
}
