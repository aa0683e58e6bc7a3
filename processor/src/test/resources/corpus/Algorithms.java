package corpus;

import dev.adjoint.Differentiable;
import java.util.Arrays;

/** Algorithms as they are written in a hurry: solvers, dynamic programming, filters, sorting. */
public final class Algorithms {
    private Algorithms() {}

    @Differentiable
    public static double[] luSolve(double[][] a0, double[] b0) {
        int n = b0.length;
        double[][] a = new double[n][];
        for (int i = 0; i < n; i++) a[i] = a0[i].clone();
        double[] b = b0.clone();
        int[] piv = new int[n];
        for (int k = 0; k < n; k++) {
            int p = k;
            for (int i = k + 1; i < n; i++) if (Math.abs(a[i][k]) > Math.abs(a[p][k])) p = i;
            piv[k] = p;
            double[] r = a[k];
            a[k] = a[p];
            a[p] = r;
            double t = b[k];
            b[k] = b[p];
            b[p] = t;
            for (int i = k + 1; i < n; i++) {
                double f = a[i][k] /= a[k][k];
                for (int j = k + 1; j < n; j++) a[i][j] -= f * a[k][j];
                b[i] -= f * b[k];
            }
        }
        for (int i = n - 1; i >= 0; --i) {
            for (int j = n; --j > i; ) b[i] -= a[i][j] * b[j];
            b[i] /= a[i][i];
        }
        return b;
    }

    static Object[][] luSolveInputs() {
        return new Object[][] {
            {new double[][] {{0.1, 2, 1}, {3, 1, -1}, {1, 5, 2}}, new double[] {1, 2, 3}},
            {new double[][] {{2}}, new double[] {3}},
            {new double[0][], new double[0]}
        };
    }

    @Differentiable
    public static double cholLogDet(double[][] a) {
        int n = a.length;
        double[][] l = new double[n][n];
        double s = 0;
        for (int j = 0; j < n; j++)
            for (int i = j; i < n; i++) {
                double v = a[i][j];
                for (int k = 0; k < j; k++) v -= l[i][k] * l[j][k];
                if (i == j) {
                    if (v <= 0) throw new ArithmeticException("not positive definite");
                    l[j][j] = Math.sqrt(v);
                    s += Math.log(l[j][j]);
                } else l[i][j] = v / l[j][j];
            }
        return 2 * s;
    }

    static Object[][] cholLogDetInputs() {
        return new Object[][] {
            {new double[][] {{4, 1, 0.5}, {1, 3, 0.2}, {0.5, 0.2, 2}}}, {new double[][] {{1, 2}, {2, 1}}}
        };
    }

    @Differentiable
    public static double[][] qrHouseholder(double[][] in) {
        int m = in.length, n = m == 0 ? 0 : in[0].length;
        double[][] a = new double[m][n];
        for (int i = 0; i < m; i++) System.arraycopy(in[i], 0, a[i], 0, n);
        for (int k = 0; k < n && k < m - 1; k++) {
            double nrm = 0;
            for (int i = k; i < m; i++) nrm = Math.hypot(nrm, a[i][k]);
            if (nrm == 0) continue;
            double alpha = a[k][k] > 0 ? -nrm : nrm;
            double[] v = new double[m];
            for (int i = k; i < m; i++) v[i] = a[i][k];
            v[k] -= alpha;
            double vv = 0;
            for (double e : v) vv += e * e;
            for (int j = k; j < n; j++) {
                double d = 0;
                for (int i = k; i < m; i++) d += v[i] * a[i][j];
                d *= 2 / vv;
                for (int i = k; i < m; i++) a[i][j] -= d * v[i];
            }
        }
        return a;
    }

    static Object[][] qrHouseholderInputs() {
        return new Object[][] {{new double[][] {{1, 2}, {3, 4.5}, {5, 6}}}, {new double[][] {{-1, 0.3}, {0.7, 2}}}};
    }

    @Differentiable
    public static double cg(double[] d, double[] b, int it) {
        int n = b.length;
        double[] x = new double[n], r = b.clone(), p = r.clone(), q = new double[n];
        double rr = dot(r, r);
        for (int k = 0; k < it && rr > 1e-20; k++) {
            for (int i = 0; i < n; i++) {
                q[i] = (2 + d[i] * d[i]) * p[i];
                if (i > 0) q[i] -= p[i - 1];
                if (i < n - 1) q[i] -= p[i + 1];
            }
            double al = rr / dot(p, q);
            for (int i = 0; i < n; i++) {
                x[i] += al * p[i];
                r[i] -= al * q[i];
            }
            double nr = dot(r, r), be = nr / rr;
            rr = nr;
            for (int i = 0; i < n; i++) p[i] = r[i] + be * p[i];
        }
        return dot(x, b);
    }

    static Object[][] cgInputs() {
        return new Object[][] {
            {new double[] {1, 0.5, 2}, new double[] {1, -1, 0.5}, 2},
            {new double[] {1}, new double[] {2}, 5},
            {new double[0], new double[0], 3}
        };
    }

    static double dot(double[] a, double[] b) {
        double s = 0;
        for (int i = 0; i < a.length; i++) s += a[i] * b[i];
        return s;
    }

    @Differentiable
    public static double newtonTolerance(double a) {
        double x = a > 1 ? a : 1, old;
        int k = 0;
        do {
            old = x;
            x -= (x * x * x - a) / (3 * x * x);
        } while (Math.abs(x - old) > 1e-13 * Math.abs(x) && ++k < 60);
        return x;
    }

    static Object[][] newtonToleranceInputs() {
        return new Object[][] {{2.0}, {0.3}, {27.0}};
    }

    @Differentiable
    public static double gaussNewtonStep(double[] p, double[] t, double[] y) {
        for (int it = 0; it < 2; it++) {
            double a11 = 0, a12 = 0, a22 = 0, g1 = 0, g2 = 0;
            for (int i = 0; i < t.length; i++) {
                double e = Math.exp(-p[1] * t[i]), r = y[i] - p[0] * e, j1 = -e, j2 = p[0] * t[i] * e;
                a11 += j1 * j1;
                a12 += j1 * j2;
                a22 += j2 * j2;
                g1 += j1 * r;
                g2 += j2 * r;
            }
            double det = a11 * a22 - a12 * a12;
            p[0] -= (a22 * g1 - a12 * g2) / det;
            p[1] -= (a11 * g2 - a12 * g1) / det;
        }
        return p[0] * p[1];
    }

    static Object[][] gaussNewtonStepInputs() {
        return new Object[][] {{new double[] {2, 0.5}, new double[] {0.1, 1, 2, 3}, new double[] {2, 1.3, 0.7, 0.5}}};
    }

    interface Rhs {
        void f(double t, double[] y, double[] dy);
    }

    @Differentiable
    public static double[] rk4(double[] y0, double mu, int n) {
        double[] y = y0.clone();
        step(y, n, (t, u, du) -> {
            du[0] = u[1];
            du[1] = mu * (1 - u[0] * u[0]) * u[1] - u[0] + Math.sin(t);
        });
        return y;
    }

    static void step(double[] y, int n, Rhs rhs) {
        int m = y.length;
        double h = 0.1;
        double[] k = new double[m], z = new double[m], acc = new double[m];
        double[] c = {0, 0.5, 0.5, 1};
        double[] w = {1, 2, 2, 1};
        for (int s = 0; s < n; s++) {
            Arrays.fill(acc, 0);
            Arrays.fill(k, 0);
            for (int st = 0; st < 4; st++) {
                for (int i = 0; i < m; i++) z[i] = y[i] + c[st] * h * k[i];
                rhs.f(s * h + c[st] * h, z, k);
                for (int i = 0; i < m; i++) acc[i] += w[st] * k[i];
            }
            for (int i = 0; i < m; i++) y[i] += h / 6 * acc[i];
        }
    }

    static Object[][] rk4Inputs() {
        return new Object[][] {{new double[] {1, 0.2}, 1.1, 4}, {new double[] {1, 0.2}, 1.1, 0}};
    }

    @Differentiable
    public static void fft(double[] re, double[] im) {
        int n = re.length;
        for (int i = 1, j = 0; i < n; i++) {
            int bit = n >> 1;
            for (; (j & bit) != 0; bit >>= 1) j ^= bit;
            j ^= bit;
            if (i < j) {
                double t = re[i];
                re[i] = re[j];
                re[j] = t;
                t = im[i];
                im[i] = im[j];
                im[j] = t;
            }
        }
        for (int len = 2; len <= n; len <<= 1) {
            double ang = -2 * Math.PI / len;
            for (int i = 0; i < n; i += len)
                for (int k = 0; k < len / 2; k++) {
                    double c = Math.cos(ang * k), s = Math.sin(ang * k);
                    int u = i + k, v = u + len / 2;
                    double xr = re[v] * c - im[v] * s, xi = re[v] * s + im[v] * c;
                    re[v] = re[u] - xr;
                    im[v] = im[u] - xi;
                    re[u] += xr;
                    im[u] += xi;
                }
        }
    }

    static Object[][] fftInputs() {
        return new Object[][] {
            {new double[] {1, 2, 3, 4}, new double[] {0, 1, 0, -1}},
            {new double[] {1}, new double[] {2}},
            {new double[0], new double[0]}
        };
    }

    @Differentiable
    public static double softDtw(double[] a, double[] b, double g) {
        int n = a.length, m = b.length;
        double[][] r = new double[n + 1][m + 1];
        for (double[] row : r) Arrays.fill(row, Double.POSITIVE_INFINITY);
        r[0][0] = 0;
        for (int i = 1; i <= n; i++)
            for (int j = 1; j <= m; j++) {
                double d = a[i - 1] - b[j - 1];
                r[i][j] = d * d + softmin(r[i - 1][j], r[i][j - 1], r[i - 1][j - 1], g);
            }
        return r[n][m];
    }

    static double softmin(double x, double y, double z, double g) {
        double m = Math.min(x, Math.min(y, z));
        return m - g * Math.log(Math.exp((m - x) / g) + Math.exp((m - y) / g) + Math.exp((m - z) / g));
    }

    static Object[][] softDtwInputs() {
        return new Object[][] {
            {new double[] {1, 2, 3.5}, new double[] {1.2, 3}, 0.7}, {new double[] {1}, new double[] {1.2}, 1}
        };
    }

    @Differentiable
    public static double editDistance(String s, String t, double ins, double sub) {
        double[] prev = new double[t.length() + 1], cur = new double[t.length() + 1];
        for (int j = 0; j <= t.length(); j++) prev[j] = j * ins;
        for (int i = 1; i <= s.length(); i++) {
            cur[0] = i * ins;
            for (int j = 1; j <= t.length(); j++)
                cur[j] = Math.min(
                        Math.min(cur[j - 1], prev[j]) + ins,
                        prev[j - 1] + (s.charAt(i - 1) == t.charAt(j - 1) ? 0 : sub));
            double[] x = prev;
            prev = cur;
            cur = x;
        }
        return prev[t.length()];
    }

    static Object[][] editDistanceInputs() {
        return new Object[][] {{"kitten", "sitting", 1.1, 1.7}, {"", "ab", 1.1, 1.5}, {"ab", "ab", 1, 0.5}};
    }

    @Differentiable
    public static double hmm(double[] pi, double[][] a, double[][] b, int[] obs) {
        double[] al = new double[pi.length];
        double ll = 0;
        for (int t = 0; t < obs.length; t++) {
            double[] nx = new double[pi.length];
            double z = 0;
            for (int j = 0; j < nx.length; j++) {
                if (t == 0) nx[j] = pi[j];
                else for (int i = 0; i < nx.length; i++) nx[j] += al[i] * a[i][j];
                nx[j] *= b[j][obs[t]];
                z += nx[j];
            }
            for (int j = 0; j < nx.length; j++) nx[j] /= z;
            ll += Math.log(z);
            al = nx;
        }
        return ll;
    }

    static Object[][] hmmInputs() {
        return new Object[][] {
            {
                new double[] {0.6, 0.4},
                new double[][] {{0.7, 0.3}, {0.4, 0.6}},
                new double[][] {{0.5, 0.4, 0.1}, {0.1, 0.3, 0.6}},
                new int[] {0, 1, 2, 0}
            },
            {new double[] {1}, new double[][] {{1}}, new double[][] {{0.5}}, new int[0]}
        };
    }

    @Differentiable
    public static double viterbi(double[][] e, double[][] tr) {
        double[] v = e[0].clone();
        for (int t = 1; t < e.length; t++) {
            double[] w = new double[v.length];
            for (int j = 0; j < v.length; j++) {
                double best = Double.NEGATIVE_INFINITY;
                int arg = -1;
                for (int i = 0; i < v.length; i++) {
                    double c = v[i] + tr[i][j];
                    if (c > best) {
                        best = c;
                        arg = i;
                    }
                }
                w[j] = best + e[t][j] + 0 * arg;
            }
            v = w;
        }
        double m = v[0];
        for (double x : v) m = Math.max(m, x);
        return m;
    }

    static Object[][] viterbiInputs() {
        return new Object[][] {{new double[][] {{1, 2}, {0.5, 0.1}, {3, 1}}, new double[][] {{0.1, 0.4}, {0.3, 0.2}}}};
    }

    @Differentiable
    public static double kalman(double[] z, double q, double r, double x0) {
        double x = x0, p = 1, nll = 0;
        for (double m : z) {
            double xp = 0.9 * x, pp = 0.81 * p + q;
            double s = pp + r;
            double k = pp / s;
            double in = m - xp;
            nll += 0.5 * (Math.log(s) + in * in / s);
            x = xp + k * in;
            p = (1 - k) * pp;
        }
        return nll;
    }

    static Object[][] kalmanInputs() {
        return new Object[][] {{new double[] {1, 0.4, -0.3}, 0.2, 0.5, 0.1}, {new double[0], 0.2, 0.5, 0.1}};
    }

    @Differentiable
    public static double spline(double[] xs, double[] ys, double x) {
        int n = xs.length;
        double[] h = new double[n - 1], m = new double[n], d = new double[n], c = new double[n];
        for (int i = 0; i + 1 < n; i++) h[i] = xs[i + 1] - xs[i];
        for (int i = 1; i < n - 1; i++) {
            double w = 2 * (h[i - 1] + h[i]) - (i > 1 ? h[i - 1] * c[i - 1] : 0);
            c[i] = h[i] / w;
            d[i] = (6 * ((ys[i + 1] - ys[i]) / h[i] - (ys[i] - ys[i - 1]) / h[i - 1])
                            - (i > 1 ? h[i - 1] * d[i - 1] : 0))
                    / w;
        }
        for (int i = n - 2; i >= 1; i--) m[i] = d[i] - c[i] * m[i + 1];
        int k = 0;
        while (k < n - 1 && xs[k + 1] <= x) k++;
        k = Math.max(0, Math.min(k, n - 2));
        double a = (xs[k + 1] - x) / h[k], b = (x - xs[k]) / h[k];
        return a * ys[k] + b * ys[k + 1] + ((a * a * a - a) * m[k] + (b * b * b - b) * m[k + 1]) * h[k] * h[k] / 6;
    }

    static Object[][] splineInputs() {
        return new Object[][] {
            {new double[] {0, 1, 2.5, 3}, new double[] {1, 0.3, 2, 1.5}, 1.7},
            {new double[] {0, 1}, new double[] {1, 3}, 0.25}
        };
    }

    @Differentiable
    public static double adaptiveSimpson(double a, double b, double w) {
        return simp(a, b, w, 1e-6, 8);
    }

    static double g(double x, double w) {
        return Math.exp(-x * x * w) * Math.cos(3 * x);
    }

    static double simp(double a, double b, double w, double tol, int depth) {
        double m = 0.5 * (a + b), h = b - a;
        double whole = h / 6 * (g(a, w) + 4 * g(m, w) + g(b, w)),
                l = h / 12 * (g(a, w) + 4 * g(0.5 * (a + m), w) + g(m, w)),
                r = h / 12 * (g(m, w) + 4 * g(0.5 * (m + b), w) + g(b, w));
        if (depth == 0 || Math.abs(l + r - whole) < 15 * tol) return l + r + (l + r - whole) / 15;
        return simp(a, m, w, tol / 2, depth - 1) + simp(m, b, w, tol / 2, depth - 1);
    }

    static Object[][] adaptiveSimpsonInputs() {
        return new Object[][] {{0.1, 1.3, 0.7}};
    }

    @Differentiable
    public static double[] csr(int[] ptr, int[] col, double[] val, double[] x) {
        double[] y = new double[ptr.length - 1];
        for (int i = 0; i < y.length; i++) for (int k = ptr[i]; k < ptr[i + 1]; k++) y[i] += val[k] * x[col[k]];
        for (int k = 0; k < col.length; k++) val[k] *= y[col[k]];
        return y;
    }

    static Object[][] csrInputs() {
        return new Object[][] {
            {new int[] {0, 2, 3, 3}, new int[] {0, 2, 1}, new double[] {1, 2, 3}, new double[] {0.5, 1.5, -1}}
        };
    }

    @Differentiable
    public static double sortThenWeigh(double[] a) {
        double[] b = a.clone();
        for (int i = 1; i < b.length; i++) {
            double k = b[i];
            int j = i - 1;
            while (j >= 0 && b[j] > k) {
                b[j + 1] = b[j];
                j--;
            }
            b[j + 1] = k;
        }
        double s = 0;
        for (int i = 0; i < b.length; i++) s += (i + 1) * b[i] * b[i];
        return s;
    }

    @Differentiable
    public static double quickSelect(double[] a, int k) {
        double[] b = Arrays.copyOf(a, a.length);
        int lo = 0, hi = b.length - 1;
        while (lo < hi) {
            double p = b[(lo + hi) / 2];
            int i = lo - 1, j = hi + 1;
            while (true) {
                do i++;
                while (b[i] < p);
                do j--;
                while (b[j] > p);
                if (i >= j) break;
                double t = b[i];
                b[i] = b[j];
                b[j] = t;
            }
            if (k <= j) hi = j;
            else lo = j + 1;
        }
        return b[k] * b[k] * b[0];
    }

    static Object[][] quickSelectInputs() {
        return new Object[][] {{new double[] {3, 1, 2, 5, 4}, 2}, {new double[] {3}, 0}, {new double[] {0.5, -1, 7}, 2}
        };
    }

    @Differentiable
    public static double mlp(double[][][] w, double[][] b, double[] in) {
        double[] h = in;
        for (int l = 0; l < w.length; l++) {
            double[] o = b[l].clone();
            for (int i = 0; i < o.length; i++) {
                for (int j = 0; j < h.length; j++) o[i] += w[l][i][j] * h[j];
                o[i] = l == w.length - 1 ? o[i] : o[i] > 0 ? o[i] : 0.01 * o[i];
            }
            h = o;
        }
        double mx = Double.NEGATIVE_INFINITY;
        for (double v : h) mx = Math.max(mx, v);
        double z = 0;
        for (double v : h) z += Math.exp(v - mx);
        return Math.log(z) + mx - h[0];
    }

    static Object[][] mlpInputs() {
        return new Object[][] {
            {
                new double[][][] {{{1, 0.5}, {-0.3, 0.8}, {0.2, -0.9}}, {{0.1, 0.2, 0.3}, {0.5, -0.5, 0.7}}},
                new double[][] {{0.1, -0.2, 0.3}, {0, 0.05}},
                new double[] {0.7, -1.1}
            }
        };
    }
    // kinks and special values
    @Differentiable
    public static double zeroTimesInfinity(double x, double y) {
        double a = x == 0 ? 0 : Math.log(x) * x;
        return a + Math.max(y, 0) * Math.sqrt(Math.abs(x) + 1);
    }

    static Object[][] zeroTimesInfinityAt() {
        return new Object[][] {{0.0, 0.0, new double[] {0, 0}}, {1.0, 0.0, new double[] {1, 0}}};
    }

    @Differentiable
    public static double sqrtNotTaken(double x, double y) {
        double r = Math.sqrt(x);
        return y > 0 ? y * y : r;
    }

    static Object[][] sqrtNotTakenAt() {
        return new Object[][] {{0.0, 2.0, new double[] {0, 4}}, {0.0, 0.0, new double[] {Double.POSITIVE_INFINITY, 0}}};
    }

    @Differentiable
    public static double normAtZero(double[] a) {
        double s = 0;
        for (double e : a) s += e * e;
        return s == 0 ? 0 : Math.sqrt(s);
    }

    static Object[][] normAtZeroAt() {
        return new Object[][] {
            {new double[] {0, 0}, new double[] {0, 0}}, {new double[] {3, 4}, new double[] {0.6, 0.8}}
        };
    }

    @Differentiable
    public static double sigmoidTails(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    static Object[][] sigmoidTailsAt() {
        return new Object[][] {{-800.0, new double[] {0}}, {800.0, new double[] {0}}, {0.0, new double[] {0.25}}};
    }

    @Differentiable
    public static double softplusNaive(double x) {
        return Math.log(1 + Math.exp(x));
    }

    @Differentiable
    public static double powers(double x, double p) {
        return Math.pow(x, 2) + Math.pow(x, 0) * p + Math.pow(2, p) + Math.pow(x, 1);
    }

    static Object[][] powersAt() {
        return new Object[][] {{0.0, 0.0, new double[] {1, 1 + Math.log(2)}}};
    }

    @Differentiable
    public static double logSumExpInf(double[] a) {
        double m = Double.NEGATIVE_INFINITY;
        for (double v : a) m = Math.max(m, v);
        if (m == Double.NEGATIVE_INFINITY) return m;
        double s = 0;
        for (double v : a) s += Math.exp(v - m);
        return m + Math.log(s);
    }

    static Object[][] logSumExpInfInputs() {
        return new Object[][] {
            {new double[] {1, 2, Double.NEGATIVE_INFINITY}}, {new double[] {1000, 999}}, {new double[0]}
        };
    }

    static void logSumExpInfStops() {}

    @Differentiable
    public static double clampSign(double x, double y) {
        return Math.signum(x) * y
                + Math.floor(x) * y
                + Math.rint(y) * x
                + Math.abs(x - y)
                + Math.copySign(x, y)
                + (int) x * y
                + Math.round(y) * x;
    }

    @Differentiable
    public static double sameTwice(double[] a, double[] b) {
        for (int i = 0; i < a.length && i < b.length; i++) {
            a[i] += b[i] * b[0];
            b[i] *= a[a.length - 1];
        }
        double s = 0;
        for (double v : b) s += v * a[0];
        return s;
    }

    static Object[][] sameTwiceInputs() {
        double[] c = {0.5, 1.5, -0.7};
        return new Object[][] {{c, c}, {new double[] {1, 2}, new double[] {3, 4, 5}}};
    }

    @Differentiable
    public static double rowsShared(double[][] m) {
        double[] r = m[0];
        m[m.length - 1] = r;
        r[0] *= 3;
        m[0] = new double[] {r[0], m[m.length - 1][1]};
        double s = 0;
        for (double[] q : m) for (double v : q) s += v * v * r[1];
        return s;
    }

    static Object[][] rowsSharedInputs() {
        double[] r = {1, 2};
        return new Object[][] {{new double[][] {{1, 2}, {3, 4}}}, {new double[][] {{0.5, 2}}}};
    }

    @Differentiable(order = 2)
    public static double rosen(double[] x) {
        double s = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            double a = x[i + 1] - x[i] * x[i], b = 1 - x[i];
            s += 100 * a * a + b * b;
        }
        return s;
    }

    @Differentiable(order = 2)
    public static double woodMix(double a, double b, double[] c) {
        double t = 10 * (b - a * a);
        for (double v : c) {
            t += v * a;
            t *= Math.cos(v * b);
        }
        return t * t + Math.exp(-a * b);
    }

    @Differentiable
    public static double[] misra(double b1, double b2, double[] x) {
        double[] r = new double[x.length];
        for (int i = 0; i < r.length; i++) r[i] = b1 * (1 - Math.exp(-b2 * x[i]));
        return r;
    }

    @Differentiable(wrt = "b")
    public static double[] hahn(double[] b, double[] x) {
        double[] r = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double t = x[i];
            r[i] = (b[0] + t * (b[1] + t * (b[2] + t * b[3]))) / (1 + t * (b[4] + t * (b[5] + t * b[6])));
        }
        return r;
    }

    static Object[][] hahnInputs() {
        return new Object[][] {{new double[] {1, -0.1, 0.4, 0.1, 0.2, 0.3, 0.05}, new double[] {0.5, 1.2}}};
    }

    @Differentiable
    public static double[] biggs(double[] x, int m) {
        double[] f = new double[m];
        for (int i = 1; i <= m; i++) {
            double t = 0.1 * i, y = Math.exp(-t) - 5 * Math.exp(-10 * t) + 3 * Math.exp(-4 * t);
            f[i - 1] = x[2] * Math.exp(-t * x[0]) - x[3] * Math.exp(-t * x[1]) + x[5] * Math.exp(-t * x[4]) - y;
        }
        return f;
    }

    static Object[][] biggsInputs() {
        return new Object[][] {{new double[] {1, 2, 1, 1, 1, 1}, 5}, {new double[] {1, 2, 1, 1, 1, 1}, 0}};
    }

    @Differentiable
    public static void gameOfPointers(double[] a, double[] b, int n) {
        double[] p = a, q = b;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < p.length; j++) q[j] = 0.5 * p[j] + 0.25 * p[(j + 1) % p.length] * p[j];
            double[] t = p;
            p = q;
            q = t;
        }
        if (p != a) System.arraycopy(p, 0, a, 0, a.length);
    }

    static Object[][] gameOfPointersInputs() {
        return new Object[][] {
            {new double[] {1, 2, 3}, new double[3], 3},
            {new double[] {1, 2}, new double[2], 0},
            {new double[] {1, 2}, new double[1], 1}
        };
    }
}
