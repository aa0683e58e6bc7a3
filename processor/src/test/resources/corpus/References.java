package corpus;

import dev.adjoint.Differentiable;

/** Row references, swapped references and arrays of arrays whose rows move. */
public final class References {
    private References() {}

    @Differentiable
    public static double pingPong(double[] a, int n) {
        double[] now = a.clone();
        double[] next = new double[a.length];
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < a.length; i++) {
                next[i] = now[i] * now[(i + 1) % a.length] * 0.5 + 0.1;
            }
            double[] t = now;
            now = next;
            next = t;
        }
        double s = 0;
        for (double e : now) {
            s += e * e;
        }
        return s;
    }

    @Differentiable
    public static double pingPongReadsBoth(double[] a, int n) {
        double[] p = a.clone();
        double[] q = new double[a.length];
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < a.length; i++) {
                q[i] = Math.sin(p[i]) + 0.5 * q[i];
            }
            double[] t = p;
            p = q;
            q = t;
        }
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s += p[i] * q[i];
        }
        return s;
    }

    @Differentiable
    public static double pingPongOfParameter(double[] a, double[] work) {
        double[] p = a;
        double[] q = work;
        for (int k = 0; k < 3; k++) {
            for (int i = 0; i < p.length; i++) {
                q[i] = p[i] * p[i] * 0.7 + 0.2;
            }
            double[] t = p;
            p = q;
            q = t;
        }
        double s = 0;
        for (int i = 0; i < p.length; i++) {
            s += p[i] + a[i] * work[i];
        }
        return s;
    }

    @Differentiable
    public static double freshEachStep(double[] a, int n) {
        double[] u = a;
        for (int k = 0; k < n; k++) {
            double[] v = new double[u.length];
            for (int i = 0; i < u.length; i++) {
                v[i] = Math.tanh(u[i] + 0.3 * u[(i + 1) % u.length]);
            }
            u = v;
        }
        double s = 0;
        for (double e : u) {
            s += e;
        }
        return s;
    }

    @Differentiable
    public static double threeBuffers(double[] a, int n) {
        double[] x = a.clone();
        double[] y = a.clone();
        double[] z = new double[a.length];
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < a.length; i++) {
                z[i] = 2 * y[i] - x[i] - 0.1 * y[i] * y[i];
            }
            double[] t = x;
            x = y;
            y = z;
            z = t;
        }
        double s = 0;
        for (double e : y) {
            s += e * e;
        }
        return s;
    }

    @Differentiable
    public static double rowReference(double[][] m) {
        double s = 0;
        for (int i = 0; i < m.length; i++) {
            double[] row = m[i];
            for (int j = 0; j < row.length; j++) {
                row[j] = row[j] * row[j] + 0.1;
                s += row[j] * m[i][0];
            }
        }
        return s;
    }

    @Differentiable
    public static double movingRow(double[][] m) {
        double[] row = m[0];
        double s = 0;
        for (int i = 0; i < m.length; i++) {
            row[0] = row[0] * m[i][0];
            s += row[0];
            row = m[m.length - 1 - i];
        }
        return s;
    }

    @Differentiable
    public static double history(double x, int n) {
        double[][] states = new double[n + 1][];
        states[0] = new double[] {x, 1};
        for (int k = 0; k < n; k++) {
            double[] s = states[k];
            states[k + 1] = new double[] {s[0] + 0.1 * s[1], s[1] - 0.1 * s[0] * s[0]};
        }
        return states[n][0] * states[n][1] + states[n / 2][0];
    }

    @Differentiable
    public static double rotatingRows(double[][] m, int n) {
        for (int k = 0; k < n; k++) {
            double[] first = m[0];
            for (int i = 0; i + 1 < m.length; i++) {
                m[i] = m[i + 1];
            }
            m[m.length - 1] = first;
            first[0] = Math.sin(m[0][0]) * first[0];
        }
        double s = 0;
        for (int i = 0; i < m.length; i++) {
            s += m[i][0] * (i + 1);
        }
        return s;
    }

    @Differentiable
    public static double exchangedRows(double[][] m) {
        double[] first = m[0];
        m[0] = m[m.length - 1];
        m[m.length - 1] = first;
        double s = 0;
        for (int i = 0; i < m.length; i++) {
            s += m[i][0] * m[i][0] * (i + 1);
        }
        return s;
    }

    @Differentiable
    public static double referenceInBranch(double[] a, double[] b) {
        double[] c = a;
        double y = 0;
        for (int i = 0; i < a.length; i++) {
            if (c[i] > b[i]) {
                c = b;
            }
            c[i] = c[i] * 0.5 + y;
            y += c[i] * a[i];
        }
        return y;
    }

    @Differentiable
    public static double conditionalRow(double[][] m, int n) {
        double[] row = n > 2 ? m[0] : m[m.length - 1];
        row[0] *= row[0];
        return row[0] + m[0][0] * m[m.length - 1][0];
    }

    static double[] doubled(double[] a) {
        double[] b = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            b[i] = 2 * a[i] + i;
        }
        return b;
    }

    @Differentiable
    public static double nullThenAssigned(double x, int n) {
        double[] a = null;
        if (n > 2) {
            a = new double[] {x};
        }
        return a == null ? x : a[0] * a[0];
    }

    @Differentiable
    public static double linkedByIndex(double[] a) {
        int[] next = new int[a.length];
        for (int i = 0; i < a.length; i++) {
            next[i] = (i + 2) % a.length;
        }
        int at = 0;
        double y = 1;
        for (int k = 0; k < a.length; k++) {
            y = Math.sin(y * a[at]);
            a[at] = y;
            at = next[at];
        }
        double s = 0;
        for (double e : a) {
            s += e;
        }
        return s;
    }

    @Differentiable
    public static double rowsSwapped(double[][] m) {
        double[] t = m[0];
        m[0] = m[1];
        m[1] = t;
        m[0][0] *= m[1][1];
        return m[0][0] * t[0] + m[1][0];
    }

    static Object[][] rowsSwappedInputs() {
        return new Object[][] {{new double[][] {{1.1, 2.2}, {0.3, -0.4, 2}}}};
    }

    @Differentiable
    public static double swapInABranch(double[][] m) {
        int n = m.length;
        if (n < 2) {
            return 0;
        }
        double[] row = m[0];
        m[0] = m[n - 1];
        m[n - 1] = row;
        return m[0][0] * m[n - 1][1];
    }

    static Object[][] swapInABranchInputs() {
        return new Object[][] {
            {new double[][] {{1, 2}, {3, 4}}}, {new double[][] {{1, 2}, {3, 4}, {5, 6}}}, {new double[][] {{2}}}
        };
    }
}
