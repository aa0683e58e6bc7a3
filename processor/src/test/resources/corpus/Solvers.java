package corpus;

import dev.adjoint.Differentiable;

/** Numerical methods as they are written in textbooks. */
public final class Solvers {
    private Solvers() {}

    private static final Object[][] SYSTEMS = {
        {new double[][] {{4, 1, 0.5}, {1, 5, -1}, {0.5, -1, 3}}, new double[] {1, 2, 3}},
        {new double[][] {{2, 0.3}, {0.3, 1}}, new double[] {3, -1}}, {new double[][] {{2}}, new double[] {3}}
    };

    static double weigh(double[] x) {
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            s += (i + 1) * x[i];
        }
        return s;
    }

    @Differentiable
    public static double luWithPivoting(double[][] a, double[] b) {
        int n = b.length;
        double[][] lu = new double[n][];
        for (int i = 0; i < n; i++) {
            lu[i] = a[i].clone();
        }
        double[] x = b.clone();
        for (int k = 0; k < n; k++) {
            int p = k;
            for (int i = k + 1; i < n; i++) {
                if (Math.abs(lu[i][k]) > Math.abs(lu[p][k])) {
                    p = i;
                }
            }
            double[] row = lu[k];
            lu[k] = lu[p];
            lu[p] = row;
            double t = x[k];
            x[k] = x[p];
            x[p] = t;
            for (int i = k + 1; i < n; i++) {
                lu[i][k] /= lu[k][k];
                for (int j = k + 1; j < n; j++) {
                    lu[i][j] -= lu[i][k] * lu[k][j];
                }
                x[i] -= lu[i][k] * x[k];
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int j = i + 1; j < n; j++) {
                x[i] -= lu[i][j] * x[j];
            }
            x[i] /= lu[i][i];
        }
        return weigh(x);
    }

    static Object[][] luWithPivotingInputs() {
        return new Object[][] {
            {new double[][] {{0.1, 4, 1}, {2, 1, 0.3}, {1, -1, 3}}, new double[] {1, 2, 3}},
            {new double[][] {{0.2, 3}, {2, 1}}, new double[] {3, -1}}, {new double[0][], new double[0]}
        };
    }

    @Differentiable
    public static double cholesky(double[][] a, double[] b) {
        int n = b.length;
        double[][] l = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double s = a[i][j];
                for (int k = 0; k < j; k++) {
                    s -= l[i][k] * l[j][k];
                }
                l[i][j] = i == j ? Math.sqrt(s) : s / l[j][j];
            }
        }
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            double s = b[i];
            for (int k = 0; k < i; k++) {
                s -= l[i][k] * y[k];
            }
            y[i] = s / l[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                y[i] -= l[k][i] * y[k];
            }
            y[i] /= l[i][i];
        }
        return weigh(y);
    }

    static Object[][] choleskyInputs() {
        return SYSTEMS;
    }

    @Differentiable
    public static double gaussSeidel(double[][] a, double[] b) {
        double[] x = new double[b.length];
        for (int sweep = 0; sweep < 8; sweep++) {
            for (int i = 0; i < x.length; i++) {
                double s = b[i];
                for (int j = 0; j < x.length; j++) {
                    if (j != i) {
                        s -= a[i][j] * x[j];
                    }
                }
                x[i] = s / a[i][i];
            }
        }
        return weigh(x);
    }

    static Object[][] gaussSeidelInputs() {
        return SYSTEMS;
    }

    @Differentiable
    public static double jacobi(double[][] a, double[] b) {
        int n = b.length;
        double[] x = new double[n];
        double[] next = new double[n];
        double change = 1;
        for (int sweep = 0; sweep < 100 && change > 1e-13; sweep++) {
            change = 0;
            for (int i = 0; i < n; i++) {
                double s = b[i];
                for (int j = 0; j < n; j++) {
                    s -= i == j ? 0 : a[i][j] * x[j];
                }
                next[i] = s / a[i][i];
                change = Math.max(change, Math.abs(next[i] - x[i]));
            }
            double[] t = x;
            x = next;
            next = t;
        }
        return weigh(x);
    }

    static Object[][] jacobiInputs() {
        return SYSTEMS;
    }

    @Differentiable
    public static double conjugateGradients(double[][] a, double[] b) {
        int n = b.length;
        double[] x = new double[n];
        double[] r = b.clone();
        double[] p = b.clone();
        double rr = 0;
        for (double e : r) {
            rr += e * e;
        }
        for (int k = 0; k < n; k++) {
            double[] ap = new double[n];
            double pap = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    ap[i] += a[i][j] * p[j];
                }
                pap += p[i] * ap[i];
            }
            double alpha = rr / pap;
            double next = 0;
            for (int i = 0; i < n; i++) {
                x[i] += alpha * p[i];
                r[i] -= alpha * ap[i];
                next += r[i] * r[i];
            }
            double beta = next / rr;
            rr = next;
            for (int i = 0; i < n; i++) {
                p[i] = r[i] + beta * p[i];
            }
        }
        return weigh(x);
    }

    static Object[][] conjugateGradientsInputs() {
        return new Object[][] {SYSTEMS[1], SYSTEMS[2]};
    }

    @Differentiable
    public static double thomas(double[] lower, double[] main, double[] upper, double[] right) {
        int n = main.length;
        for (int i = 1; i < n; i++) {
            double f = lower[i] / main[i - 1];
            main[i] -= f * upper[i - 1];
            right[i] -= f * right[i - 1];
        }
        right[n - 1] /= main[n - 1];
        for (int i = n - 2; i >= 0; i--) {
            right[i] = (right[i] - upper[i] * right[i + 1]) / main[i];
        }
        return weigh(right);
    }

    static Object[][] thomasInputs() {
        return new Object[][] {
            {new double[] {0, 1, 0.5}, new double[] {4, 5, 3}, new double[] {1, -1, 0}, new double[] {1, 2, 3}},
            {new double[] {0}, new double[] {4}, new double[] {1}, new double[] {1}}
        };
    }

    @Differentiable
    public static double inverse(double[][] a) {
        int n = a.length;
        double[][] m = new double[n][2 * n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(a[i], 0, m[i], 0, n);
            m[i][n + i] = 1;
        }
        for (int k = 0; k < n; k++) {
            double pivot = m[k][k];
            for (int j = 0; j < 2 * n; j++) {
                m[k][j] /= pivot;
            }
            for (int i = 0; i < n; i++) {
                if (i != k) {
                    double f = m[i][k];
                    for (int j = 0; j < 2 * n; j++) {
                        m[i][j] -= f * m[k][j];
                    }
                }
            }
        }
        double s = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                s += m[i][n + j] * (i + 2 * j + 1);
            }
        }
        return s;
    }

    static Object[][] inverseInputs() {
        return new Object[][] {{SYSTEMS[0][0]}, {SYSTEMS[2][0]}};
    }

    @Differentiable
    public static double newtonSystem(double a, double b) {
        double x = 1;
        double y = 1;
        for (int k = 0; k < 20; k++) {
            double f = x * x + y * y - a;
            double g = x * y - b;
            double det = 2 * x * x - 2 * y * y;
            if (Math.abs(f) + Math.abs(g) < 1e-14) {
                break;
            }
            if (Math.abs(det) < 1e-3) {
                x += 0.5;
                continue;
            }
            double dx = (f * x - g * 2 * y) / det;
            double dy = (2 * x * g - y * f) / det;
            x -= dx;
            y -= dy;
        }
        return x + 2 * y;
    }

    static Object[][] newtonSystemInputs() {
        return new Object[][] {{5, 2}, {10, 3}};
    }

    @Differentiable
    public static double rungeKutta4(double x, double v, double w, int n) {
        double h = 0.1;
        for (int i = 0; i < n; i++) {
            double k1x = v;
            double k1v = -w * w * Math.sin(x);
            double k2x = v + h / 2 * k1v;
            double k2v = -w * w * Math.sin(x + h / 2 * k1x);
            double k3x = v + h / 2 * k2v;
            double k3v = -w * w * Math.sin(x + h / 2 * k2x);
            double k4x = v + h * k3v;
            double k4v = -w * w * Math.sin(x + h * k3x);
            x += h / 6 * (k1x + 2 * k2x + 2 * k3x + k4x);
            v += h / 6 * (k1v + 2 * k2v + 2 * k3v + k4v);
        }
        return x * x + v;
    }

    @Differentiable
    public static double adaptiveStep(double y, double rate) {
        double t = 0;
        double h = 0.1;
        while (t < 1) {
            double euler = y + h * rate * y;
            double half = y + h / 2 * rate * y;
            double two = half + h / 2 * rate * half;
            if (Math.abs(two - euler) > 0.02) {
                h *= 0.5;
                continue;
            }
            y = two;
            t += h;
            h = Math.min(h * 1.2, 1.0001 - t + 1e-9);
        }
        return y;
    }

    static Object[][] adaptiveStepInputs() {
        return new Object[][] {{1, 0.5}, {2, -0.7}};
    }

    @Differentiable
    public static double heatEquation(double[] u, double k, int n) {
        double[] now = u.clone();
        for (int step = 0; step < n; step++) {
            double[] next = now.clone();
            for (int i = 1; i + 1 < u.length; i++) {
                next[i] = now[i] + k * 0.1 * (now[i - 1] - 2 * now[i] + now[i + 1]);
            }
            now = next;
        }
        double s = 0;
        for (double e : now) {
            s += e * e;
        }
        return s;
    }

    @Differentiable
    public static double heatPlate(double[][] u, double k, int n) {
        int m = u.length;
        double[][] next = new double[m][m];
        for (int step = 0; step < n % 4; step++) {
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < m; j++) {
                    double around = u[Math.max(i - 1, 0)][j] + u[Math.min(i + 1, m - 1)][j]
                            + u[i][Math.max(j - 1, 0)] + u[i][Math.min(j + 1, m - 1)];
                    next[i][j] = u[i][j] + 0.1 * k * (around - 4 * u[i][j]);
                }
            }
            double[][] t = u;
            u = next;
            next = t;
        }
        double s = 0;
        for (double[] row : u) {
            for (double e : row) {
                s += e * e;
            }
        }
        return s;
    }

    @Differentiable
    public static double wave(double[] u, double c, int n) {
        double[] old = u.clone();
        double[] now = u.clone();
        double[] next = new double[u.length];
        for (int step = 0; step < n; step++) {
            for (int i = 0; i < u.length; i++) {
                double left = i > 0 ? now[i - 1] : 0;
                double right = i + 1 < u.length ? now[i + 1] : 0;
                next[i] = 2 * now[i] - old[i] + 0.1 * c * c * (left - 2 * now[i] + right);
            }
            double[] t = old;
            old = now;
            now = next;
            next = t;
        }
        return weigh(now) * weigh(old);
    }

    @Differentiable
    public static double powerIteration(double[][] a, double[] start) {
        double[] v = start.clone();
        double lambda = 0;
        for (int k = 0; k < 5; k++) {
            double[] w = new double[v.length];
            double norm = 0;
            for (int i = 0; i < v.length; i++) {
                for (int j = 0; j < v.length; j++) {
                    w[i] += a[i][j] * v[j];
                }
                norm += w[i] * w[i];
            }
            norm = Math.sqrt(norm);
            for (int i = 0; i < v.length; i++) {
                w[i] /= norm;
            }
            v = w;
            lambda = norm;
        }
        return lambda * v[0];
    }

    static Object[][] powerIterationInputs() {
        return SYSTEMS;
    }

    @Differentiable
    public static double simpsonRule(double a, double b, int n) {
        int m = 2 * n + 2;
        double h = (b - a) / m;
        double s = Math.exp(-a * a) + Math.exp(-b * b);
        for (int i = 1; i < m; i++) {
            double x = a + i * h;
            s += (i % 2 == 1 ? 4 : 2) * Math.exp(-x * x);
        }
        return s * h / 3;
    }

    @Differentiable
    public static double romberg(double b) {
        double[][] r = new double[5][5];
        for (int i = 0; i < 5; i++) {
            int n = 1 << i;
            double h = b / n;
            double s = 0.5 * (1 + Math.cos(b) * b);
            for (int k = 1; k < n; k++) {
                double x = k * h;
                s += Math.cos(x) * x;
            }
            r[i][0] = s * h;
            for (int j = 1; j <= i; j++) {
                double f = Math.pow(4, j);
                r[i][j] = (f * r[i][j - 1] - r[i - 1][j - 1]) / (f - 1);
            }
        }
        return r[4][4];
    }

    @Differentiable
    public static double secant(double c) {
        double x0 = 1;
        double x1 = 2;
        double f0 = x0 * x0 * x0 - c;
        for (int i = 0; i < 50; i++) {
            double f1 = x1 * x1 * x1 - c;
            if (Math.abs(f1) < 1e-13 || f1 == f0) {
                break;
            }
            double x2 = x1 - f1 * (x1 - x0) / (f1 - f0);
            x0 = x1;
            f0 = f1;
            x1 = x2;
        }
        return x1;
    }

    static Object[][] secantInputs() {
        return new Object[][] {{3}, {5}};
    }

    @Differentiable
    public static double gradientDescent(double x0, double y0, double rate) {
        double x = x0;
        double y = y0;
        for (int i = 0; i < 6; i++) {
            double gx = 2 * x + y;
            double gy = 4 * y * y * y + x;
            x -= 0.05 * rate * gx;
            y -= 0.05 * rate * gy;
        }
        return x * x + x * y + y * y * y * y;
    }

    @Differentiable
    public static double kalman(double[] measured, double q, double r) {
        double x = 0;
        double p = 1;
        double logLikelihood = 0;
        for (double z : measured) {
            p += q * q;
            double s = p + r * r + 0.1;
            double gain = p / s;
            double innovation = z - x;
            logLikelihood -= 0.5 * (Math.log(s) + innovation * innovation / s);
            x += gain * innovation;
            p *= 1 - gain;
        }
        return logLikelihood + x;
    }

    @Differentiable
    public static double cubicSpline(double[] y, double at) {
        int n = y.length;
        double[] m = new double[n];
        double[] c = new double[n];
        for (int i = 1; i + 1 < n; i++) {
            double d = 4 - c[i - 1];
            c[i] = 1 / d;
            m[i] = (6 * (y[i + 1] - 2 * y[i] + y[i - 1]) - m[i - 1]) / d;
        }
        for (int i = n - 3; i >= 1; i--) {
            m[i] -= c[i] * m[i + 1];
        }
        int k = Math.max(0, Math.min(n - 2, (int) at));
        double t = at - k;
        double u = 1 - t;
        return u * y[k] + t * y[k + 1] + (u * u * u - u) * m[k] / 6 + (t * t * t - t) * m[k + 1] / 6;
    }

    static Object[][] cubicSplineInputs() {
        return new Object[][] {
            {new double[] {1, 3, 2, 4, 0}, 1.3}, {new double[] {1, 3, 2, 4, 0}, 3.6}, {new double[] {1, 3}, 0.5}
        };
    }
}
