package corpus;

import dev.adjoint.Differentiable;

/** Recursive and mutually recursive methods. */
public final class Recursion {
    private Recursion() {}

    @Differentiable
    public static double power(double x, int n) {
        return n == 0 ? 1 : x * power(x, n - 1);
    }

    static double powerExpected(double x, int n) {
        return n * Math.pow(x, n - 1);
    }

    @Differentiable
    public static double tail(double x, int n) {
        if (n <= 0) {
            return x;
        }
        return tail(Math.sin(x) + 0.1 * n, n - 1);
    }

    @Differentiable
    public static double fibonacci(double x, int n) {
        if (n < 2) {
            return n == 0 ? x : x * x;
        }
        return fibonacci(x, n - 1) * 0.5 + Math.sin(fibonacci(x, n - 2));
    }

    static double even(double x, int n) {
        return n == 0 ? x * x : odd(x * 1.1, n - 1) + x;
    }

    static double odd(double x, int n) {
        return n == 0 ? Math.cos(x) : even(x * x * 0.3, n - 1) * x;
    }

    @Differentiable
    public static double mutual(double x, int n) {
        return even(x, n) + odd(x, n);
    }

    @Differentiable
    public static double sumOfRange(double[] a, int from, int to) {
        if (to - from == 0) {
            return 0;
        }
        if (to - from == 1) {
            return a[from] * a[from];
        }
        int middle = (from + to) / 2;
        return sumOfRange(a, from, middle) + Math.sin(sumOfRange(a, middle, to));
    }

    static Object[][] sumOfRangeInputs() {
        return new Object[][] {
            {new double[] {1, 2, 3, 0.5, 0.7}, 0, 5}, {new double[] {1, 2, 3}, 1, 2}, {new double[] {1}, 0, 0}
        };
    }

    static double minors(double[][] m, int row, boolean[] used) {
        if (row == m.length) {
            return 1;
        }
        double s = 0;
        double sign = 1;
        for (int j = 0; j < m.length; j++) {
            if (used[j]) {
                continue;
            }
            used[j] = true;
            s += sign * m[row][j] * minors(m, row + 1, used);
            used[j] = false;
            sign = -sign;
        }
        return s;
    }

    @Differentiable
    public static double determinant(double[][] m) {
        return minors(m, 0, new boolean[m.length]);
    }

    static Object[][] determinantInputs() {
        return new Object[][] {
            {new double[][] {{1, 2, 0.5}, {-1, 1, 2}, {0.3, 0.3, -1}}}, {new double[][] {{1, 2}, {3, 4}}},
            {new double[][] {{7}}}, {new double[0][]}
        };
    }

    static double copyingMinors(double[][] m) {
        int n = m.length;
        if (n == 1) {
            return m[0][0];
        }
        double s = 0;
        for (int j = 0; j < n; j++) {
            double[][] minor = new double[n - 1][n - 1];
            for (int r = 1; r < n; r++) {
                for (int c = 0; c < n; c++) {
                    if (c != j) {
                        minor[r - 1][c < j ? c : c - 1] = m[r][c];
                    }
                }
            }
            s += (j % 2 == 0 ? 1 : -1) * m[0][j] * copyingMinors(minor);
        }
        return s;
    }

    @Differentiable
    public static double determinantByCopies(double[][] m) {
        return copyingMinors(m);
    }

    static Object[][] determinantByCopiesInputs() {
        return new Object[][] {
            {new double[][] {{1, 2, 0.5}, {-1, 1, 2}, {0.3, 0.3, -1}}},
            {new double[][] {{1, 2}, {3, 4}}},
            {new double[][] {{7}}}
        };
    }

    static void quicksort(double[] a, int from, int to) {
        if (to - from < 2) {
            return;
        }
        double pivot = a[(from + to) / 2];
        int i = from;
        int j = to - 1;
        while (i <= j) {
            while (a[i] < pivot) {
                i++;
            }
            while (a[j] > pivot) {
                j--;
            }
            if (i <= j) {
                double t = a[i];
                a[i++] = a[j];
                a[j--] = t;
            }
        }
        quicksort(a, from, j + 1);
        quicksort(a, i, to);
    }

    @Differentiable
    public static double sorted(double[] a) {
        quicksort(a, 0, a.length);
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s += a[i] * a[i] * (i + 1);
        }
        return s;
    }

    @Differentiable
    public static double adaptiveSimpson(double a, double b) {
        return simpson(a, b, 0);
    }

    static double simpson(double a, double b, int depth) {
        double m = (a + b) / 2;
        double whole = (b - a) / 6 * (Math.sin(a * a) + 4 * Math.sin(m * m) + Math.sin(b * b));
        if (depth == 4) {
            return whole;
        }
        return simpson(a, m, depth + 1) + simpson(m, b, depth + 1);
    }

    @Differentiable
    public static double ackermannish(double x, int m, int n) {
        if (m == 0) {
            return Math.sin(x + n);
        }
        if (n == 0) {
            return ackermannish(x * 0.9, m - 1, 1);
        }
        return ackermannish(ackermannish(x, m, n - 1), m - 1, 1);
    }

    static Object[][] ackermannishInputs() {
        return new Object[][] {{0.7, 2, 2}, {1.3, 1, 3}, {0.2, 0, 1}};
    }

    static double depthOf(double x) {
        if (x < 1) {
            return x * x;
        }
        return depthOf(x / 2) * x;
    }

    @Differentiable
    public static double activeDepth(double x) {
        return depthOf(x * 7.3);
    }

    static void fft(double[] re, double[] im, int n, int offset, int stride, double[] outRe, double[] outIm, int to) {
        if (n == 1) {
            outRe[to] = re[offset];
            outIm[to] = im[offset];
            return;
        }
        int h = n / 2;
        fft(re, im, h, offset, 2 * stride, outRe, outIm, to);
        fft(re, im, h, offset + stride, 2 * stride, outRe, outIm, to + h);
        for (int k = 0; k < h; k++) {
            double c = Math.cos(-2 * Math.PI * k / n);
            double s = Math.sin(-2 * Math.PI * k / n);
            double tr = c * outRe[to + h + k] - s * outIm[to + h + k];
            double ti = c * outIm[to + h + k] + s * outRe[to + h + k];
            double er = outRe[to + k];
            double ei = outIm[to + k];
            outRe[to + k] = er + tr;
            outIm[to + k] = ei + ti;
            outRe[to + h + k] = er - tr;
            outIm[to + h + k] = ei - ti;
        }
    }

    @Differentiable
    public static double powerSpectrum(double[] signal) {
        int n = signal.length;
        double[] re = new double[n];
        double[] im = new double[n];
        fft(signal, new double[n], n, 0, 1, re, im, 0);
        double s = 0;
        for (int k = 0; k < n; k++) {
            s += (k + 1) * (re[k] * re[k] + im[k] * im[k]);
        }
        return s;
    }

    static Object[][] powerSpectrumInputs() {
        return new Object[][] {{new double[] {1, -2, 0.5, 3, 1, 0, -1, 2}}, {new double[] {1, 2}}, {new double[] {3}}};
    }

    record Pair(double a, double b) {}

    record Deep(Pair p, double[] u, int k) {}

    @Differentiable(order = 2)
    public static double powerOfSine(double x, int n) {
        return n == 0 ? 1 : Math.sin(x) * powerOfSine(x, n - 1);
    }

    static Object[][] powerOfSineInputs() {
        return new Object[][] {{0.7, 0}, {0.7, 1}, {0.7, 4}};
    }

    @Differentiable(order = 2)
    public static double productOfRanges(double[] a, int from, int to) {
        if (to <= from) return 0;
        if (to - from == 1) return a[from] * a[from] * a[from];
        int middle = (from + to) / 2;
        return productOfRanges(a, from, middle) * Math.sin(productOfRanges(a, middle, to)) + a[from];
    }

    static Object[][] productOfRangesInputs() {
        return new Object[][] {{new double[] {0.3, -0.7, 1.1, 0.4}, 0, 4}, {new double[] {0.3}, 0, 1}};
    }

    static void relax(double[] u, double c, int n) {
        if (n <= 0) return;
        for (int i = 1; i < u.length; i++) u[i] += c * Math.sin(u[i - 1] * u[i]);
        relax(u, c * 0.9, n - 1);
        u[0] *= Math.cos(u[1]);
    }

    @Differentiable(order = 2)
    public static double inPlace(double[] u, double c, int n) {
        relax(u, c, n);
        double first = u[0];
        u[1] = c;
        return first * u[1] * u[2];
    }

    static Object[][] inPlaceInputs() {
        return new Object[][] {{new double[] {0.3, -0.7, 1.1}, 0.4, 3}, {new double[] {0.3, 0.2, 0.1}, 0.3, 0}};
    }

    static double[] grown(double[] u, int n) {
        if (n == 0) return u;
        double[] v = new double[u.length];
        for (int i = 0; i < u.length; i++) v[i] = Math.sin(u[i]) * u[(i + 1) % u.length];
        return grown(v, n - 1);
    }

    @Differentiable(order = 2)
    public static double returned(double[] u, int n) {
        double[] v = grown(u, n);
        return v[0] * v[1] + u[0];
    }

    static Object[][] returnedInputs() {
        return new Object[][] {{new double[] {0.3, -0.7, 1.1}, 3}, {new double[] {0.3, 0.2, 0.1}, 0}};
    }

    @Differentiable
    public static double[] returnedArray(double[] u, int n) {
        return grown(u, n);
    }

    static Object[][] returnedArrayInputs() {
        return returnedInputs();
    }

    @Differentiable(order = 2)
    public static double inLoop(double[] u, double c, int n) {
        double s = 0;
        for (int t = 0; t < n; t++) {
            relax(u, c + 0.1 * s, t);
            s += powerOfSine(u[0], t) * productOfRanges(u, 0, u.length);
        }
        return s;
    }

    static Object[][] inLoopInputs() {
        return inPlaceInputs();
    }

    static double evenIn(double[] u, int n) {
        if (n == 0) return u[0] * u[1];
        u[0] = Math.sin(u[0] + u[1]);
        return oddIn(u, n - 1) * u[0];
    }

    static double oddIn(double[] u, int n) {
        if (n == 0) return u[1] * u[1];
        u[1] *= u[0];
        return evenIn(u, n - 1) + u[1];
    }

    @Differentiable(order = 2)
    public static double mutualIn(double[] u, int n) {
        return evenIn(u, n) + u[0];
    }

    static Object[][] mutualInInputs() {
        return new Object[][] {{new double[] {0.3, 0.8}, 4}, {new double[] {0.3, 0.8}, 3}, {new double[] {0.5, 0.1}, 0}
        };
    }

    static Pair step(Pair p, double c, int n) {
        if (n == 0) return p;
        Pair q = step(new Pair(p.b() * c, Math.sin(p.a())), c, n - 1);
        return new Pair(q.a() + p.b() * p.b(), q.b() * c);
    }

    @Differentiable(order = 2)
    public static double pairs(double x, double c, int n) {
        Pair p = step(new Pair(x, c * x), c, n);
        return p.a() * p.b();
    }

    static Object[][] pairsInputs() {
        return new Object[][] {{0.7, 0.8, 0}, {0.7, 0.8, 1}, {0.7, 0.8, 4}};
    }

    @Differentiable
    public static Pair pairResult(Pair p, double c, int n) {
        return n == 0 ? p : step(pairResult(new Pair(p.a() * c, p.b()), c, n - 1), c, n);
    }

    static Object[][] pairResultInputs() {
        return new Object[][] {{new Pair(0.4, 0.9), 0.8, 0}, {new Pair(0.4, 0.9), 0.8, 3}};
    }

    static Deep deep(Deep d, double c) {
        if (d.k() == 0) return d;
        double[] u = d.u().clone();
        u[0] += c * d.p().a();
        Deep e = deep(new Deep(new Pair(d.p().b(), u[1] * c), u, d.k() - 1), c);
        e.u()[1] *= Math.sin(e.p().a());
        return new Deep(new Pair(e.p().a() * u[0], e.p().b()), e.u(), e.k() + 1);
    }

    @Differentiable(order = 2)
    public static double deepRecords(double[] u, double c, int n) {
        Deep d = deep(new Deep(new Pair(c, u[0]), u, n), c);
        return d.p().a() * d.u()[0] + d.u()[1] * d.p().b() * d.k();
    }

    static Object[][] deepRecordsInputs() {
        return new Object[][] {
            {new double[] {0.3, 0.8}, 0.7, 0}, {new double[] {0.3, 0.8}, 0.7, 1}, {new double[] {0.3, 0.8}, 0.7, 3}
        };
    }

    @Differentiable
    public static double nestedForward(double x, int n) {
        return RecursionGrad.powerOfSineJvp(x, n, 1) * x;
    }

    static Object[][] nestedForwardInputs() {
        return powerOfSineInputs();
    }

    @Differentiable
    public static double nestedReverse(double x, int n) {
        return RecursionGrad.powerOfSineGrad(x, n) * x;
    }

    static Object[][] nestedReverseInputs() {
        return powerOfSineInputs();
    }

    @Differentiable
    public static double nestedReverseArray(double[] a, int n) {
        double[] g = RecursionGrad.productOfRangesGrad(a, 0, a.length);
        return g[0] * g[1] + RecursionGrad.returnedGrad(a, n)[0] * a[0];
    }

    static Object[][] nestedReverseArrayInputs() {
        return new Object[][] {{new double[] {0.3, -0.7, 1.1}, 3}};
    }

    @Differentiable
    public static double nestedInPlace(double[] a, int n) {
        var g = RecursionGrad.inPlaceGrad(a, 0.4, n);
        return g.u()[0] * g.c() + g.u()[2];
    }

    static Object[][] nestedInPlaceInputs() {
        return new Object[][] {{new double[] {0.3, -0.7, 1.1}, 2}};
    }

    @Differentiable
    public static double thirdOrder(double x, int n) {
        return RecursionGrad.nestedReverseGrad(x, n);
    }

    static Object[][] thirdOrderInputs() {
        return powerOfSineInputs();
    }

    @Differentiable
    public static double thirdOrderByProduct(double x, int n) {
        return RecursionGrad.powerOfSineHvp(x, n, 2.0);
    }

    static Object[][] thirdOrderByProductInputs() {
        return powerOfSineInputs();
    }

    @Differentiable(order = 2)
    public static double tableInABranch(double x, int n) {
        if (n == 0) {
            return x;
        }
        double s;
        if (n % 2 == 0) {
            double[] w = new double[3];
            for (int i = 0; i < w.length; i++) {
                w[i] = i + 0.5;
            }
            s = 0;
            for (int i = 0; i < w.length; i++) {
                s += Math.sin(x * w[i]) * x;
            }
        } else {
            s = x * x;
        }
        return tableInABranch(s, n - 1) * s;
    }

    static Object[][] tableInABranchInputs() {
        return new Object[][] {{0.7, 0}, {0.7, 1}, {0.7, 2}, {0.7, 3}};
    }
}
