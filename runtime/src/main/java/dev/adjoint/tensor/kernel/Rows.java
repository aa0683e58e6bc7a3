package dev.adjoint.tensor.kernel;

/** Reductions and maps of one row, in double precision. */
public final class Rows {
    private Rows() {}

    /** The product. */
    public static double product(double[] x, int at, int n) {
        double p = 1;
        for (int i = 0; i < n; i++) {
            p *= x[at + i];
        }
        return p;
    }

    /** The place of the first largest element; NaN counts as larger than all. */
    public static double argmax(double[] x, int at, int n) {
        int best = 0;
        for (int i = 0; i < n; i++) {
            if (Double.isNaN(x[at + i])) {
                return i;
            }
            if (x[at + i] > x[at + best]) {
                best = i;
            }
        }
        return best;
    }

    /** The place of the first smallest element; NaN counts as smaller than all. */
    public static double argmin(double[] x, int at, int n) {
        int best = 0;
        for (int i = 0; i < n; i++) {
            if (Double.isNaN(x[at + i])) {
                return i;
            }
            if (x[at + i] < x[at + best]) {
                best = i;
            }
        }
        return best;
    }

    /** The mean squared deviation from the mean, with {@code n - correction} as divisor. */
    public static double variance(double[] x, int at, int n, int correction) {
        double mean = 0;
        for (int i = 0; i < n; i++) {
            mean += x[at + i];
        }
        mean /= n;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += (x[at + i] - mean) * (x[at + i] - mean);
        }
        return sum / Math.max(n - correction, 0);
    }

    /** The norm of order p: the number of elements not 0 for 0, an extreme one for the infinities; 0 of none. */
    public static double norm(double[] x, int at, int n, double p) {
        if (n == 0) {
            return 0;
        }
        if (Double.isInfinite(p)) {
            return extremeNorm(x, at, n, p > 0);
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double v = Math.abs(x[at + i]);
            sum += p == 0 ? (v == 0 ? 0 : 1) : p == 1 ? v : p == 2 ? v * v : Math.pow(v, p);
        }
        return p == 0 || p == 1 ? sum : p == 2 ? Math.sqrt(sum) : Math.pow(sum, 1 / p);
    }

    private static double extremeNorm(double[] x, int at, int n, boolean largest) {
        double best = largest ? 0 : Double.POSITIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            double v = Math.abs(x[at + i]);
            best = largest ? Math.max(best, v) : Math.min(best, v);
        }
        return best;
    }

    /** log(sum(exp(x))), without overflow: relative to the largest element where that is finite. */
    public static double logSumExp(double[] x, int at, int n) {
        double max = max(x, at, n);
        double shift = Double.isInfinite(max) || n == 0 ? 0 : max;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += Math.exp(x[at + i] - shift);
        }
        return Math.log(sum) + shift;
    }

    private static double max(double[] x, int at, int n) {
        double max = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            max = Math.max(max, x[at + i]);
        }
        return max;
    }

    /** exp(x) divided by the sum of it. */
    public static void softmax(double[] x, int xo, double[] y, int yo, int n) {
        double max = max(x, xo, n);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            y[yo + i] = Math.exp(x[xo + i] - max);
            sum += y[yo + i];
        }
        for (int i = 0; i < n; i++) {
            y[yo + i] /= sum;
        }
    }

    /** The logarithm of the softmax. */
    public static void logSoftmax(double[] x, int xo, double[] y, int yo, int n) {
        double max = max(x, xo, n);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += Math.exp(x[xo + i] - max);
        }
        double log = Math.log(sum);
        for (int i = 0; i < n; i++) {
            y[yo + i] = x[xo + i] - max - log;
        }
    }

    /** {@code y (g - sum(g y))}, the gradient of a softmax y. */
    public static void softmaxBackward(double[] g, double[] y, double[] out, int at, int n) {
        double sum = 0;
        for (int i = at; i < at + n; i++) {
            sum += g[i] * y[i];
        }
        for (int i = at; i < at + n; i++) {
            out[i] = y[i] * (g[i] - sum);
        }
    }

    /** {@code g - exp(y) sum(g)}, the gradient of a log-softmax y. */
    public static void logSoftmaxBackward(double[] g, double[] y, double[] out, int at, int n) {
        double sum = 0;
        for (int i = at; i < at + n; i++) {
            sum += g[i];
        }
        for (int i = at; i < at + n; i++) {
            out[i] = g[i] - Math.exp(y[i]) * sum;
        }
    }

    /** Running sums. */
    public static void cumsum(double[] x, int xo, double[] y, int yo, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += x[xo + i];
            y[yo + i] = sum;
        }
    }

    /** For each element the product of the others. */
    public static void productOfOthers(double[] x, int xo, double[] y, int yo, int n) {
        double left = 1;
        for (int i = 0; i < n; i++) {
            y[yo + i] = left;
            left *= x[xo + i];
        }
        double right = 1;
        for (int i = n - 1; i >= 0; i--) {
            y[yo + i] *= right;
            right *= x[xo + i];
        }
    }
}
