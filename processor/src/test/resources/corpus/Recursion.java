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
            {new double[][] {{1, 2, 0.5}, {-1, 1, 2}, {0.3, 0.3, -1}}}, {new double[][] {{1, 2}, {3, 4}}},
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
}
