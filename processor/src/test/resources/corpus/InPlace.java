package corpus;

import dev.adjoint.Differentiable;

/** Whole algorithms that overwrite their data. */
public final class InPlace {
    private InPlace() {}

    @Differentiable
    public static double gaussElimination(double[][] a, double[] b) {
        int n = b.length;
        for (int k = 0; k < n; k++) {
            for (int i = k + 1; i < n; i++) {
                double f = a[i][k] / a[k][k];
                for (int j = k; j < n; j++) {
                    a[i][j] -= f * a[k][j];
                }
                b[i] -= f * b[k];
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int j = i + 1; j < n; j++) {
                b[i] -= a[i][j] * b[j];
            }
            b[i] /= a[i][i];
        }
        double s = 0;
        for (int i = 0; i < n; i++) {
            s += (i + 1) * b[i];
        }
        return s;
    }

    static Object[][] gaussEliminationInputs() {
        return new Object[][] {
            {new double[][] {{4, 1, 0.5}, {1, 5, -1}, {0.3, -0.7, 3}}, new double[] {1, 2, 3}},
            {new double[][] {{2}}, new double[] {3}}, {new double[0][], new double[0]}
        };
    }

    @Differentiable
    public static double cumulative(double[] a) {
        for (int i = 1; i < a.length; i++) {
            a[i] += a[i - 1];
        }
        double s = 0;
        for (double e : a) {
            s += e * e;
        }
        return s;
    }

    @Differentiable
    public static double softmaxInPlace(double[] a) {
        double m = a[0];
        for (double e : a) {
            m = Math.max(m, e);
        }
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            a[i] = Math.exp(a[i] - m);
            s += a[i];
        }
        for (int i = 0; i < a.length; i++) {
            a[i] /= s;
        }
        double y = 0;
        for (int i = 0; i < a.length; i++) {
            y += a[i] * (i + 1);
        }
        return y;
    }

    @Differentiable
    public static double normalised(double[] a) {
        double s = 0;
        for (double e : a) {
            s += e * e;
        }
        double norm = Math.sqrt(s + 1e-3);
        for (int i = 0; i < a.length; i++) {
            a[i] /= norm;
        }
        double y = 0;
        for (int i = 0; i < a.length; i++) {
            y += a[i] * a[a.length - 1 - i] * (i + 1);
        }
        return y;
    }

    @Differentiable
    public static double gramSchmidt(double[][] q) {
        for (int i = 0; i < q.length; i++) {
            for (int k = 0; k < i; k++) {
                double d = 0;
                for (int j = 0; j < q[i].length; j++) {
                    d += q[i][j] * q[k][j];
                }
                for (int j = 0; j < q[i].length; j++) {
                    q[i][j] -= d * q[k][j];
                }
            }
            double s = 0;
            for (double e : q[i]) {
                s += e * e;
            }
            s = Math.sqrt(s);
            for (int j = 0; j < q[i].length; j++) {
                q[i][j] /= s;
            }
        }
        double y = 0;
        for (int i = 0; i < q.length; i++) {
            for (int j = 0; j < q[i].length; j++) {
                y += q[i][j] * (i + 2 * j + 1);
            }
        }
        return y;
    }

    static Object[][] gramSchmidtInputs() {
        return new Object[][] {{new double[][] {{1, 2, 0.5}, {-1, 1, 2}, {0.3, 0.3, -1}}}, {new double[][] {{2, 1}}}};
    }

    @Differentiable
    public static double exponentialFilter(double[] a, double alpha) {
        double state = 0;
        for (int i = 0; i < a.length; i++) {
            state = alpha * a[i] + (1 - alpha) * state;
            a[i] = a[i] - state;
        }
        double s = 0;
        for (double e : a) {
            s += e * e;
        }
        return s;
    }

    @Differentiable
    public static double sieveOfWeights(double[] a) {
        for (int p = 2; p < a.length; p++) {
            for (int k = 2 * p; k < a.length; k += p) {
                a[k] *= a[p];
            }
        }
        double s = 0;
        for (double e : a) {
            s += e;
        }
        return s;
    }

    @Differentiable
    public static double binomialTree(double[] payoff, double u) {
        int n = payoff.length - 1;
        for (int k = n; k > 0; k--) {
            for (int i = 0; i < k; i++) {
                payoff[i] = Math.max(0.9 * (u * payoff[i + 1] + (1 - u) * payoff[i]), 0.01 * payoff[i] * payoff[i]);
            }
        }
        return payoff[0];
    }

    static Object[][] binomialTreeInputs() {
        return new Object[][] {{new double[] {1, 0.5, 2, 3}, 0.4}, {new double[] {2}, 0.4}, {new double[] {1, 3}, 0.7}};
    }

    @Differentiable
    public static double deCasteljau(double[] p, double t) {
        for (int k = p.length - 1; k > 0; k--) {
            for (int i = 0; i < k; i++) {
                p[i] = (1 - t) * p[i] + t * p[i + 1];
            }
        }
        return p[0];
    }

    @Differentiable
    public static double dividedDifferences(double[] x, double[] f, double at) {
        int n = f.length;
        for (int k = 1; k < n; k++) {
            for (int i = n - 1; i >= k; i--) {
                f[i] = (f[i] - f[i - 1]) / (x[i] - x[i - k]);
            }
        }
        double y = 0;
        for (int i = n - 1; i >= 0; i--) {
            y = y * (at - x[i]) + f[i];
        }
        return y;
    }

    static Object[][] dividedDifferencesInputs() {
        return new Object[][] {
            {new double[] {0, 1, 2.5}, new double[] {1, 3, 2}, 1.7}, {new double[] {1}, new double[] {5}, 2},
            {new double[0], new double[0], 2}
        };
    }

    @Differentiable
    public static double knapsack(double[] value, int[] weight, int capacity) {
        double[] best = new double[capacity + 1];
        for (int i = 0; i < value.length; i++) {
            for (int c = capacity; c >= weight[i]; c--) {
                double with = best[c - weight[i]] + value[i] * value[i];
                if (with > best[c]) {
                    best[c] = with;
                }
            }
        }
        return best[capacity];
    }

    static Object[][] knapsackInputs() {
        return new Object[][] {
            {new double[] {1, 2, 1.7, 3}, new int[] {2, 3, 4, 5}, 8}, {new double[] {1, 2}, new int[] {5, 6}, 3},
            {new double[0], new int[0], 3}
        };
    }

    @Differentiable
    public static double editDistance(double[] a, double[] b) {
        double[][] d = new double[a.length + 1][b.length + 1];
        for (int i = 1; i <= a.length; i++) {
            d[i][0] = d[i - 1][0] + 0.5 * a[i - 1] * a[i - 1];
        }
        for (int j = 1; j <= b.length; j++) {
            d[0][j] = d[0][j - 1] + 0.5 * b[j - 1] * b[j - 1];
        }
        for (int i = 1; i <= a.length; i++) {
            for (int j = 1; j <= b.length; j++) {
                double gap = a[i - 1] - b[j - 1];
                double match = d[i - 1][j - 1] + gap * gap;
                double other = Math.min(d[i - 1][j] + 0.8, d[i][j - 1] + 0.9);
                d[i][j] = Math.min(match, other);
            }
        }
        return d[a.length][b.length];
    }

    @Differentiable
    public static double hmmForward(double[] start, double[][] step, double[][] emit, int[] seen) {
        int k = start.length;
        double[] alpha = new double[k];
        double[] next = new double[k];
        for (int i = 0; i < k; i++) {
            alpha[i] = start[i] * emit[i][seen[0]];
        }
        for (int t = 1; t < seen.length; t++) {
            for (int j = 0; j < k; j++) {
                double s = 0;
                for (int i = 0; i < k; i++) {
                    s += alpha[i] * step[i][j];
                }
                next[j] = s * emit[j][seen[t]];
            }
            double[] swap = alpha;
            alpha = next;
            next = swap;
        }
        double p = 0;
        for (double e : alpha) {
            p += e;
        }
        return Math.log(p);
    }

    static Object[][] hmmForwardInputs() {
        return new Object[][] {
            {
                new double[] {0.6, 0.4}, new double[][] {{0.7, 0.3}, {0.4, 0.6}},
                new double[][] {{0.1, 0.4, 0.5}, {0.6, 0.3, 0.1}}, new int[] {0, 1, 2, 0, 2}
            },
            {
                new double[] {0.6, 0.4}, new double[][] {{0.7, 0.3}, {0.4, 0.6}},
                new double[][] {{0.1, 0.4, 0.5}, {0.6, 0.3, 0.1}}, new int[] {1}
            }
        };
    }
}
