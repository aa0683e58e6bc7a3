package corpus;

import dev.adjoint.Differentiable;

/** Test problems of More, Garbow and Hillstrom, ACM TOMS 7 (1981), with Jacobians derived by hand. */
public final class LeastSquares {
    private LeastSquares() {}

    private static double[] range(int m, double scale) {
        double[] t = new double[m];
        for (int i = 0; i < m; i++) {
            t[i] = scale * (i + 1);
        }
        return t;
    }

    @Differentiable
    public static double[] rosenbrock(double[] x) {
        return new double[] {10 * (x[1] - x[0] * x[0]), 1 - x[0]};
    }

    static double[][] rosenbrockExpected(double[] x) {
        return new double[][] {{-20 * x[0], 10}, {-1, 0}};
    }

    static Object[][] rosenbrockInputs() {
        return new Object[][] {{new double[] {-1.2, 1}}, {new double[] {1, 1}}};
    }

    @Differentiable
    public static double[] freudensteinRoth(double[] x) {
        return new double[] {
            -13 + x[0] + ((5 - x[1]) * x[1] - 2) * x[1], -29 + x[0] + ((x[1] + 1) * x[1] - 14) * x[1]
        };
    }

    static double[][] freudensteinRothExpected(double[] x) {
        return new double[][] {{1, 10 * x[1] - 3 * x[1] * x[1] - 2}, {1, 3 * x[1] * x[1] + 2 * x[1] - 14}};
    }

    static Object[][] freudensteinRothInputs() {
        return new Object[][] {{new double[] {0.5, -2}}};
    }

    @Differentiable
    public static double[] powellBadlyScaled(double[] x) {
        return new double[] {1e4 * x[0] * x[1] - 1, Math.exp(-x[0]) + Math.exp(-x[1]) - 1.0001};
    }

    static double[][] powellBadlyScaledExpected(double[] x) {
        return new double[][] {{1e4 * x[1], 1e4 * x[0]}, {-Math.exp(-x[0]), -Math.exp(-x[1])}};
    }

    static Object[][] powellBadlyScaledInputs() {
        return new Object[][] {{new double[] {0, 1}}};
    }

    @Differentiable
    public static double[] brownBadlyScaled(double[] x) {
        return new double[] {x[0] - 1e6, x[1] - 2e-6, x[0] * x[1] - 2};
    }

    static double[][] brownBadlyScaledExpected(double[] x) {
        return new double[][] {{1, 0}, {0, 1}, {x[1], x[0]}};
    }

    static Object[][] brownBadlyScaledInputs() {
        return new Object[][] {{new double[] {1, 1}}};
    }

    @Differentiable
    public static double[] beale(double[] x) {
        double[] y = {1.5, 2.25, 2.625};
        double[] f = new double[3];
        for (int i = 0; i < 3; i++) {
            f[i] = y[i] - x[0] * (1 - Math.pow(x[1], i + 1));
        }
        return f;
    }

    static double[][] bealeExpected(double[] x) {
        double[][] j = new double[3][];
        for (int i = 0; i < 3; i++) {
            j[i] = new double[] {Math.pow(x[1], i + 1) - 1, x[0] * (i + 1) * Math.pow(x[1], i)};
        }
        return j;
    }

    static Object[][] bealeInputs() {
        return new Object[][] {{new double[] {1, 1}}, {new double[] {3, 0.5}}};
    }

    @Differentiable
    public static double[] jennrichSampson(double[] x, int m) {
        double[] f = new double[m];
        for (int i = 1; i <= m; i++) {
            f[i - 1] = 2 + 2 * i - (Math.exp(i * x[0]) + Math.exp(i * x[1]));
        }
        return f;
    }

    static double[][] jennrichSampsonExpected(double[] x, int m) {
        double[][] j = new double[m][];
        for (int i = 1; i <= m; i++) {
            j[i - 1] = new double[] {-i * Math.exp(i * x[0]), -i * Math.exp(i * x[1])};
        }
        return j;
    }

    static Object[][] jennrichSampsonInputs() {
        return new Object[][] {{new double[] {0.3, 0.4}, 10}};
    }

    @Differentiable
    public static double[] helicalValley(double[] x) {
        double theta = Math.atan(x[1] / x[0]) / (2 * Math.PI);
        if (x[0] < 0) {
            theta += 0.5;
        }
        return new double[] {
            10 * (x[2] - 10 * theta), 10 * (Math.sqrt(x[0] * x[0] + x[1] * x[1]) - 1), x[2]
        };
    }

    static double[][] helicalValleyExpected(double[] x) {
        double q = x[0] * x[0] + x[1] * x[1];
        double r = Math.sqrt(q);
        double c = 100 / (2 * Math.PI);
        return new double[][] {{c * x[1] / q, -c * x[0] / q, 10}, {10 * x[0] / r, 10 * x[1] / r, 0}, {0, 0, 1}};
    }

    static Object[][] helicalValleyInputs() {
        return new Object[][] {{new double[] {-1, 0, 0}}, {new double[] {1, 0.5, 0.2}}};
    }

    @Differentiable
    public static double[] bard(double[] x) {
        double[] y = {
            0.14, 0.18, 0.22, 0.25, 0.29, 0.32, 0.35, 0.39, 0.37, 0.58, 0.73, 0.96, 1.34, 2.10, 4.39
        };
        double[] f = new double[15];
        for (int i = 0; i < 15; i++) {
            double u = i + 1;
            double v = 15 - i;
            double w = Math.min(u, v);
            f[i] = y[i] - (x[0] + u / (v * x[1] + w * x[2]));
        }
        return f;
    }

    static double[][] bardExpected(double[] x) {
        double[][] j = new double[15][];
        for (int i = 0; i < 15; i++) {
            double u = i + 1;
            double v = 15 - i;
            double w = Math.min(u, v);
            double d = v * x[1] + w * x[2];
            j[i] = new double[] {-1, u * v / (d * d), u * w / (d * d)};
        }
        return j;
    }

    static Object[][] bardInputs() {
        return new Object[][] {{new double[] {1, 1, 1}}};
    }

    @Differentiable
    public static double[] gaussian(double[] x) {
        double[] y = {
            0.0009, 0.0044, 0.0175, 0.0540, 0.1295, 0.2420, 0.3521, 0.3989, 0.3521, 0.2420, 0.1295, 0.0540, 0.0175,
            0.0044, 0.0009
        };
        double[] f = new double[y.length];
        for (int i = 0; i < f.length; i++) {
            double t = (7 - i) / 2.0;
            f[i] = x[0] * Math.exp(-x[1] * (t - x[2]) * (t - x[2]) / 2) - y[i];
        }
        return f;
    }

    static double[][] gaussianExpected(double[] x) {
        double[][] j = new double[15][];
        for (int i = 0; i < 15; i++) {
            double d = (7 - i) / 2.0 - x[2];
            double e = Math.exp(-x[1] * d * d / 2);
            j[i] = new double[] {e, -x[0] * e * d * d / 2, x[0] * e * x[1] * d};
        }
        return j;
    }

    static Object[][] gaussianInputs() {
        return new Object[][] {{new double[] {0.4, 1, 0}}};
    }

    @Differentiable(wrt = "x")
    public static double[] meyer(double[] x, double[] t, double[] y) {
        double[] f = new double[t.length];
        for (int i = 0; i < f.length; i++) {
            f[i] = x[0] * Math.exp(x[1] / (t[i] + x[2])) - y[i];
        }
        return f;
    }

    static double[][] meyerExpected(double[] x, double[] t, double[] y) {
        double[][] j = new double[t.length][];
        for (int i = 0; i < t.length; i++) {
            double d = t[i] + x[2];
            double e = Math.exp(x[1] / d);
            j[i] = new double[] {e, x[0] * e / d, -x[0] * e * x[1] / (d * d)};
        }
        return j;
    }

    static Object[][] meyerInputs() {
        return new Object[][] {{new double[] {0.02, 4000, 250}, range(5, 5), range(5, 3)}};
    }

    @Differentiable
    public static double[] box3d(double[] x, int m) {
        double[] f = new double[m];
        for (int i = 0; i < m; i++) {
            double t = 0.1 * (i + 1);
            f[i] = Math.exp(-t * x[0]) - Math.exp(-t * x[1]) - x[2] * (Math.exp(-t) - Math.exp(-10 * t));
        }
        return f;
    }

    static double[][] box3dExpected(double[] x, int m) {
        double[][] j = new double[m][];
        for (int i = 0; i < m; i++) {
            double t = 0.1 * (i + 1);
            j[i] = new double[] {-t * Math.exp(-t * x[0]), t * Math.exp(-t * x[1]), Math.exp(-10 * t) - Math.exp(-t)};
        }
        return j;
    }

    static Object[][] box3dInputs() {
        return new Object[][] {{new double[] {0, 10, 20}, 10}};
    }

    @Differentiable
    public static double[] powellSingular(double[] x) {
        double a = x[1] - 2 * x[2];
        double b = x[0] - x[3];
        return new double[] {x[0] + 10 * x[1], Math.sqrt(5) * (x[2] - x[3]), a * a, Math.sqrt(10) * b * b};
    }

    static double[][] powellSingularExpected(double[] x) {
        double a = 2 * (x[1] - 2 * x[2]);
        double b = 2 * Math.sqrt(10) * (x[0] - x[3]);
        return new double[][] {
            {1, 10, 0, 0}, {0, 0, Math.sqrt(5), -Math.sqrt(5)}, {0, a, -2 * a, 0}, {b, 0, 0, -b}
        };
    }

    static Object[][] powellSingularInputs() {
        return new Object[][] {{new double[] {3, -1, 0, 1}}, {new double[] {0, 0, 0, 0}}};
    }

    @Differentiable
    public static double[] wood(double[] x) {
        return new double[] {
            10 * (x[1] - x[0] * x[0]), 1 - x[0], Math.sqrt(90) * (x[3] - x[2] * x[2]), 1 - x[2],
            Math.sqrt(10) * (x[1] + x[3] - 2), (x[1] - x[3]) / Math.sqrt(10)
        };
    }

    static double[][] woodExpected(double[] x) {
        double s = Math.sqrt(10);
        return new double[][] {
            {-20 * x[0], 10, 0, 0}, {-1, 0, 0, 0}, {0, 0, -2 * Math.sqrt(90) * x[2], Math.sqrt(90)}, {0, 0, -1, 0},
            {0, s, 0, s}, {0, 1 / s, 0, -1 / s}
        };
    }

    static Object[][] woodInputs() {
        return new Object[][] {{new double[] {-3, -1, -3, -1}}};
    }

    @Differentiable
    public static double[] kowalikOsborne(double[] x) {
        double[] y = {0.1957, 0.1947, 0.1735, 0.1600, 0.0844, 0.0627, 0.0456, 0.0342, 0.0323, 0.0235, 0.0246};
        double[] u = {4, 2, 1, 0.5, 0.25, 0.1670, 0.1250, 0.1, 0.0833, 0.0714, 0.0625};
        double[] f = new double[11];
        for (int i = 0; i < 11; i++) {
            f[i] = y[i] - x[0] * (u[i] * u[i] + u[i] * x[1]) / (u[i] * u[i] + u[i] * x[2] + x[3]);
        }
        return f;
    }

    static double[][] kowalikOsborneExpected(double[] x) {
        double[] u = {4, 2, 1, 0.5, 0.25, 0.1670, 0.1250, 0.1, 0.0833, 0.0714, 0.0625};
        double[][] j = new double[11][];
        for (int i = 0; i < 11; i++) {
            double n = u[i] * u[i] + u[i] * x[1];
            double d = u[i] * u[i] + u[i] * x[2] + x[3];
            j[i] = new double[] {-n / d, -x[0] * u[i] / d, x[0] * n * u[i] / (d * d), x[0] * n / (d * d)};
        }
        return j;
    }

    static Object[][] kowalikOsborneInputs() {
        return new Object[][] {{new double[] {0.25, 0.39, 0.415, 0.39}}};
    }

    @Differentiable
    public static double[] brownDennis(double[] x, int m) {
        double[] f = new double[m];
        for (int i = 0; i < m; i++) {
            double t = (i + 1) / 5.0;
            double a = x[0] + t * x[1] - Math.exp(t);
            double b = x[2] + x[3] * Math.sin(t) - Math.cos(t);
            f[i] = a * a + b * b;
        }
        return f;
    }

    static double[][] brownDennisExpected(double[] x, int m) {
        double[][] j = new double[m][];
        for (int i = 0; i < m; i++) {
            double t = (i + 1) / 5.0;
            double a = 2 * (x[0] + t * x[1] - Math.exp(t));
            double b = 2 * (x[2] + x[3] * Math.sin(t) - Math.cos(t));
            j[i] = new double[] {a, t * a, b, Math.sin(t) * b};
        }
        return j;
    }

    static Object[][] brownDennisInputs() {
        return new Object[][] {{new double[] {25, 5, -5, -1}, 20}};
    }

    @Differentiable
    public static double[] osborne1(double[] x, int m) {
        double[] f = new double[m];
        for (int i = 0; i < m; i++) {
            double t = 10 * i;
            f[i] = x[0] + x[1] * Math.exp(-t * x[3]) + x[2] * Math.exp(-t * x[4]);
        }
        return f;
    }

    static double[][] osborne1Expected(double[] x, int m) {
        double[][] j = new double[m][];
        for (int i = 0; i < m; i++) {
            double t = 10 * i;
            double a = Math.exp(-t * x[3]);
            double b = Math.exp(-t * x[4]);
            j[i] = new double[] {1, a, b, -t * x[1] * a, -t * x[2] * b};
        }
        return j;
    }

    static Object[][] osborne1Inputs() {
        return new Object[][] {{new double[] {0.5, 1.5, -1, 0.01, 0.02}, 7}};
    }

    @Differentiable
    public static double[] watson(double[] x) {
        int n = x.length;
        double[] f = new double[31];
        for (int i = 1; i <= 29; i++) {
            double t = i / 29.0;
            double first = 0;
            double second = 0;
            for (int j = n - 1; j >= 0; j--) {
                second = second * t + x[j];
            }
            for (int j = n - 1; j > 0; j--) {
                first = first * t + j * x[j];
            }
            f[i - 1] = first - second * second - 1;
        }
        f[29] = x[0];
        f[30] = x[1] - x[0] * x[0] - 1;
        return f;
    }

    static double[][] watsonExpected(double[] x) {
        int n = x.length;
        double[][] jacobian = new double[31][n];
        for (int i = 1; i <= 29; i++) {
            double t = i / 29.0;
            double second = 0;
            for (int j = 0; j < n; j++) {
                second += x[j] * Math.pow(t, j);
            }
            for (int j = 0; j < n; j++) {
                jacobian[i - 1][j] = (j == 0 ? 0 : j * Math.pow(t, j - 1)) - 2 * second * Math.pow(t, j);
            }
        }
        jacobian[29][0] = 1;
        jacobian[30][0] = -2 * x[0];
        jacobian[30][1] = 1;
        return jacobian;
    }

    static Object[][] watsonInputs() {
        return new Object[][] {{new double[] {0, 0.5, -1, 2, 0.3, 0.1}}, {new double[] {1, 2}}};
    }

    @Differentiable
    public static double[] extendedPowell(double[] x) {
        double[] f = new double[x.length];
        for (int i = 0; i < x.length; i += 4) {
            double a = x[i + 1] - 2 * x[i + 2];
            double b = x[i] - x[i + 3];
            f[i] = x[i] + 10 * x[i + 1];
            f[i + 1] = Math.sqrt(5) * (x[i + 2] - x[i + 3]);
            f[i + 2] = a * a;
            f[i + 3] = Math.sqrt(10) * b * b;
        }
        return f;
    }

    static Object[][] extendedPowellInputs() {
        return new Object[][] {{new double[] {3, -1, 0, 1, 2, -1, 0.5, 1}}, {new double[0]}};
    }

    @Differentiable
    public static double[] variablyDimensioned(double[] x) {
        int n = x.length;
        double[] f = new double[n + 2];
        double s = 0;
        for (int j = 0; j < n; j++) {
            f[j] = x[j] - 1;
            s += (j + 1) * (x[j] - 1);
        }
        f[n] = s;
        f[n + 1] = s * s;
        return f;
    }

    static double[][] variablyDimensionedExpected(double[] x) {
        int n = x.length;
        double[][] jacobian = new double[n + 2][n];
        double s = 0;
        for (int j = 0; j < n; j++) {
            s += (j + 1) * (x[j] - 1);
        }
        for (int j = 0; j < n; j++) {
            jacobian[j][j] = 1;
            jacobian[n][j] = j + 1;
            jacobian[n + 1][j] = 2 * s * (j + 1);
        }
        return jacobian;
    }

    @Differentiable
    public static double[] trigonometric(double[] x) {
        int n = x.length;
        double sum = 0;
        for (double e : x) {
            sum += Math.cos(e);
        }
        double[] f = new double[n];
        for (int i = 0; i < n; i++) {
            f[i] = n - sum + (i + 1) * (1 - Math.cos(x[i])) - Math.sin(x[i]);
        }
        return f;
    }

    static double[][] trigonometricExpected(double[] x) {
        int n = x.length;
        double[][] jacobian = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                jacobian[i][j] = Math.sin(x[j]);
            }
            jacobian[i][i] += (i + 1) * Math.sin(x[i]) - Math.cos(x[i]);
        }
        return jacobian;
    }

    @Differentiable
    public static double[] brownAlmostLinear(double[] x) {
        int n = x.length;
        double sum = 0;
        double product = 1;
        for (double e : x) {
            sum += e;
            product *= e;
        }
        double[] f = new double[n];
        for (int i = 0; i < n - 1; i++) {
            f[i] = x[i] + sum - (n + 1);
        }
        f[n - 1] = product - 1;
        return f;
    }

    static double[][] brownAlmostLinearExpected(double[] x) {
        int n = x.length;
        double[][] jacobian = new double[n][n];
        for (int i = 0; i < n; i++) {
            double others = 1;
            for (int j = 0; j < n; j++) {
                jacobian[i][j] = i == j ? 2 : 1;
                others *= j == i ? 1 : x[j];
            }
            jacobian[n - 1][i] = others;
        }
        for (int j = 0; j < n; j++) {
            double others = 1;
            for (int k = 0; k < n; k++) {
                others *= k == j ? 1 : x[k];
            }
            jacobian[n - 1][j] = others;
        }
        return jacobian;
    }

    static Object[][] brownAlmostLinearInputs() {
        return new Object[][] {{new double[] {0.5, 0.5, 2, 1}}, {new double[] {1, 0, 3}}};
    }

    @Differentiable
    public static double[] discreteBoundaryValue(double[] x) {
        int n = x.length;
        double h = 1.0 / (n + 1);
        double[] f = new double[n];
        for (int i = 0; i < n; i++) {
            double before = i == 0 ? 0 : x[i - 1];
            double after = i == n - 1 ? 0 : x[i + 1];
            double u = x[i] + (i + 1) * h + 1;
            f[i] = 2 * x[i] - before - after + h * h * u * u * u / 2;
        }
        return f;
    }

    static double[][] discreteBoundaryValueExpected(double[] x) {
        int n = x.length;
        double h = 1.0 / (n + 1);
        double[][] jacobian = new double[n][n];
        for (int i = 0; i < n; i++) {
            double u = x[i] + (i + 1) * h + 1;
            jacobian[i][i] = 2 + 1.5 * h * h * u * u;
            if (i > 0) {
                jacobian[i][i - 1] = -1;
            }
            if (i < n - 1) {
                jacobian[i][i + 1] = -1;
            }
        }
        return jacobian;
    }

    @Differentiable
    public static double[] broydenBanded(double[] x) {
        int n = x.length;
        double[] f = new double[n];
        for (int i = 0; i < n; i++) {
            double s = 0;
            for (int j = Math.max(0, i - 5); j <= Math.min(n - 1, i + 1); j++) {
                if (j != i) {
                    s += x[j] * (1 + x[j]);
                }
            }
            f[i] = x[i] * (2 + 5 * x[i] * x[i]) + 1 - s;
        }
        return f;
    }

    static double[][] broydenBandedExpected(double[] x) {
        int n = x.length;
        double[][] jacobian = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = Math.max(0, i - 5); j <= Math.min(n - 1, i + 1); j++) {
                jacobian[i][j] = j == i ? 2 + 15 * x[i] * x[i] : -(1 + 2 * x[j]);
            }
        }
        return jacobian;
    }

    @Differentiable
    public static double[] chebyquad(double[] x) {
        int n = x.length;
        double[] f = new double[n];
        for (int j = 0; j < n; j++) {
            double t0 = 1;
            double t1 = 2 * x[j] - 1;
            double twice = 2 * t1;
            for (int i = 0; i < n; i++) {
                f[i] += t1;
                double t = twice * t1 - t0;
                t0 = t1;
                t1 = t;
            }
        }
        for (int i = 0; i < n; i++) {
            f[i] /= n;
            if (i % 2 == 1) {
                f[i] += 1.0 / ((i + 1) * (i + 1) - 1);
            }
        }
        return f;
    }

    static Object[][] chebyquadInputs() {
        return new Object[][] {{new double[] {0.2, 0.4, 0.6, 0.8}}, {new double[] {0.5}}};
    }
}
