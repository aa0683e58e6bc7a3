package corpus;

import dev.adjoint.Differentiable;

/** One array behind several names. */
public final class Aliasing {
    private Aliasing() {}

    @Differentiable
    public static double secondName(double[] a) {
        double[] b = a;
        b[0] = b[0] * a[0];
        a[0] += b[0];
        return a[0] * b[0];
    }

    @Differentiable
    public static double chosenName(double[] a, double[] b, int n) {
        double[] c = n % 2 == 0 ? a : b;
        c[0] = c[0] * a[0];
        return a[0] * b[0] + c[0] * c[0];
    }

    @Differentiable
    public static double chosenByActive(double[] a, double[] b) {
        double[] c;
        if (a[0] > b[0]) {
            c = a;
        } else {
            c = b;
        }
        c[0] = Math.sin(c[0]);
        return a[0] * b[0] * c[0];
    }

    static double helper(double[] p, double[] q) {
        p[0] = p[0] * q[0];
        q[0] = p[0] + q[0];
        return p[0] * q[0];
    }

    @Differentiable
    public static double sameArrayTwice(double[] a) {
        return helper(a, a);
    }

    @Differentiable
    public static double sameArrayTwiceRead(double[] a) {
        return product(a, a);
    }

    static double product(double[] p, double[] q) {
        double s = 0;
        for (int i = 0; i < p.length; i++) {
            s += p[i] * q[p.length - 1 - i];
        }
        return s;
    }

    @Differentiable
    public static double passedTwiceByCaller(double[] a, double[] b) {
        a[0] = a[0] * b[0];
        b[0] = b[0] + a[0];
        return a[0] * b[0];
    }

    static Object[][] passedTwiceByCallerInputs() {
        double[] same = {1.5, 2};
        return new Object[][] {{same, same}, {new double[] {1.5}, new double[] {0.5}}};
    }

    @Differentiable
    public static double aliasOfRow(double[][] m) {
        double[] row = m[0];
        row[0] = row[0] * m[0][0];
        m[0][0] += row[0];
        return row[0] * m[0][0];
    }

    @Differentiable
    public static double rowTwiceInMatrix(double[] a) {
        double[][] m = {a, a};
        m[0][0] = 2 * m[1][0] * m[0][0];
        return m[0][0] * m[1][0] * a[0];
    }

    @Differentiable
    public static double aliasInLoop(double[] a) {
        double[] b = a;
        for (int i = 0; i + 1 < a.length; i++) {
            b[i + 1] = a[i] * b[i + 1];
            a[i] = b[i + 1] + a[i];
            b = a;
        }
        double s = 0;
        for (double e : b) {
            s += e;
        }
        return s;
    }

    @Differentiable
    public static double sometimesAlias(double[] a, int n) {
        double[] b = a.clone();
        for (int i = 0; i < n && a.length > 0; i++) {
            if (i == 2) {
                b = a;
            }
            b[0] = b[0] * a[0] + 0.1;
            a[0] = Math.sin(b[0]);
        }
        return a.length == 0 ? 0 : a[0] + b[0];
    }

    @Differentiable
    public static double returnedArgument(double[] a) {
        double[] b = first(a, a.clone());
        b[0] = b[0] * 3;
        return a[0] * b[0];
    }

    static double[] first(double[] p, double[] q) {
        q[0] = p[0];
        return p;
    }

    @Differentiable
    public static double aliasOfFreshArray(double x) {
        double[] a = {x, 2 * x};
        double[] b = a;
        double[] c = b.clone();
        b[0] *= c[1];
        c[0] *= a[1];
        return a[0] * c[0] + b[1];
    }

    @Differentiable
    public static double comparedReferences(double[] a, double[] b) {
        double[] c = a;
        if (c == a && c != b) {
            c[0] = c[0] * c[0];
        }
        return a[0] + b[0] * c[0];
    }

    @Differentiable
    public static double aliasOfElementHolder(double x) {
        double[][] cells = new double[3][];
        cells[0] = new double[] {x};
        cells[1] = cells[0];
        cells[2] = new double[] {cells[1][0] * x};
        cells[1][0] = Math.sin(cells[2][0]);
        return cells[0][0] * cells[2][0];
    }

    @Differentiable
    public static double listOfColumns(double[][] m) {
        double s = 0;
        double[][] order = new double[m.length][];
        for (int i = 0; i < m.length; i++) {
            order[i] = m[m.length - 1 - i];
        }
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < order[i].length; j++) {
                order[i][j] = order[i][j] * m[i][j] * 0.5;
            }
        }
        for (double[] row : m) {
            for (double e : row) {
                s += e * e;
            }
        }
        return s;
    }

    @Differentiable
    public static double writtenThroughOneReadThroughTheOther(double[] a, double[] b) {
        a[0] = 2 * b[0];
        return a[0] * b[0] + b[1];
    }

    static Object[][] writtenThroughOneReadThroughTheOtherInputs() {
        double[] one = {2, 5};
        return new Object[][] {{one, one}, {one, new double[] {3, 4}}};
    }

    @Differentiable
    public static double anyTwoOfThree(double[] a, double[] b, double[] c) {
        b[0] = a[1] * c[0];
        c[1] = b[0] * a[0];
        return b[1] * c[0] + a[0] * a[1] * b[0];
    }

    static Object[][] anyTwoOfThreeInputs() {
        double[] one = {1.2, 0.8};
        double[] two = {0.5, 1.7};
        double[] three = {0.3, 1.1};
        return new Object[][] {{one, two, three}, {one, one, two}, {one, two, one}, {two, one, one}, {one, one, one}};
    }
}
