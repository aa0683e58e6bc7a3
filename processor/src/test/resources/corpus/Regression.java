package corpus;

import dev.adjoint.Differentiable;

/** Models of the NIST Statistical Reference Datasets for nonlinear regression, with Jacobians derived by hand. */
public final class Regression {
    private Regression() {}

    private interface Row {
        double[] at(double x);
    }

    private static double[][] rows(double[] x, Row row) {
        double[][] all = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            all[i] = row.at(x[i]);
        }
        return all;
    }

    @Differentiable(wrt = "b")
    public static double[] misra1a(double[] b, double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = b[0] * (1 - Math.exp(-b[1] * x[i]));
        }
        return y;
    }

    static double[][] misra1aExpected(double[] b, double[] x) {
        return rows(x, t -> new double[] {1 - Math.exp(-b[1] * t), b[0] * t * Math.exp(-b[1] * t)});
    }

    static Object[][] misra1aInputs() {
        return new Object[][] {{new double[] {500, 1e-4}, new double[] {77.6, 239.9, 760}}};
    }

    @Differentiable(wrt = "b")
    public static double[] misra1b(double[] b, double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = b[0] * (1 - Math.pow(1 + b[1] * x[i] / 2, -2));
        }
        return y;
    }

    static double[][] misra1bExpected(double[] b, double[] x) {
        return rows(x, t -> {
            double u = 1 + b[1] * t / 2;
            return new double[] {1 - 1 / (u * u), b[0] * t / (u * u * u)};
        });
    }

    static Object[][] misra1bInputs() {
        return new Object[][] {{new double[] {500, 1e-4}, new double[] {77.6, 239.9, 760}}};
    }

    @Differentiable(wrt = "b")
    public static double[] chwirut(double[] b, double[] x) {
        double[] y = new double[x.length];
        int i = 0;
        for (double t : x) {
            y[i++] = Math.exp(-b[0] * t) / (b[1] + b[2] * t);
        }
        return y;
    }

    static double[][] chwirutExpected(double[] b, double[] x) {
        return rows(x, t -> {
            double d = b[1] + b[2] * t;
            double y = Math.exp(-b[0] * t) / d;
            return new double[] {-t * y, -y / d, -t * y / d};
        });
    }

    static Object[][] chwirutInputs() {
        return new Object[][] {{new double[] {0.1, 0.01, 0.02}, new double[] {0.5, 1.75, 6}}};
    }

    @Differentiable(wrt = "b")
    public static double[] lanczos(double[] b, double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            for (int k = 0; k < b.length; k += 2) {
                y[i] += b[k] * Math.exp(-b[k + 1] * x[i]);
            }
        }
        return y;
    }

    static double[][] lanczosExpected(double[] b, double[] x) {
        return rows(x, t -> {
            double[] row = new double[b.length];
            for (int k = 0; k < b.length; k += 2) {
                row[k] = Math.exp(-b[k + 1] * t);
                row[k + 1] = -b[k] * t * row[k];
            }
            return row;
        });
    }

    static Object[][] lanczosInputs() {
        return new Object[][] {{new double[] {1.2, 0.3, 5.6, 5.5, 6.5, 7.6}, new double[] {0, 0.5, 1.15}}};
    }

    @Differentiable(wrt = "b")
    public static double[] gauss(double[] b, double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            double u = (x[i] - b[3]) / b[4];
            double v = (x[i] - b[6]) / b[7];
            y[i] = b[0] * Math.exp(-b[1] * x[i]) + b[2] * Math.exp(-u * u) + b[5] * Math.exp(-v * v);
        }
        return y;
    }

    static double[][] gaussExpected(double[] b, double[] x) {
        return rows(x, t -> {
            double e = Math.exp(-b[1] * t);
            double u = (t - b[3]) / b[4];
            double v = (t - b[6]) / b[7];
            double p = Math.exp(-u * u);
            double q = Math.exp(-v * v);
            return new double[] {
                e,
                -b[0] * t * e,
                p,
                2 * b[2] * p * u / b[4],
                2 * b[2] * p * u * u / b[4],
                q,
                2 * b[5] * q * v / b[7],
                2 * b[5] * q * v * v / b[7]
            };
        });
    }

    static Object[][] gaussInputs() {
        return new Object[][] {
            {new double[] {97, 0.009, 100, 65, 20, 70, 178, 16}, new double[] {1, 60, 120, 200}},
        };
    }

    @Differentiable(wrt = "b")
    public static double[] danWood(double[] b, double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = b[0] * Math.pow(x[i], b[1]);
        }
        return y;
    }

    static double[][] danWoodExpected(double[] b, double[] x) {
        return rows(x, t -> new double[] {Math.pow(t, b[1]), b[0] * Math.pow(t, b[1]) * Math.log(t)});
    }

    static Object[][] danWoodInputs() {
        return new Object[][] {{new double[] {1, 5}, new double[] {1.309, 1.49, 1.69}}};
    }

    private static double polynomial(double x, double... c) {
        double y = 0;
        for (int k = c.length - 1; k >= 0; k--) {
            y = y * x + c[k];
        }
        return y;
    }

    @Differentiable(wrt = "b")
    public static double[] thurber(double[] b, double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = polynomial(x[i], b[0], b[1], b[2], b[3]) / polynomial(x[i], 1, b[4], b[5], b[6]);
        }
        return y;
    }

    static double[][] thurberExpected(double[] b, double[] x) {
        return rows(x, t -> {
            double d = 1 + t * (b[4] + t * (b[5] + t * b[6]));
            double y = (b[0] + t * (b[1] + t * (b[2] + t * b[3]))) / d;
            return new double[] {1 / d, t / d, t * t / d, t * t * t / d, -y * t / d, -y * t * t / d, -y * t * t * t / d
            };
        });
    }

    static Object[][] thurberInputs() {
        return new Object[][] {
            {new double[] {1000, 1000, 400, 40, 0.7, 0.3, 0.03}, new double[] {-3.067, -1.5, 0, 2.2}},
        };
    }

    @Differentiable(wrt = "b")
    public static double[] rat43(double[] b, double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            double e = Math.exp(b[1] - b[2] * x[i]);
            y[i] = b[0] / Math.pow(1 + e, 1 / b[3]);
        }
        return y;
    }

    static double[][] rat43Expected(double[] b, double[] x) {
        return rows(x, t -> {
            double e = Math.exp(b[1] - b[2] * t);
            double p = Math.pow(1 + e, -1 / b[3]);
            double s = -b[0] * p / b[3] * e / (1 + e);
            return new double[] {p, s, -t * s, b[0] * p * Math.log(1 + e) / (b[3] * b[3])};
        });
    }

    static Object[][] rat43Inputs() {
        return new Object[][] {{new double[] {100, 10, 1, 1}, new double[] {1, 8, 15}}};
    }

    @Differentiable(wrt = "b")
    public static double[] enso(double[] b, double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            double w = 2 * Math.PI * x[i];
            y[i] = b[0] + b[1] * Math.cos(w / 12) + b[2] * Math.sin(w / 12);
            for (int k = 3; k < 9; k += 3) {
                y[i] += b[k + 1] * Math.cos(w / b[k]) + b[k + 2] * Math.sin(w / b[k]);
            }
        }
        return y;
    }

    static double[][] ensoExpected(double[] b, double[] x) {
        return rows(x, t -> {
            double w = 2 * Math.PI * t;
            double[] row = {1, Math.cos(w / 12), Math.sin(w / 12), 0, 0, 0, 0, 0, 0};
            for (int k = 3; k < 9; k += 3) {
                double c = Math.cos(w / b[k]);
                double s = Math.sin(w / b[k]);
                row[k] = (b[k + 1] * s - b[k + 2] * c) * w / (b[k] * b[k]);
                row[k + 1] = c;
                row[k + 2] = s;
            }
            return row;
        });
    }

    static Object[][] ensoInputs() {
        return new Object[][] {{new double[] {11, 3, 0.5, 40, -0.7, -1.3, 25, -0.3, 1.4}, new double[] {1, 7, 168}}};
    }

    @Differentiable(wrt = "b")
    public static double[] eckerle4(double[] b, double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            double z = (x[i] - b[2]) / b[1];
            y[i] = b[0] / b[1] * Math.exp(-0.5 * z * z);
        }
        return y;
    }

    static double[][] eckerle4Expected(double[] b, double[] x) {
        return rows(x, t -> {
            double z = (t - b[2]) / b[1];
            double e = Math.exp(-0.5 * z * z) / b[1];
            return new double[] {e, b[0] * e * (z * z - 1) / b[1], b[0] * e * z / b[1]};
        });
    }

    static Object[][] eckerle4Inputs() {
        return new Object[][] {{new double[] {1, 10, 500}, new double[] {450, 480, 500, 523}}};
    }

    @Differentiable(wrt = "b")
    public static double[] bennett5(double[] b, double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = b[0] * Math.pow(b[1] + x[i], -1 / b[2]);
        }
        return y;
    }

    static double[][] bennett5Expected(double[] b, double[] x) {
        return rows(x, t -> {
            double p = Math.pow(b[1] + t, -1 / b[2]);
            double y = b[0] * p;
            return new double[] {p, -y / b[2] / (b[1] + t), y * Math.log(b[1] + t) / (b[2] * b[2])};
        });
    }

    static Object[][] bennett5Inputs() {
        return new Object[][] {{new double[] {-2000, 50, 0.8}, new double[] {7.4, 20, 49.8}}};
    }

    @Differentiable(wrt = "b")
    public static double[] roszman1(double[] b, double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = b[0] - b[1] * x[i] - Math.atan(b[2] / (x[i] - b[3])) / Math.PI;
        }
        return y;
    }

    static double[][] roszman1Expected(double[] b, double[] x) {
        return rows(x, t -> {
            double d = t - b[3];
            double h = Math.PI * (d * d + b[2] * b[2]);
            return new double[] {1, -t, -d / h, -b[2] / h};
        });
    }

    static Object[][] roszman1Inputs() {
        return new Object[][] {{new double[] {0.1, -1e-5, 1000, -100}, new double[] {-4868.68, -990.3, 1500}}};
    }
}
