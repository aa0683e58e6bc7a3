package corpus;

import dev.adjoint.Differentiable;

/** Arrays of constant length that stay in a method: variables in the derivative, where nothing shows the difference. */
public final class SmallArrays {
    private SmallArrays() {}

    static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    @Differentiable
    public static double helpersOfVectors(double[] x) {
        double[] a = {x[0], Math.sin(x[1]), x[2]};
        double[] n = cross(a, cross(a, new double[] {x[2], x[0], 1}));
        return n[0] * n[1] + n[2];
    }

    @Differentiable
    public static double writtenInALoop(double x, double y) {
        double[] v = new double[3];
        for (int i = 0; i < 3; i++) {
            v[i] = Math.sin(x * (i + 1)) * y;
        }
        v[1] *= v[0];
        return v[0] + v[1] * v[2];
    }

    @Differentiable
    public static double twoNames(double x, double y) {
        double[] a = {x, y};
        double[] b = a;
        b[0] = a[1] * a[0];
        a[1] += b[0];
        return a[0] * b[1];
    }

    @Differentiable
    public static double oneOfTwoWritten(double x, double y) {
        double[] a = {x, y};
        double[] b = {y, x * y};
        double[] c = x > y ? a : b;
        c[0] = Math.sin(c[0]) * c[1];
        return a[0] * b[0] + c[1];
    }

    @Differentiable
    public static double oneOfTwoRead(double x, double y) {
        double[] a = {x, y};
        double[] b = {y, x * y};
        double[] c = x > y ? a : b;
        return a[0] * b[0] + c[1] * c[0];
    }

    @Differentiable
    public static double madeInArms(double x, double y) {
        double[] c;
        if (x > y) {
            c = new double[] {x, y};
        } else {
            c = new double[2];
            c[0] = x * y;
        }
        c[1] += Math.cos(x);
        return c[0] * c[1];
    }

    @Differentiable
    public static double elementWrittenInAnArm(double x, double y) {
        double[] v = {x, y, x * y};
        if (x > y) {
            v[1] = v[0] * v[2];
        }
        return v[0] + v[1] * v[2];
    }

    @Differentiable
    public static double handedFromStepToStep(double[] x) {
        double[] state = {x[0], 1};
        for (int i = 1; i < x.length; i++) {
            double[] next = new double[2];
            next[0] = state[1] * Math.sin(x[i]);
            next[1] = state[0] + 0.5 * x[i];
            state = next;
        }
        return state[0] * state[1];
    }

    @Differentiable
    public static double handedOnAndStillNamed(double x, int n) {
        double[] first = {x, 2 * x};
        double[] state = first;
        for (int i = 0; i < n; i++) {
            state[0] = Math.sin(state[0]) + state[1];
            state = i % 2 == 0 ? first : new double[] {x, x * x};
        }
        return first[0] * state[1];
    }

    @Differentiable
    public static double swappedInALoop(double x, double y, int n) {
        double[] a = {x, y};
        double[] b = {y * y, x};
        for (int i = 0; i < n; i++) {
            b[0] += a[1] * a[0];
            double[] t = a;
            a = b;
            b = t;
        }
        return a[0] * b[1] + b[0];
    }

    @Differentiable
    public static double updatedUntil(double x) {
        double[] s = {1 + x * x, 0};
        while (s[0] < 8) {
            s[1] += Math.sin(s[0]);
            s[0] *= 1.7;
        }
        return s[0] * s[1];
    }

    @Differentiable
    public static double matrixProduct(double[] x) {
        double[][] a = {{x[0], x[1]}, {1, x[2]}};
        double[][] p = new double[2][2];
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                for (int k = 0; k < 2; k++) {
                    p[i][j] += a[i][k] * a[k][j];
                }
            }
        }
        return p[0][0] * p[1][1] - p[0][1] * p[1][0];
    }

    @Differentiable
    public static double rowInTwoPlaces(double x, double y) {
        double[][] m = {{x, y}, {y, 1}};
        m[1] = m[0];
        m[1][0] *= m[0][1];
        return m[0][0] + m[1][1] * m[1][0];
    }

    @Differentiable
    public static double triangle(double[] x) {
        double[][] l = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j <= i; j++) {
                l[i][j] = x[i] * x[j] + (i == j ? 2 : 0);
            }
        }
        double s = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < i; j++) {
                s += l[i][j] / l[i][i];
            }
        }
        return s;
    }

    @Differentiable
    public static double packedByARunningIndex(double[] x) {
        double[] packed = new double[6];
        int p = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = i; j < 3; j++) {
                packed[p++] = x[i] * Math.sin(x[j]);
            }
        }
        return packed[0] * packed[5] + packed[2] * packed[3];
    }

    @Differentiable
    public static double placeKnownAtRunTime(double x, double y, int n) {
        double[] v = {x, y, x * y};
        v[Math.floorMod(n, 3)] *= y;
        return v[0] * v[1] + v[2];
    }

    @Differentiable
    public static double placesInATable(double[] x) {
        int[] next = {2, 0, 1};
        double[] v = {x[0], x[1], x[2]};
        double s = 0;
        for (int i = 0; i < 3; i++) {
            s += v[i] * Math.cos(v[next[i]]);
        }
        return s;
    }

    @Differentiable
    public static double copiedAndFilled(double[] x) {
        double[] a = new double[4];
        System.arraycopy(x, 0, a, 1, 2);
        double[] b = a.clone();
        java.util.Arrays.fill(a, 0, 2, x[0]);
        System.arraycopy(a, 0, a, 1, 3);
        return a[1] * b[1] + a[2] * b[2] + a[3];
    }

    static Object[][] copiedAndFilledInputs() {
        return new Object[][] {{new double[] {0.5, 2}}, {new double[] {-1, 0.3, 7}}};
    }

    @Differentiable
    public static double chosenInASwitch(double x, double y, int n) {
        double[] v = {x, y};
        switch (n % 3) {
            case 0 -> v[0] = x * y;
            case 1 -> v = new double[] {y, x * x};
            default -> v[1] += v[0];
        }
        return v[0] * Math.sin(v[1]);
    }

    @Differentiable
    public static double leftEarly(double[] x) {
        double[] v = new double[3];
        for (int i = 0; i < 3; i++) {
            if (x[i] > 1) {
                break;
            }
            v[i] = Math.exp(x[i]);
        }
        return v[0] + 2 * v[1] + v[2] * v[0];
    }

    @Differentiable
    public static double guarded(double x, int n) {
        int[] places = {0, 1};
        try {
            places[1] = 5 / n;
        } catch (ArithmeticException e) {
            places[0] = 3;
        }
        return x * x * places[0] + x * places[1];
    }

    @Differentiable
    public static double[] aCopyReturned(double x, double y) {
        double[] v = {x, y * y, x * y};
        double[] w = v.clone();
        v[1] = Math.sin(x);
        w[0] += v[1] * v[2];
        return w[0] > y ? v.clone() : w;
    }

    @Differentiable
    public static double aCopyThatIsAlsoIndexed(double x, double y, int n) {
        double[] v = {x, y, x * y};
        double[] w = v.clone();
        v[0] = 2 * y;
        w[Math.floorMod(n, 3)] *= v[0];
        return w[0] * w[1] + w[2] * v[2];
    }

    @Differentiable
    public static double readForNothing(double x, double y, int n) {
        double[] v = {x, x * y};
        double unused = v[1] + v[Math.floorMod(n, 2)];
        double[] w = {y, x};
        unused = w[0];
        return w[1] * v[0];
    }

    static double lastOf(double[] a, int n) {
        return n == 0 ? a[a.length - 1] : Math.sin(lastOf(a, n - 1)) * a[0];
    }

    /** The copy is handed to a method that is not inlined, so it stays an array. */
    @Differentiable
    public static double aCopyHandedOn(double x, double y) {
        double[] v = {x, y};
        for (int i = 0; i < v.length; i++) {
            v[i] = Math.cos(i) * lastOf(v.clone(), 2) + x;
        }
        return v[0] * v[1];
    }
}
