package corpus;

import dev.adjoint.Differentiable;

/** More test problems of More, Garbow and Hillstrom, ACM TOMS 7 (1981), with Jacobians derived by hand. */
public final class Minimisation {
    private Minimisation() {}

    @Differentiable
    public static double[] biggs(double[] x) {
        double[] f = new double[13];
        for (int i = 0; i < f.length; i++) {
            double t = 0.1 * (i + 1);
            double y = Math.exp(-t) - 5 * Math.exp(-10 * t) + 3 * Math.exp(-4 * t);
            f[i] = x[2] * Math.exp(-t * x[0]) - x[3] * Math.exp(-t * x[1]) + x[5] * Math.exp(-t * x[4]) - y;
        }
        return f;
    }

    static double[][] biggsExpected(double[] x) {
        double[][] j = new double[13][];
        for (int i = 0; i < j.length; i++) {
            double t = 0.1 * (i + 1);
            double p = Math.exp(-t * x[0]);
            double q = Math.exp(-t * x[1]);
            double r = Math.exp(-t * x[4]);
            j[i] = new double[] {-t * x[2] * p, t * x[3] * q, p, -q, -t * x[5] * r, r};
        }
        return j;
    }

    static Object[][] biggsInputs() {
        return new Object[][] {{new double[] {1, 2, 1, 1, 1, 1}}};
    }

    @Differentiable
    public static double[] osborne2(double[] x) {
        double[] f = new double[65];
        for (int i = 0; i < f.length; i++) {
            double t = i / 10.0;
            f[i] = -x[0] * Math.exp(-t * x[4]);
            for (int k = 1; k < 4; k++) {
                double d = t - x[k + 7];
                f[i] -= x[k] * Math.exp(-d * d * x[k + 4]);
            }
        }
        return f;
    }

    static double[][] osborne2Expected(double[] x) {
        double[][] j = new double[65][11];
        for (int i = 0; i < j.length; i++) {
            double t = i / 10.0;
            double e = Math.exp(-t * x[4]);
            j[i][0] = -e;
            j[i][4] = x[0] * t * e;
            for (int k = 1; k < 4; k++) {
                double d = t - x[k + 7];
                double g = Math.exp(-d * d * x[k + 4]);
                j[i][k] = -g;
                j[i][k + 4] = x[k] * d * d * g;
                j[i][k + 7] = -2 * x[k] * x[k + 4] * d * g;
            }
        }
        return j;
    }

    static Object[][] osborne2Inputs() {
        return new Object[][] {{new double[] {1.3, 0.65, 0.65, 0.7, 0.6, 3, 5, 7, 2, 4.5, 5.5}}};
    }

    @Differentiable
    public static double[] penalty1(double[] x) {
        int n = x.length;
        double[] f = new double[n + 1];
        f[n] = -0.25;
        for (int i = 0; i < n; i++) {
            f[i] = Math.sqrt(1e-5) * (x[i] - 1);
            f[n] += x[i] * x[i];
        }
        return f;
    }

    static double[][] penalty1Expected(double[] x) {
        double[][] j = new double[x.length + 1][x.length];
        for (int i = 0; i < x.length; i++) {
            j[i][i] = Math.sqrt(1e-5);
            j[x.length][i] = 2 * x[i];
        }
        return j;
    }

    static Object[][] penalty1Inputs() {
        return new Object[][] {{new double[] {1, 2, 3, 4}}, {new double[] {0.5}}, {new double[0]}};
    }

    @Differentiable
    public static double[] penalty2(double[] x) {
        int n = x.length;
        double[] f = new double[2 * n];
        double a = Math.sqrt(1e-5);
        f[0] = x[0] - 0.2;
        double s = n * x[0] * x[0];
        for (int i = 1; i < n; i++) {
            double y = Math.exp((i + 1) / 10.0) + Math.exp(i / 10.0);
            f[i] = a * (Math.exp(x[i] / 10) + Math.exp(x[i - 1] / 10) - y);
            f[n + i - 1] = a * (Math.exp(x[i] / 10) - Math.exp(-0.1));
            s += (n - i) * x[i] * x[i];
        }
        f[2 * n - 1] = s - 1;
        return f;
    }

    static double[][] penalty2Expected(double[] x) {
        int n = x.length;
        double[][] j = new double[2 * n][n];
        double a = Math.sqrt(1e-5) / 10;
        j[0][0] = 1;
        for (int i = 1; i < n; i++) {
            j[i][i] = a * Math.exp(x[i] / 10);
            j[i][i - 1] = a * Math.exp(x[i - 1] / 10);
            j[n + i - 1][i] = j[i][i];
        }
        for (int i = 0; i < n; i++) {
            j[2 * n - 1][i] = 2 * (n - i) * x[i];
        }
        return j;
    }

    static Object[][] penalty2Inputs() {
        return new Object[][] {{new double[] {0.5, 0.6, 0.4, 0.5}}, {new double[] {0.5, 1}}, {new double[] {0.5}}};
    }

    @Differentiable
    public static double[] broydenTridiagonal(double[] x) {
        int n = x.length;
        double[] f = new double[n];
        for (int i = 0; i < n; i++) {
            double before = i == 0 ? 0 : x[i - 1];
            double after = i == n - 1 ? 0 : x[i + 1];
            f[i] = (3 - 2 * x[i]) * x[i] - before - 2 * after + 1;
        }
        return f;
    }

    static double[][] broydenTridiagonalExpected(double[] x) {
        double[][] j = new double[x.length][x.length];
        for (int i = 0; i < x.length; i++) {
            j[i][i] = 3 - 4 * x[i];
            if (i > 0) {
                j[i][i - 1] = -1;
                j[i - 1][i] = -2;
            }
        }
        return j;
    }

    static Object[][] broydenTridiagonalInputs() {
        return new Object[][] {{new double[] {-1, -1, -0.5, 2}}, {new double[] {-1}}, {new double[0]}};
    }

    @Differentiable
    public static double[] discreteIntegral(double[] x) {
        int n = x.length;
        double h = 1.0 / (n + 1);
        double[] f = new double[n];
        for (int i = 0; i < n; i++) {
            double t = (i + 1) * h;
            double below = 0;
            double above = 0;
            for (int j = 0; j < n; j++) {
                double s = (j + 1) * h;
                double c = Math.pow(x[j] + s + 1, 3);
                if (j <= i) {
                    below += s * c;
                } else {
                    above += (1 - s) * c;
                }
            }
            f[i] = x[i] + h * ((1 - t) * below + t * above) / 2;
        }
        return f;
    }

    static double[][] discreteIntegralExpected(double[] x) {
        int n = x.length;
        double h = 1.0 / (n + 1);
        double[][] jacobian = new double[n][n];
        for (int i = 0; i < n; i++) {
            double t = (i + 1) * h;
            for (int j = 0; j < n; j++) {
                double s = (j + 1) * h;
                double w = j <= i ? (1 - t) * s : t * (1 - s);
                jacobian[i][j] = (i == j ? 1 : 0) + h * w * 1.5 * (x[j] + s + 1) * (x[j] + s + 1);
            }
        }
        return jacobian;
    }

    static Object[][] discreteIntegralInputs() {
        return new Object[][] {{new double[] {-0.16, -0.24, -0.2}}, {new double[] {0.3}}, {new double[0]}};
    }

    @Differentiable
    public static double[] linearFullRank(double[] x) {
        double[] f = new double[x.length + 2];
        double sum = 0;
        for (double v : x) {
            sum += v;
        }
        for (int i = 0; i < f.length; i++) {
            f[i] = -2 * sum / f.length - 1;
            if (i < x.length) {
                f[i] += x[i];
            }
        }
        return f;
    }

    static double[][] linearFullRankExpected(double[] x) {
        double[][] j = new double[x.length + 2][x.length];
        for (int i = 0; i < j.length; i++) {
            for (int k = 0; k < x.length; k++) {
                j[i][k] = (i == k ? 1 : 0) - 2.0 / j.length;
            }
        }
        return j;
    }

    static Object[][] linearFullRankInputs() {
        return new Object[][] {{new double[] {1, 1, 1}}, {new double[] {2}}, {new double[0]}};
    }

    @Differentiable
    public static double[] linearRankOne(double[] x) {
        double sum = 0;
        int j = 0;
        while (j < x.length) {
            sum += x[j] * ++j;
        }
        double[] f = new double[5];
        for (int i = 0; i < f.length; i++) {
            f[i] = (i + 1) * sum - 1;
        }
        return f;
    }

    static double[][] linearRankOneExpected(double[] x) {
        double[][] j = new double[5][x.length];
        for (int i = 0; i < 5; i++) {
            for (int k = 0; k < x.length; k++) {
                j[i][k] = (i + 1) * (k + 1);
            }
        }
        return j;
    }

    static Object[][] linearRankOneInputs() {
        return new Object[][] {{new double[] {1, 1, 1}}, {new double[] {2}}};
    }

    @Differentiable
    public static double[] gulf(double[] x) {
        double[] f = new double[10];
        for (int i = 0; i < f.length; i++) {
            double t = (i + 1) / 100.0;
            double y = 25 + Math.pow(-50 * Math.log(t), 2.0 / 3);
            f[i] = Math.exp(-Math.pow(Math.abs(y - x[1]), x[2]) / x[0]) - t;
        }
        return f;
    }

    static double[][] gulfExpected(double[] x) {
        double[][] j = new double[10][];
        for (int i = 0; i < j.length; i++) {
            double y = 25 + Math.pow(-50 * Math.log((i + 1) / 100.0), 2.0 / 3);
            double r = Math.abs(y - x[1]);
            double u = Math.pow(r, x[2]) / x[0];
            double e = Math.exp(-u);
            j[i] = new double[] {e * u / x[0], e * u * x[2] / r * Math.signum(y - x[1]), -e * u * Math.log(r)};
        }
        return j;
    }

    static Object[][] gulfInputs() {
        return new Object[][] {{new double[] {5, 2.5, 0.15}}};
    }
}
