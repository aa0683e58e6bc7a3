package corpus;

import dev.adjoint.Differentiable;

/** for, enhanced for, while, do. */
public final class Loops {
    private Loops() {}

    @Differentiable
    public static double powerByLoop(double x, int n) {
        double y = 1;
        for (int i = 0; i < n; i++) {
            y *= x;
        }
        return y;
    }

    static double powerByLoopExpected(double x, int n) {
        return n * Math.pow(x, n - 1);
    }

    @Differentiable
    public static double whileLoop(double x, int n) {
        double y = x;
        int i = 0;
        while (i < n) {
            y = Math.sin(y) + x;
            i++;
        }
        return y;
    }

    @Differentiable
    public static double doLoop(double x, int n) {
        double y = x;
        int i = 0;
        do {
            y = y * y / (1 + y * y) + x;
            i++;
        } while (i < n);
        return y;
    }

    @Differentiable
    public static double downwards(double x, int n) {
        double y = 0;
        for (int i = n; i > 0; i--) {
            y = y * x + i;
        }
        return y;
    }

    @Differentiable
    public static double downToZero(double[] a) {
        double y = 0;
        for (int i = a.length - 1; i >= 0; i--) {
            y = y * 0.5 + a[i] * a[i];
        }
        return y;
    }

    @Differentiable
    public static double strided(double[] a) {
        double y = 0;
        for (int i = 1; i < a.length; i += 2) {
            y += a[i] * a[i - 1];
        }
        return y;
    }

    @Differentiable
    public static double stridedDown(double[] a) {
        double y = 1;
        for (int i = a.length - 1; i >= 0; i -= 3) {
            y *= 1 + a[i] * 0.5;
        }
        return y;
    }

    @Differentiable
    public static double variableStride(double[] a, int n) {
        double y = 0;
        for (int i = 0; i < a.length; i += n + 1) {
            y += Math.sin(a[i]);
        }
        return y;
    }

    @Differentiable
    public static double inclusive(double x, int n) {
        double y = 0;
        for (int i = 1; i <= n; i++) {
            y += Math.pow(x, i) / i;
        }
        return y;
    }

    @Differentiable
    public static double notEqualBound(double x, int n) {
        double y = x;
        for (int i = 0; i != n; i++) {
            y = Math.cos(y);
        }
        return y;
    }

    @Differentiable
    public static double geometricIndex(double x, int n) {
        double y = 0;
        for (int i = 1; i < n * n; i *= 2) {
            y += Math.sin(i * x);
        }
        return y;
    }

    @Differentiable
    public static double twoCounters(double[] a) {
        double y = 0;
        for (int i = 0, j = a.length - 1; i < j; i++, j--) {
            y += a[i] * a[j];
        }
        return y;
    }

    @Differentiable
    public static double enhanced(double[] a) {
        double y = 0;
        for (double e : a) {
            y += e * e;
        }
        return y;
    }

    static double[] enhancedExpected(double[] a) {
        double[] g = new double[a.length];
        for (int i = 0; i < g.length; i++) {
            g[i] = 2 * a[i];
        }
        return g;
    }

    @Differentiable
    public static double enhancedVar(double[] a) {
        double y = 1;
        for (var e : a) {
            y *= Math.cos(e);
        }
        return y;
    }

    @Differentiable
    public static double enhancedVariableChanged(double[] a) {
        double y = 0;
        for (double e : a) {
            e = e * e;
            y += e * e;
        }
        return y + (a.length > 0 ? a[0] : 0);
    }

    @Differentiable
    public static double enhancedOverRows(double[][] a) {
        double y = 0;
        for (double[] row : a) {
            double s = 0;
            for (double e : row) {
                s += e;
            }
            y += s * s;
        }
        return y;
    }

    @Differentiable
    public static double enhancedOverInts(double x, int[] powers) {
        double y = 0;
        for (int p : powers) {
            y += Math.pow(x, p);
        }
        return y;
    }

    static Object[][] enhancedOverIntsInputs() {
        return new Object[][] {{1.5, new int[] {1, 3, 2}}, {-1.5, new int[] {2, 0}}, {2, new int[0]}};
    }

    @Differentiable
    public static double enhancedArrayReplaced(double[] a) {
        double y = 0;
        double[] b = a;
        for (double e : b) {
            b = new double[] {e};
            y += e * b[0];
        }
        return y;
    }

    @Differentiable
    public static double nestedLoops(double x, int n) {
        double y = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                y += Math.sin(x * i + j);
            }
        }
        return y;
    }

    @Differentiable
    public static double triangular(double[] a) {
        double y = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j <= i; j++) {
                y += a[i] * a[j];
            }
        }
        return y;
    }

    @Differentiable
    public static double innerDependsOnOuterValue(double x, int n) {
        double y = x;
        for (int i = 0; i < n; i++) {
            double p = 1;
            for (int j = 0; j < i; j++) {
                p *= y;
            }
            y = Math.tanh(p + x);
        }
        return y;
    }

    @Differentiable
    public static double threeDeep(double[] a, int n) {
        double y = 0.1;
        for (int i = 0; i < n && i < 3; i++) {
            for (int j = 0; j < 2; j++) {
                for (double e : a) {
                    y = Math.sin(y * e + i - j);
                }
            }
        }
        return y;
    }

    @Differentiable
    public static double recurrence(double a, double b, int n) {
        double p = a;
        double q = b;
        for (int i = 0; i < n; i++) {
            double r = Math.sin(p) * q + 0.5 * p;
            p = q;
            q = r;
        }
        return p * q;
    }

    @Differentiable
    public static double branchInLoop(double[] a) {
        double y = 0;
        for (int i = 0; i < a.length; i++) {
            if (a[i] > 0.9) {
                y += a[i] * a[i];
            } else {
                y = y * a[i] + 1;
            }
        }
        return y;
    }

    @Differentiable
    public static double branchOnCarried(double x, int n) {
        double y = x;
        for (int i = 0; i < n; i++) {
            if (y > 1) {
                y = y / 2 + 0.1 * x;
            } else {
                y = y * 3 + x * x * 0.1;
            }
        }
        return y;
    }

    @Differentiable
    public static double branchOnParity(double x, int n) {
        double y = x;
        for (int i = 0; i < n; i++) {
            y = i % 2 == 0 ? Math.sin(y) : y * x;
        }
        return y;
    }

    @Differentiable
    public static double activeTripCount(double x) {
        double y = x * x + 1.1;
        int steps = 0;
        while (y < 50) {
            y = y * 1.7 + x;
            steps++;
        }
        return y * steps;
    }

    @Differentiable
    public static double newtonRoot(double a) {
        double x = a;
        while (Math.abs(x * x - a) > 1e-13 * a) {
            x = 0.5 * (x + a / x);
        }
        return x;
    }

    static double newtonRootExpected(double a) {
        return 0.5 / Math.sqrt(a);
    }

    static Object[][] newtonRootInputs() {
        return new Object[][] {{2}, {0.3}, {117}};
    }

    @Differentiable
    public static double fixedPoint(double x) {
        double y = 0;
        double last;
        do {
            last = y;
            y = 0.5 * Math.cos(y) + x / 10;
        } while (Math.abs(y - last) > 1e-15);
        return y;
    }

    static double fixedPointExpected(double x) {
        double y = fixedPoint(x);
        return 0.1 / (1 + 0.5 * Math.sin(y));
    }

    @Differentiable
    public static double seriesUntilSmall(double x) {
        double term = 1;
        double sum = 1;
        for (int k = 1; Math.abs(term) > 1e-17; k++) {
            term *= x / k;
            sum += term;
        }
        return sum;
    }

    static double seriesUntilSmallExpected(double x) {
        return Math.exp(x);
    }

    @Differentiable
    public static double bisection(double c) {
        double lo = 0;
        double hi = 10;
        for (int i = 0; i < 60; i++) {
            double mid = (lo + hi) / 2;
            if (mid * mid * mid > 2) {
                hi = mid;
            } else {
                lo = mid;
            }
        }
        return lo * c;
    }

    @Differentiable
    public static double mandelbrotPath(double cx, double cy, int n) {
        double x = 0;
        double y = 0;
        for (int i = 0; i < n + 2 && x * x + y * y < 4; i++) {
            double t = x * x - y * y + cx;
            y = 2 * x * y + cy;
            x = t;
        }
        return x * x + y * y;
    }

    static Object[][] mandelbrotPathInputs() {
        return new Object[][] {{0.1, 0.2, 5}, {-0.5, 0.3, 8}, {2, 2, 5}, {1, 1, 0}};
    }

    @Differentiable
    public static double boundChangesInBody(double x, int n) {
        double y = x;
        int m = n;
        for (int i = 0; i < m; i++) {
            y = Math.sin(y) * x;
            if (i == 1) {
                m += 2;
            }
        }
        return y;
    }

    @Differentiable
    public static double indexChangesInBody(double[] a) {
        double y = 0;
        for (int i = 0; i < a.length; i++) {
            y += a[i] * a[i] * (i + 1);
            if (a[i] > 1) {
                i++;
            }
        }
        return y;
    }

    @Differentiable
    public static double indexAfterLoop(double[] a) {
        double y = 0;
        int i;
        for (i = 0; i < a.length && y < 2; i++) {
            y += a[i] * a[i];
        }
        return y * i;
    }

    @Differentiable
    public static double boundIsActive(double x) {
        double y = 0;
        for (double t = 0; t < 2; t += 0.3) {
            y += Math.sin(t * x);
        }
        return y;
    }

    @Differentiable
    public static double counterIsActive(double x) {
        double y = 0;
        for (double t = x; t < 4; t += 0.7) {
            y += t * t;
        }
        return y;
    }

    @Differentiable
    public static double counterStepIsActive(double x) {
        double y = 0;
        int steps = 0;
        for (double t = 0.05; t < 3 && steps < 9; t += 0.2 + x * x) {
            y += Math.sin(t);
            steps++;
        }
        return y;
    }

    @Differentiable
    public static double longCounter(double x, long n) {
        double y = x;
        for (long i = 0; i < n; i++) {
            y = y * 0.9 + Math.sin(x * i);
        }
        return y;
    }

    @Differentiable
    public static double emptyBody(double x, int n) {
        int i = 0;
        for (; i < n; i++) ;
        while (i-- > 0) {
        }
        return x * i;
    }

    @Differentiable
    public static double zeroTrip(double x) {
        double y = x;
        for (int i = 5; i < 3; i++) {
            y *= 100;
        }
        while (y != y) {
            y = 0;
        }
        return y * y;
    }

    @Differentiable
    public static double consecutive(double[] a) {
        double s = 0;
        for (double e : a) {
            s += e;
        }
        double mean = s / a.length;
        double v = 0;
        for (double e : a) {
            v += (e - mean) * (e - mean);
        }
        return v / a.length;
    }

    @Differentiable
    public static double sumThenNonlinear(double[] a) {
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            double t = Math.exp(a[i]);
            s += t * t;
        }
        return Math.log(1 + s);
    }

    @Differentiable
    public static double sumOfTwo(double[] a, double[] b) {
        double s = 0;
        double t = 0;
        for (int i = 0; i < a.length; i++) {
            double d = a[i] - b[i];
            s += d * d;
            t += Math.sin(a[i] * b[i]);
        }
        return s * t;
    }

    @Differentiable
    public static double productOfAll(double[] a) {
        double p = 1;
        for (double e : a) {
            p *= e;
        }
        return p;
    }

    @Differentiable
    public static double logSumExp(double[] a) {
        double m = a[0];
        for (int i = 1; i < a.length; i++) {
            if (a[i] > m) {
                m = a[i];
            }
        }
        double s = 0;
        for (double e : a) {
            s += Math.exp(e - m);
        }
        return m + Math.log(s);
    }

    static double[] logSumExpExpected(double[] a) {
        double s = 0;
        for (double e : a) {
            s += Math.exp(e);
        }
        double[] g = new double[a.length];
        for (int i = 0; i < g.length; i++) {
            g[i] = Math.exp(a[i]) / s;
        }
        return g;
    }

    @Differentiable
    public static double infiniteFor(double x) {
        double y = x;
        int i = 0;
        for (; ; ) {
            if (i >= 4) {
                break;
            }
            y = Math.sin(y) + x;
            i++;
        }
        return y;
    }

    @Differentiable
    public static double whileTrue(double x) {
        double y = 1 + x * x;
        int n = 0;
        while (true) {
            y = y * 1.5 + Math.abs(x);
            if (y > 20) {
                break;
            }
            n++;
        }
        return y + n * x;
    }

    @Differentiable
    public static double collatzWeights(double x, int n) {
        double y = x;
        int k = n + 3;
        while (k != 1) {
            if (k % 2 == 0) {
                k /= 2;
                y = y * 0.7 + x;
            } else {
                k = 3 * k + 1;
                y = Math.sin(y);
            }
        }
        return y;
    }

    @Differentiable
    public static double agm(double a, double b) {
        double x = a;
        double y = b;
        while (Math.abs(x - y) > 1e-14 * x) {
            double t = (x + y) / 2;
            y = Math.sqrt(x * y);
            x = t;
        }
        return x;
    }

    static Object[][] agmInputs() {
        return new Object[][] {{1, 2}, {3, 0.5}, {24, 6}};
    }

    @Differentiable
    public static double factorialSeries(double x) {
        double s = 0;
        double sign = 1;
        for (int k = 0; k < 12; k++) {
            double f = 1;
            for (int j = 2; j <= 2 * k + 1; j++) {
                f *= j;
            }
            s += sign * Math.pow(x, 2 * k + 1) / f;
            sign = -sign;
        }
        return s;
    }

    @Differentiable
    public static double keplersEquation(double anomaly, double eccentricity) {
        double e = anomaly;
        for (int i = 0; i < 6; i++) {
            e = e - (e - eccentricity * Math.sin(e) - anomaly) / (2 - eccentricity * Math.cos(e));
        }
        return e;
    }

    /** The bound is a row's length, and rows keep their places. */
    @Differentiable
    public static double boundByARow(double[][] x, double w) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x[i].length; j++) {
                x[i][j] *= w;
                sum += x[i][j] * j;
            }
        }
        return sum;
    }

    static Object[][] boundByARowInputs() {
        return new Object[][] {{new double[][] {{1, 2, 3}, {}, {0.5, -1}}, 0.7}, {new double[0][], 0.7}};
    }

    /** The row that bounds the loop is replaced in it. */
    @Differentiable
    public static double boundByARowThatIsReplaced(double[][] x, double w) {
        double sum = 0;
        for (int j = 0; j < x[0].length; j++) {
            sum += x[0][j] * w;
            if (j == 1) {
                x[0] = x[1];
            }
        }
        return sum;
    }

    static Object[][] boundByARowThatIsReplacedInputs() {
        return new Object[][] {{new double[][] {{1, 2, 3}, {4, 5}}, 0.7}, {new double[][] {{1, 2}, {4, 5, 6, 7}}, 0.7}};
    }

    private static void shorten(int[] counts, int at) {
        counts[at]--;
    }

    /** The bound is an element that a method changes. */
    @Differentiable
    public static double boundByAnElementThatIsChanged(double x, int n) {
        int[] counts = {n, n};
        double product = x;
        for (int j = 0; j < counts[1]; j++) {
            product *= x + j;
            shorten(counts, 1);
        }
        return product;
    }

    static Object[][] boundByAnElementThatIsChangedInputs() {
        return new Object[][] {{0.7, 5}, {0.7, 0}};
    }

    private record Counted(int[] counts, double[] weights) {}

    /** The bound is an element of a component, which nothing writes. */
    @Differentiable
    public static double boundByAComponent(double[] x) {
        Counted all = new Counted(new int[] {2, 0, 1}, x.clone());
        double sum = 0;
        for (int i = 0; i < all.counts().length; i++) {
            for (int j = 0; j < all.counts[i]; j++) {
                sum += Math.sin(all.weights[j] * x[i]);
            }
        }
        return sum;
    }

    static Object[][] boundByAComponentInputs() {
        return new Object[][] {{new double[] {0.3, 0.5, -0.2}}};
    }
}
