package corpus;

import dev.adjoint.Differentiable;
import dev.adjoint.Differentiable.Mode;

/** Results that are longer than what they depend on: several columns at a time, and what is left over. */
public final class JacobianColumns {
    private JacobianColumns() {}

    static double[] first(int n) {
        double[] a = {0.3, 1.2, -0.4, 0.9, 2, 0.7, -1.1, 0.2, 1.5, 0.6, 0.1};
        return java.util.Arrays.copyOf(a, n);
    }

    @Differentiable(wrt = "p")
    public static double[] fit(double[] p, int m) {
        double[] r = new double[m];
        for (int i = 0; i < m; i++) {
            for (int k = 0; k < p.length; k++) {
                r[i] += Math.sin(p[k] * (i + 1)) * p[(k + 1) % p.length];
            }
        }
        return r;
    }

    static Object[][] fitInputs() {
        return new Object[][] {
            {first(0), 12},
            {first(1), 12},
            {first(3), 12},
            {first(4), 12},
            {first(5), 12},
            {first(8), 12},
            {first(11), 12}
        };
    }

    @Differentiable(wrt = {"p", "q", "s"})
    public static double[] byThree(double[] p, double[] q, double s, int m) {
        double[] r = new double[m];
        for (int i = 0; i < m; i++) {
            r[i] = s * p[i % p.length] * q[i % q.length] + s * s;
        }
        return r;
    }

    static Object[][] byThreeInputs() {
        return new Object[][] {{first(5), first(2), 0.7, 13}, {first(1), first(6), 0.7, 9}, {first(4), first(4), 2.0, 3}
        };
    }

    @Differentiable(wrt = "p", modes = Mode.FORWARD)
    public static double[] forwardOnly(double[] p, int m) {
        double[] r = new double[m];
        double s = 0;
        for (double e : p) {
            s += e * e * e;
        }
        for (int i = 0; i < m; i++) {
            r[i] = s * i;
        }
        return r;
    }

    static Object[][] forwardOnlyInputs() {
        return new Object[][] {{first(6), 2}, {first(4), 0}, {first(0), 2}, {first(7), 9}};
    }

    @Differentiable(wrt = "p")
    public static double[] branches(double[] p, int m) {
        double[] r = new double[m];
        for (int i = 0; i < m; i++) {
            double x = p[i % p.length];
            if (x > 0.5) {
                x = x * x + p[0];
                if (i > 5) {
                    continue;
                }
            } else if (i == 3) {
                r[i] = Math.sqrt(x * x + 1);
                continue;
            }
            r[i] = switch (i % 3) {
                case 0 -> x * p[1];
                case 1 -> Math.exp(x);
                default -> {
                    double y = x;
                    while (y * y < 3 && y > -2) {
                        y = y * 2 + 0.1 * p[2] - 0.5;
                    }
                    yield y;
                }
            };
        }
        return r;
    }

    static Object[][] branchesInputs() {
        return new Object[][] {{first(5), 12}, {first(9), 12}};
    }

    @Differentiable(wrt = "p")
    public static double[] written(double[] p, double[][] t, int m) {
        double[] r = new double[m];
        double[][] rows = new double[m][2];
        for (int i = 0; i < p.length; i++) {
            p[i] *= p[(i + 1) % p.length];
        }
        for (int i = 0; i < m; i++) {
            rows[i][i % 2] = p[i % p.length] * t[i % t.length][0];
            rows[i] = i > 2 ? rows[i - 1] : rows[i];
            r[i] = rows[i][0] + rows[i][1] * p[0];
        }
        System.arraycopy(r, 0, r, 1, m / 2);
        java.util.Arrays.fill(r, m - 1, m, p[0]);
        return r;
    }

    static Object[][] writtenInputs() {
        return new Object[][] {{first(5), new double[][] {{2}, {0.5, 1}}, 12}, {first(4), new double[][] {{2}}, 4}};
    }

    @Differentiable
    public static float[] floats(float[] p, int m) {
        float[] r = new float[m];
        for (int i = 0; i < m; i++) {
            r[i] = p[i % p.length] * p[0];
        }
        return r;
    }

    static Object[][] floatsInputs() {
        return new Object[][] {{new float[] {1, 2, 0.5f, 3, 4}, 12}};
    }

    @Differentiable
    public static double[][] table(double[] p) {
        double[][] r = new double[p.length][3];
        for (int i = 0; i < p.length; i++) {
            r[i][1] = p[i] * p[0];
            r[i][2] = Math.cos(p[i]);
        }
        return r;
    }

    static Object[][] tableInputs() {
        return new Object[][] {{first(5)}, {first(8)}};
    }

    record Point(double x, double y) {}

    @Differentiable(wrt = "p")
    public static double[] withRecords(double[] p, Point[] points, Point centre) {
        double[] r = new double[points.length];
        for (int i = 0; i < r.length; i++) {
            Point moved = new Point(points[i].x * p[0] + p[1], points[i].y * p[2] - centre.y * p[3]);
            r[i] = moved.x * moved.y * p[4];
        }
        return r;
    }

    static Object[][] withRecordsInputs() {
        Point[] points = new Point[9];
        for (int i = 0; i < points.length; i++) {
            points[i] = new Point(0.1 * i, 1 - 0.2 * i);
        }
        return new Object[][] {{first(5), points, new Point(1, 2)}};
    }

    @Differentiable
    public static double[] kinks(double[] p) {
        double[] r = new double[2 * p.length];
        for (int i = 0; i < p.length; i++) {
            r[2 * i] = Math.sqrt(p[i] * p[i] + 0.1) * Math.max(p[i], p[0] * 2);
            r[2 * i + 1] = 1 / (1 + Math.exp(-p[i])) + Math.pow(2 + p[i], p[0]);
        }
        return r;
    }

    static Object[][] kinksInputs() {
        return new Object[][] {{first(7)}};
    }

    @Differentiable
    public static double[] outOfRange(double[] p, int m) {
        double unused = p[6];
        double[] r = new double[m];
        for (int i = 0; i < m; i++) {
            r[i] = p[i % 4] * p[0];
        }
        return r;
    }

    static Object[][] outOfRangeInputs() {
        return new Object[][] {{first(4), 9}, {first(8), 9}, {first(5), 0}};
    }

    @Differentiable
    public static double[] recursive(double[] p) {
        double[] r = new double[9];
        for (int i = 0; i < r.length; i++) {
            r[i] = power(p[i % p.length], i);
        }
        return r;
    }

    static Object[][] recursiveInputs() {
        return new Object[][] {{first(5)}};
    }

    private static double power(double x, int n) {
        return n == 0 ? 1 : x * power(x, n - 1);
    }

    @Differentiable
    public static double inside(double[] p) {
        double[][] j = JacobianColumnsGrad.fitJacobian(p, 7);
        return j[0][0] * j[6][p.length - 1] + j[3][p.length / 2];
    }

    static Object[][] insideInputs() {
        return new Object[][] {{first(5)}, {first(4)}, {first(1)}};
    }
}
