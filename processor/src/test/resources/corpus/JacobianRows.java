package corpus;

import dev.adjoint.Checkpoint;
import dev.adjoint.DerivativeOf;
import dev.adjoint.Differentiable;

/**
 * Results that are shorter than what they depend on: the reverse sweep runs for one row after the other, and must find all
 * as it was.
 */
public final class JacobianRows {
    private JacobianRows() {}

    @Differentiable
    public static double[] single(double[] a) {
        double s = 1;
        for (double e : a) {
            s *= e;
        }
        return new double[] {s};
    }

    static double[][] singleExpected(double[] a) {
        double[][] j = new double[1][a.length];
        for (int i = 0; i < a.length; i++) {
            j[0][i] = 1;
            for (int k = 0; k < a.length; k++) {
                j[0][i] *= k == i ? 1 : a[k];
            }
        }
        return j;
    }

    @Differentiable
    public static double[] many(double[] a) {
        double[] y = new double[6];
        for (int i = 0; i < a.length; i++) {
            y[i % 6] += a[i] * a[i] * a[(i + 1) % a.length];
        }
        return y;
    }

    static Object[][] manyInputs() {
        return new Object[][] {{new double[] {1, 2, 3, 4, 0.5, -1, 2, 0.3}}, {new double[0]}, {new double[] {3}}};
    }

    @Differentiable
    public static double[] length(double[] a, int m) {
        double[] y = new double[m];
        for (int i = 0; i < m; i++) {
            for (int k = 0; k < a.length; k++) {
                y[i] += Math.sin(a[k] * (i + 1));
            }
        }
        return y;
    }

    static Object[][] lengthInputs() {
        double[] a = {0.3, 1.2, -0.4, 0.9, 2};
        return new Object[][] {{a, 0}, {a, 1}, {a, 4}, {a, 5}, {a, 7}, {new double[0], 3}, {a, -1}};
    }

    @Differentiable
    public static double[] outOfRange(double[] a, int m) {
        double last = a[4] * a[0];
        double[] y = new double[m];
        for (int i = 0; i < m; i++) {
            y[i] = last * i;
        }
        return y;
    }

    static Object[][] outOfRangeInputs() {
        double[] a = {0.3, 1.2, -0.4, 0.9, 2};
        return new Object[][] {{a, 0}, {a, 2}, {new double[0], 0}, {new double[] {1, 2}, 0}, {new double[] {1, 2}, 1}};
    }

    @Differentiable
    public static double[] beyondTheFirstRow(double[] a) {
        return new double[] {2 * a[3], 3 * a[1]};
    }

    static Object[][] beyondTheFirstRowInputs() {
        return new Object[][] {{new double[] {1, 2, 3, 4, 5}}, {new double[] {1, 2}}, {new double[] {1}}};
    }

    @Differentiable
    public static double[] zerosRead(double[] a) {
        double[] t = new double[40];
        double s = 0;
        double p = 0;
        for (int i = 0; i < a.length; i++) {
            s += t[2 * i % 40] * a[i] + a[i] * a[i];
            t[2 * i % 40] = Math.sin(a[i]);
            p += t[(2 * i + 4) % 40] * a[i];
            t[(2 * i + 4) % 40] += a[i];
        }
        return new double[] {s, p, s * p};
    }

    @Differentiable
    public static double[] copied(double[] a) {
        double[] t = a.clone();
        for (int i = 1; i < a.length; i++) {
            t[i] += t[i - 1] * a[i];
        }
        return new double[] {t[a.length - 1], t[0] * t[a.length / 2]};
    }

    static Object[][] copiedInputs() {
        return new Object[][] {{new double[] {2}}, {new double[] {0.5, 2, -1, 1.5, 3}}};
    }

    @Differentiable
    public static double[] swappedRows(double[] a, int pivot) {
        double[][] m = new double[3][3];
        double first = m[pivot][0];
        for (int i = 0; i < 9; i++) {
            m[i / 3][i % 3] += a[i] * (first + a[(i * 2) % 9]);
        }
        double[] t = m[0];
        m[0] = m[pivot];
        m[pivot] = t;
        for (int i = 0; i < 3; i++) {
            m[0][i] *= m[1][i] + m[2][2 - i];
        }
        return new double[] {m[0][0] + m[1][1], m[2][2] * m[0][1], t[1]};
    }

    static Object[][] swappedRowsInputs() {
        double[] a = {1, 2, 0.5, -1, 0.3, 0.7, 2, -0.4, 1.1};
        return new Object[][] {{a, 0}, {a, 1}, {a, 2}};
    }

    @Differentiable
    public static double[] replacedRows(double[] a) {
        double[][] m = new double[2][a.length];
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s += m[i % 2][i] * a[i];
            m[i % 2] = a.clone();
            m[i % 2][i] *= a[0];
            s += m[i % 2][i] * m[(i + 1) % 2][0];
        }
        return new double[] {s, m[0][0] * m[1][0]};
    }

    static Object[][] replacedRowsInputs() {
        return new Object[][] {{new double[] {0.5, 2, -1, 1.5}}, {new double[] {3}}};
    }

    @Differentiable
    public static double[] parameterWritten(double[] a) {
        a[0] = a[1] * a[2];
        a[1] *= a[0];
        return new double[] {a[0] * a[1], a[2] + a[1]};
    }

    static Object[][] parameterWrittenInputs() {
        return new Object[][] {{new double[] {1, 2, 3}}, {new double[] {1, 2, 3, 4, 5, 6}}};
    }

    @Differentiable
    public static double[] parameterItself(double[] a, double[] b) {
        a[0] *= b[1];
        return a;
    }

    static Object[][] parameterItselfInputs() {
        return new Object[][] {{new double[] {1, 2}, new double[] {3, 4, 5}}, {new double[] {7}, new double[] {3, 4}}};
    }

    @Differentiable
    public static double[] oneOfTwo(double[] a, double[] b, boolean first) {
        double[] y = first ? a : b.clone();
        y[0] = y[0] * y[1] + b[0];
        return y;
    }

    static Object[][] oneOfTwoInputs() {
        double[] a = {1, 2};
        double[] b = {3, 4, 5};
        return new Object[][] {{a, b, true}, {a, b, false}};
    }

    @Differentiable(wrt = {"x", "s"})
    public static double[] workspace(double[] x, double[] work, double s) {
        for (int i = 0; i < x.length; i++) {
            work[i % work.length] = work[i % work.length] * s + x[i] * x[i];
        }
        return new double[] {work[0] * s, work[1] + work[0]};
    }

    static Object[][] workspaceInputs() {
        return new Object[][] {{new double[] {1, 2, 3, 0.5, 2}, new double[] {1, 2}, 0.7}};
    }

    @Differentiable
    public static double[][] matrixResult(double[] a) {
        double[][] y = new double[2][2];
        for (int i = 0; i < a.length; i++) {
            y[i % 2][i / 2 % 2] += a[i] * a[a.length - 1 - i];
        }
        return y;
    }

    @Differentiable
    public static double[][] sameRowTwice(double[] a) {
        double[] r = {a[0] * a[1], a[2]};
        double[][] y = {r, {a[1], 1}, r};
        r[1] *= a[0];
        return y;
    }

    static Object[][] sameRowTwiceInputs() {
        return new Object[][] {{new double[] {1, 2, 3, 4, 5, 6, 7, 8}}, {new double[] {1, 2, 3}}};
    }

    @Differentiable
    public static double[] ofMatrix(double[][] m, double[] v) {
        double p = 1;
        double s = 0;
        for (double[] row : m) {
            for (int i = 0; i < row.length; i++) {
                p *= row[i];
                s += row[i] * v[i];
            }
        }
        return new double[] {p, s};
    }

    static Object[][] ofMatrixInputs() {
        double[] v = {2, 0.5, 3};
        return new Object[][] {{new double[][] {{1, 2}, {3, 0.5, 2}, {}}, v}, {new double[0][], v}};
    }

    @Differentiable
    public static double[] rowsExchanged(double[][] m) {
        double[] t = m[0];
        m[0] = m[1];
        m[1] = t;
        m[0][0] *= m[1][1];
        return new double[] {m[0][0], m[1][0] * m[0][1]};
    }

    static Object[][] rowsExchangedInputs() {
        return new Object[][] {{new double[][] {{1, 2}, {3, 4, 5}, {6}}}};
    }

    @Differentiable
    public static float[] ofFloats(float[] a) {
        float s = 0;
        for (float e : a) {
            s += e * e;
        }
        return new float[] {s, (float) Math.sqrt(s)};
    }

    @Differentiable
    public static double[] ofDoubleAndFloat(double[] a, float b) {
        return new double[] {a[0] * b, a[1] * a[2] * b * b};
    }

    static Object[][] ofDoubleAndFloatInputs() {
        return new Object[][] {{new double[] {1, 2, 3, 4}, 0.5f}};
    }

    @Differentiable
    public static double[] threeNumbers(double x, double y, double z) {
        double e = Math.exp(x * y);
        return new double[] {e * z, e + z};
    }

    @Differentiable
    public static double[] projection(double[] camera, double[] point, double w) {
        double scale = Math.exp(camera[0]) / point[2];
        return new double[] {w * (camera[1] + scale * point[0]), w * (camera[2] + scale * point[1])};
    }

    static Object[][] projectionInputs() {
        return new Object[][] {{new double[] {0.2, 1, 2}, new double[] {0.5, 0.7, 3}, 0.9}};
    }

    @Differentiable
    public static double[] constantOfArray(double[] a) {
        return new double[] {a.length, 2};
    }

    @Differentiable
    public static double[] newton(double[] a) {
        double x = a[0];
        int steps = 0;
        while (true) {
            double f = x * x - a[1];
            if (Math.abs(f) < 1e-3 || steps == 20) {
                break;
            }
            x -= f / (2 * x) * a[2];
            steps++;
        }
        return new double[] {x, x * a[3], steps};
    }

    static Object[][] newtonInputs() {
        return new Object[][] {{new double[] {1, 2, 0.9, 3, 4}}};
    }

    @Differentiable
    public static double[] recursive(double[] a) {
        double p = powers(a, a.length - 1);
        double q = powers(a, a.length / 2);
        return new double[] {p * q, p - q};
    }

    private static double powers(double[] a, int n) {
        double[] t = new double[30];
        double s = t[n] * a[n];
        t[n] = a[n] * a[0];
        s += t[n] * t[n];
        return n == 0 ? s : s + powers(a, n - 1) * a[n];
    }

    @Differentiable
    public static double[] recursiveArray(double[] a) {
        double[] y = halves(a, 0, a.length);
        return new double[] {y[0], y[1] * y[0]};
    }

    private static double[] halves(double[] a, int from, int to) {
        if (to - from <= 1) {
            return new double[] {from < to ? a[from] * a[from] : 0, from < to ? Math.sin(a[from]) : 1};
        }
        double[] left = halves(a, from, (from + to) / 2);
        double[] right = halves(a, (from + to) / 2, to);
        left[0] += right[0] * left[1];
        return new double[] {left[0] + right[1], left[1] * right[1]};
    }

    record Sums(double s, double[] parts) {}

    @Differentiable
    public static double[] recursiveRecord(double[] a) {
        Sums all = sums(a, a.length);
        return new double[] {all.s * all.parts[0], all.parts[1]};
    }

    private static Sums sums(double[] a, int n) {
        if (n == 0) {
            return new Sums(1, new double[2]);
        }
        Sums rest = sums(a, n - 1);
        rest.parts[n % 2] += a[n - 1] * rest.s;
        return new Sums(rest.s + a[n - 1] * a[n - 1], rest.parts);
    }

    @Differentiable
    @Checkpoint(slots = 3, loop = "time")
    public static double[] checkpointed(double[] a) {
        double x = a[0];
        double v = a[1];
        time:
        for (int i = 0; i < 10; i++) {
            double before = x;
            x += 0.1 * v;
            v -= 0.1 * a[2] * Math.sin(before);
        }
        return new double[] {x, v * a[3]};
    }

    static Object[][] checkpointedInputs() {
        return new Object[][] {{new double[] {0.5, 0.1, 1.2, 2, 3, 4}}, {new double[] {0.5, 0.1, 1.2, 2}}};
    }

    static void square(double[] t, double[] a) {
        for (int i = 0; i < a.length; i++) {
            t[i] = Double.parseDouble(Double.toString(a[i] * a[i]));
        }
    }

    @DerivativeOf(type = JacobianRows.class, method = "square")
    static void squareVjp(double[] t, double[] a, double[] tBar, double[] aBar) {
        for (int i = 0; i < a.length; i++) {
            t[i] = a[i] * a[i];
            aBar[i] += 2 * a[i] * tBar[i];
            tBar[i] = 0;
        }
    }

    @DerivativeOf(type = JacobianRows.class, method = "square")
    static void squareJvp(double[] t, double[] a, double[] tDot, double[] aDot) {
        for (int i = 0; i < a.length; i++) {
            t[i] = a[i] * a[i];
            tDot[i] = 2 * a[i] * aDot[i];
        }
    }

    @Differentiable
    public static double[] ruleInPlace(double[] a) {
        double[] t = new double[a.length];
        square(t, a);
        double[] u = new double[a.length];
        square(u, t);
        return new double[] {t[0] * u[a.length - 1], u[0] + t[a.length - 1]};
    }

    @Differentiable
    public static double inside(double[] a) {
        double[][] j = JacobianRowsGrad.singleJacobian(a);
        double[][] k = JacobianRowsGrad.copiedJacobian(a);
        return j[0][0] * k[0][a.length - 1] + k[1][0];
    }

    @Differentiable
    public static double insideFlat(double[] a, double s) {
        double[] out = new double[2 * a.length];
        int rows = JacobianRowsGrad.copiedJacobian(a, out);
        double[] more = new double[6 * a.length];
        JacobianRowsGrad.manyJacobian(a, more);
        return rows * out[0] * s + out[a.length] * out[a.length - 1] + more[a.length] * more[0];
    }

    /** Nothing reads the element, but it must be there. */
    @Differentiable
    public static double[] addedToTheFirst(double[] a, double s) {
        double[] y = a.clone();
        y[0] += s * s;
        return y;
    }

    static Object[][] addedToTheFirstInputs() {
        return new Object[][] {{new double[] {1, 2}, 0.7}, {new double[0], 0.7}};
    }
}
