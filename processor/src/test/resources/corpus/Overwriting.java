package corpus;

import dev.adjoint.Differentiable;

/** Values that a partial derivative needs and that are overwritten before the way back reaches it. */
public final class Overwriting {
    private Overwriting() {}

    @Differentiable
    public static double squares(double x, int n) {
        for (int i = 0; i < n; i++) {
            x = x * x * 0.5 + 0.3;
        }
        return x;
    }

    @Differentiable
    public static double readWriteRead(double x) {
        double y = Math.sin(x);
        double z = y * x;
        y = z * z;
        z = y * x + z;
        x = y * z;
        return x * y * z;
    }

    @Differentiable
    public static double parameterOverwritten(double x, double y) {
        x = x * y;
        y = x + y * y;
        x = x * y;
        return x;
    }

    @Differentiable
    public static double overwrittenByConstant(double x) {
        double y = x * x;
        double z = Math.sin(y);
        y = 5;
        z = z * y;
        y = x;
        return z * y;
    }

    @Differentiable
    public static double overwrittenInBranch(double x) {
        double y = x * 3;
        double z = Math.exp(-y);
        if (z < 0.5) {
            y = z * x;
            z = y * y;
        }
        return z * y + x;
    }

    @Differentiable
    public static double overwrittenInLoop(double x, int n) {
        double y = x;
        double z = 0.5;
        for (int i = 0; i < n; i++) {
            double t = y * z;
            y = Math.sin(t + x);
            z = t * y;
            x = x * 0.9 + z * 0.1;
        }
        return y + z + x;
    }

    @Differentiable
    public static double sumOfChangedElements(double[] a) {
        double res = 0;
        for (int i = 0; i < a.length; i++) {
            res += (a[i] *= 5);
            res *= a[i] - 1;
        }
        return res;
    }

    @Differentiable
    public static double compoundWithSideEffect(double[] a) {
        double s = 0;
        int i = 0;
        while (i < a.length) {
            s += a[i] * (a[i++] += 1);
        }
        return s;
    }

    @Differentiable
    public static double compoundReadsTargetFirst(double x) {
        double y = x;
        y += (y = y * y) + y;
        return y;
    }

    @Differentiable
    public static double evaluationOrder(double x) {
        double y = x;
        double z = y + (y = 2 * y * y) * y + y++ * --y;
        return z * y;
    }

    @Differentiable
    public static double evaluationOrderOfArrays(double[] a) {
        int i = 0;
        if (a.length < 3) {
            return 0;
        }
        a[i] = a[i = 1] * a[++i];
        a[i--] *= a[i] + i;
        return a[0] + 2 * a[1] + 3 * a[2];
    }

    @Differentiable
    public static double chainOfArrayAssignments(double[] a) {
        if (a.length < 3) {
            return 0;
        }
        a[0] = a[1] = a[2] * a[0];
        return a[0] * a[1] + a[2];
    }

    @Differentiable
    public static double incrementOfElement(double[] a) {
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s += a[i]++ * a[i];
            s -= --a[i] * 0.5;
        }
        for (double e : a) {
            s += e * e;
        }
        return s;
    }

    @Differentiable
    public static double elementOverwrittenTwice(double x) {
        double[] a = new double[2];
        a[0] = x;
        a[1] = a[0] * a[0];
        a[0] = Math.sin(a[1]);
        a[1] = a[0] * a[1];
        a[0] = a[1] * a[0] + x;
        return a[0] * a[1];
    }

    @Differentiable
    public static double elementSquaredInPlace(double[] a, int n) {
        for (int k = 0; k < n && k < 3; k++) {
            for (int i = 0; i < a.length; i++) {
                a[i] = a[i] * a[i] * 0.5;
            }
        }
        double s = 0;
        for (double e : a) {
            s += e;
        }
        return s;
    }

    @Differentiable
    public static double prefixProducts(double[] a) {
        for (int i = 1; i < a.length; i++) {
            a[i] = a[i] * a[i - 1];
        }
        double s = 0;
        for (double e : a) {
            s += e * e;
        }
        return s;
    }

    @Differentiable
    public static double suffixSums(double[] a) {
        for (int i = a.length - 2; i >= 0; i--) {
            a[i] += Math.sin(a[i + 1]);
        }
        return a.length == 0 ? 0 : a[0] * a[a.length - 1];
    }

    @Differentiable
    public static double smoothedInPlace(double[] a, int n) {
        for (int k = 0; k < n; k++) {
            for (int i = 1; i + 1 < a.length; i++) {
                a[i] = 0.25 * a[i - 1] + 0.5 * a[i] * a[i] + 0.25 * a[i + 1];
            }
        }
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s += (i + 1) * a[i];
        }
        return s;
    }

    @Differentiable
    public static double oneCellAccumulator(double[] a) {
        double[] cell = {1};
        for (double e : a) {
            cell[0] = cell[0] * e + cell[0];
        }
        return cell[0];
    }

    @Differentiable
    public static double indexOverwritten(double[] a) {
        int k = 0;
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            k = (k * 3 + 1) % a.length;
            s += a[k] * a[i];
            a[k] = s;
            k = i;
        }
        return s;
    }

    @Differentiable
    public static double conditionOverwritten(double[] a) {
        boolean up = true;
        double y = 1;
        for (double e : a) {
            if (up) {
                y += e * y;
            } else {
                y *= Math.cos(e);
            }
            up = y < 2 && !up;
        }
        return y;
    }

    @Differentiable
    public static double integerOverwritten(double x, int n) {
        int k = n + 1;
        double y = x;
        y = Math.pow(y, k % 3 + 1);
        k *= 2;
        y = y * k + Math.pow(x, k % 4);
        k -= 3;
        y *= k;
        return y;
    }

    @Differentiable
    public static double zeroedThenUsed(double[] a) {
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s += a[i] * a[i];
            a[i] = 0;
            s += a[i] * 3;
            a[i] = s;
        }
        for (double e : a) {
            s += e;
        }
        return s;
    }

    @Differentiable
    public static double swapScalars(double x, double y, int n) {
        for (int i = 0; i < n; i++) {
            double t = x;
            x = y * 0.9;
            y = t + x * x;
        }
        return x - y;
    }

    @Differentiable
    public static double fibonacciStyle(double x, int n) {
        double a = 0.1;
        double b = x;
        for (int i = 0; i < n; i++) {
            b += a * b;
            a = b - a;
        }
        return a;
    }

    @Differentiable
    public static double accumulatorReset(double[][] a) {
        double total = 1;
        double s = 0;
        for (double[] row : a) {
            s = 0;
            for (double e : row) {
                s += e * e;
            }
            total *= 1 + 0.1 * s;
        }
        return total + s;
    }

    @Differentiable
    public static double usedOnlyBeforeOverwrite(double x) {
        double y = Math.exp(x * 0.3);
        double z = y;
        y = Math.sin(x);
        z += y;
        y = Math.cos(x);
        return z * y;
    }

    @Differentiable
    public static double incrementNonlinear(double x) {
        double y = x;
        y += y * y;
        y += Math.sin(y);
        y -= y / (1 + x * x);
        y *= y + x;
        return y;
    }

    @Differentiable
    public static double divideAssign(double x, double y) {
        double z = x;
        z /= y;
        y /= 1 + z * z;
        z /= 2 + y * y;
        return z * y;
    }

    /** Java that is only passed through may write into an array that has no derivative. */
    @Differentiable(wrt = "x")
    public static double sortedAfterwards(double x, double[] held) {
        double s = 0;
        for (int i = 0; i < held.length; i++) {
            s += (i + 1) * held[i] * x * x;
        }
        java.util.Arrays.sort(held);
        return held.length == 0 ? s : s + x * held[0];
    }

    /** The way back computes quotients again from the dear values in them, each of which it needs itself. */
    @Differentiable
    public static double quotientsOfDearValues(double x, double w, int n) {
        double gate = 0;
        for (int i = 0; i < n; i++) {
            gate = 1 / (1 + Math.exp(-(w * gate + x)));
            x = x / (2 + Math.sin(gate)) - 1 / Math.cosh(x * w) + 1.5 / Math.exp(gate);
        }
        return x * gate;
    }

    /** A reciprocal that reaches its limits: of infinity, and of a number that is squared to zero. */
    @Differentiable
    public static double reciprocals(double x, double y) {
        double a = 1 / (1 + Math.exp(800 * x));
        double b = 1 / (y * y * y);
        return a + b + 1 / (x * 1e-170 + 1e170) * 1e170;
    }

    static Object[][] reciprocalsInputs() {
        return new Object[][] {{1.0, 0.7}, {-1.0, -1.3}, {0.001, 2.0}};
    }

    /** One number is kept for several that are computed from it, in the loop, in a branch of it and in a loop within. */
    @Differentiable
    public static double severalFromOne(double x, double rate, int n) {
        double p = x;
        for (int i = 0; i < n; i++) {
            double rest = 1 - p;
            double grown = rate * p * i;
            if (p > 0.4) {
                double q = p * p - rest;
                p = 0.3 * q * grown + rest * Math.sin(q * (i + 1));
            } else {
                p = p + grown * rest;
            }
            for (int j = 0; j < 2; j++) {
                double wide = 0.5 * p - grown;
                p = 0.4 * p * (2 - p) + wide * wide * 0.1;
            }
        }
        return p;
    }

    static Object[][] severalFromOneInputs() {
        return new Object[][] {{0.3, 0.7, 4}, {0.55, -0.4, 3}, {0.2, 0.5, 0}};
    }
}
