package corpus;

import dev.adjoint.Differentiable;

/**
 * Results that loops fill element by element, as residuals of observations are: the row of an element looks at the
 * iterations that write it, and at no others.
 */
public final class JacobianBlocks {
    private JacobianBlocks() {}

    @Differentiable(wrt = "p")
    public static double[] curve(double[] p, double[] x, double[] y) {
        double[] r = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            r[i] = y[i] - p[0] * Math.exp(-p[1] * x[i]) - p[2];
        }
        return r;
    }

    static Object[][] curveInputs() {
        double[] x = {0.1, 0.4, 0.9, 1.5, 2.2};
        double[] y = {1, 0.7, 0.5, 0.3, 0.1};
        return new Object[][] {
            {new double[] {1.2, 0.7, 0.1}, x, y},
            {new double[] {0, 0.7, 0.1}, x, y},
            {new double[] {0.3, 1, -1, 4, 5, 6, 7}, new double[] {2}, new double[] {1}},
            {new double[] {1, 2, 3}, new double[0], new double[0]},
            {new double[0], new double[0], new double[0]},
            {new double[] {1, 2, 3}, x, new double[] {1, 2}}
        };
    }

    static double[][] curveExpected(double[] p, double[] x, double[] y) {
        double[][] j = new double[x.length][p.length];
        for (int i = 0; i < x.length; i++) {
            double e = Math.exp(-p[1] * x[i]);
            j[i][0] = -e;
            j[i][1] = p[0] * x[i] * e;
            j[i][2] = -1;
        }
        return j;
    }

    @Differentiable
    public static double[] tridiagonal(double[] x) {
        int n = x.length;
        double[] r = new double[n];
        for (int i = 0; i < n; i++) {
            double left = i > 0 ? x[i - 1] : 0;
            double right = i < n - 1 ? x[i + 1] : 0;
            r[i] = (3 - 2 * x[i]) * x[i] - left - 2 * right + 1;
        }
        return r;
    }

    /** Cameras are a rotation about an axis, a place and a focal length. */
    @Differentiable(wrt = {"cameras", "points"})
    public static double[] bundle(double[] cameras, double[] points, int[] camera, int[] point, double[] seen) {
        double[] r = new double[2 * camera.length];
        for (int i = 0; i < camera.length; i++) {
            double[] at = project(cameras, 7 * camera[i], points, 3 * point[i]);
            r[2 * i] = at[0] - seen[2 * i];
            r[2 * i + 1] = at[1] - seen[2 * i + 1];
        }
        return r;
    }

    private static double[] project(double[] c, int k, double[] p, int at) {
        double[] d = {p[at] - c[k + 3], p[at + 1] - c[k + 4], p[at + 2] - c[k + 5]};
        double squared = c[k] * c[k] + c[k + 1] * c[k + 1] + c[k + 2] * c[k + 2];
        double[] q = new double[3];
        if (squared != 0) {
            double angle = Math.sqrt(squared);
            double[] axis = {c[k] / angle, c[k + 1] / angle, c[k + 2] / angle};
            double dot = axis[0] * d[0] + axis[1] * d[1] + axis[2] * d[2];
            for (int j = 0; j < 3; j++) {
                int u = (j + 1) % 3;
                int v = (j + 2) % 3;
                double cross = axis[u] * d[v] - axis[v] * d[u];
                q[j] = d[j] * Math.cos(angle) + cross * Math.sin(angle) + axis[j] * dot * (1 - Math.cos(angle));
            }
        } else {
            for (int j = 0; j < 3; j++) {
                q[j] = d[j] + c[k + (j + 1) % 3] * d[(j + 2) % 3] - c[k + (j + 2) % 3] * d[(j + 1) % 3];
            }
        }
        return new double[] {c[k + 6] * q[0] / q[2], c[k + 6] * q[1] / q[2]};
    }

    static Object[][] bundleInputs() {
        double[] cameras = {0.1, -0.2, 0.3, 0.5, 0.1, -4, 1.5, 0, 0, 0, -0.5, 0.2, -5, 1.1};
        double[] points = {0.2, 0.3, 0.4, -0.6, 0.2, 0.9, 0.5, -0.5, 0.1};
        int[] camera = {0, 1, 1, 0};
        int[] point = {2, 0, 1, 1};
        double[] seen = {0.1, 0.2, 0, -0.1, 0.3, 0.1, 0.2, 0.2};
        return new Object[][] {
            {cameras, points, camera, point, seen},
            {cameras, points, new int[0], new int[0], seen},
            {cameras, points, camera, new int[] {0, 1, 2, 3}, seen}
        };
    }

    /** A running index, an element that is changed twice, and one after the loop. */
    @Differentiable
    public static double[] springs(double[] x, int[][] springs, double[] rest) {
        double[] r = new double[springs.length + 1];
        int k = 0;
        for (int[] s : springs) {
            double dx = x[2 * s[0]] - x[2 * s[1]];
            double dy = x[2 * s[0] + 1] - x[2 * s[1] + 1];
            r[k] = Math.hypot(dx, dy);
            r[k] -= rest[k];
            r[k] *= 0.5 + k;
            k++;
        }
        r[k] = x[0] * x[1];
        return r;
    }

    static Object[][] springsInputs() {
        double[] x = {0.1, 0.9, 1.2, -0.3, 0.4, 1.7};
        return new Object[][] {
            {x, new int[][] {{0, 1}, {1, 2}, {2, 0}}, new double[] {0.7, 1.1, 0.9}},
            {x, new int[0][], new double[0]},
        };
    }

    /** Residuals of several numbers each, in an inner loop, weighted before the loop by what is differentiated. */
    @Differentiable
    public static double[] poses(double[] pose, double[][] seen, double weight) {
        double[] turned = new double[] {Math.cos(pose[2]), Math.sin(pose[2]), weight * weight};
        double[] r = new double[3 * seen.length];
        for (int i = 0; i < seen.length; i++) {
            double[] s = seen[i];
            double[] at = {
                turned[0] * s[0] - turned[1] * s[1] + pose[0],
                turned[1] * s[0] + turned[0] * s[1] + pose[1],
                s[0] * s[1]
            };
            for (int k = 0; k < 3; k++) {
                r[3 * i + k] = turned[2] * (at[k] - k);
            }
        }
        return r;
    }

    static Object[][] posesInputs() {
        double[] pose = {0.3, -0.7, 1.1};
        return new Object[][] {
            {pose, new double[][] {{1, 2}, {0.5, -0.2}, {0.1, 0.3}}, 0.8}, {pose, new double[0][], 0.5},
        };
    }

    /** Distances between all pairs: the index tells nothing, so the sweep has to remember. */
    @Differentiable
    public static double[] distances(double[] x, double[] wanted) {
        int n = x.length / 2;
        double[] r = new double[n * (n - 1) / 2];
        int k = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double dx = x[2 * i] - x[2 * j];
                double dy = x[2 * i + 1] - x[2 * j + 1];
                r[k] = Math.sqrt(dx * dx + dy * dy) - wanted[k];
                k++;
            }
        }
        return r;
    }

    static Object[][] distancesInputs() {
        return new Object[][] {
            {new double[] {0.1, 0.9, 1.2, -0.3, 0.4, 1.7, 2, 2.5}, new double[] {1, 2, 1, 2, 1, 2}},
            {new double[] {0.1, 0.9}, new double[0]},
            {new double[0], new double[0]}
        };
    }

    /** Only some observations have a residual. */
    @Differentiable(wrt = "p")
    public static double[] some(double[] p, double[] x, boolean[] valid) {
        int m = 0;
        for (boolean v : valid) {
            m += v ? 1 : 0;
        }
        double[] r = new double[m];
        int k = 0;
        for (int i = 0; i < x.length; i++) {
            if (valid[i]) {
                r[k++] = p[0] * Math.sin(p[1] * x[i]);
            }
        }
        return r;
    }

    static Object[][] someInputs() {
        double[] p = {2, 0.4};
        double[] x = {1, 2, 3, 4, 5};
        return new Object[][] {
            {p, x, new boolean[] {true, false, false, true, true}},
            {p, x, new boolean[] {false, false, false, false, false}},
            {p, x, new boolean[] {true, true}}
        };
    }

    /** Several iterations write one element: the last one counts. */
    @Differentiable
    public static double[] overwritten(double[] x, int[] to) {
        double[] r = new double[4];
        for (int i = 0; i < to.length; i++) {
            r[to[i]] = x[i] * x[i % 2] * (i + 1);
        }
        return r;
    }

    /** Several iterations add to one element. */
    @Differentiable
    public static double[] added(double[] x, int[] to) {
        double[] r = new double[5];
        for (int i = 0; i < to.length; i++) {
            r[to[i]] += Math.exp(x[i] * 0.3) * x[(i + 1) % x.length];
        }
        return r;
    }

    static Object[][] overwrittenInputs() {
        double[] x = {0.4, 0.7, -0.5, 1.3, 0.6, 0.9};
        return new Object[][] {
            {x, new int[] {3, 0, 3, 1, 0, 3}}, {x, new int[] {1, 1, 1}}, {x, new int[0]}, {x, new int[] {4}}
        };
    }

    static Object[][] addedInputs() {
        return overwrittenInputs();
    }

    /** As in finite elements: each writes beyond its own. */
    @Differentiable
    public static double[] assembled(double[] x) {
        int n = x.length - 1;
        double[] r = new double[x.length];
        for (int i = 0; i < n; i++) {
            double flux = (x[i + 1] - x[i]) * (1 + x[i] * x[i]);
            r[i] += flux;
            r[i + 1] -= flux;
        }
        return r;
    }

    /** An element is read by the iteration after it. */
    @Differentiable
    public static double[] recurrence(double[] x) {
        double[] r = new double[x.length];
        r[0] = x[0];
        for (int i = 1; i < x.length; i++) {
            r[i] = r[i - 1] * x[i] + x[0];
        }
        return r;
    }

    /** The element before is read where it has just been written. */
    @Differentiable
    public static double[] twoSteps(double[] x) {
        double[] r = new double[2 * x.length];
        for (int i = 0; i < x.length; i++) {
            r[2 * i] = Math.sin(x[i]);
            r[2 * i + 1] = r[2 * i] * x[(i + 1) % x.length];
            r[2 * i] *= r[2 * i] + 3;
        }
        return r;
    }

    /** What a loop has written flows into what comes after it. */
    @Differentiable
    public static double[] readAfterwards(double[] x, int n) {
        double[] r = new double[n + 2];
        r[0] = x[1];
        for (int i = 0; i < n; i++) {
            r[i + 1] = x[i % x.length] * x[0];
            r[0] += x[i % x.length] * 0.5;
        }
        r[n + 1] = r[0] * x[0];
        return r;
    }

    static Object[][] readAfterwardsInputs() {
        double[] x = {0.4, 0.7, -0.5};
        return new Object[][] {{x, 4}, {x, 0}, {x, 1}};
    }

    @Differentiable
    public static double[] handedOn(double[] x) {
        double[] r = new double[x.length];
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            s += x[i] * x[i];
            r[i] = s * x[0];
        }
        return r;
    }

    /** The place of the numbers in between is the same for all iterations. */
    @Differentiable
    public static double[] sharedScratch(double[] x, double[] y) {
        double[] t = new double[2];
        double[] r = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            t[0] = x[0] * y[i];
            if (i % 2 == 0) {
                t[1] = Math.cos(t[0] * x[1]);
            }
            r[i] = t[0] + t[1];
        }
        return r;
    }

    @Differentiable
    public static double[] ownScratch(double[] x, double[] y) {
        double[] r = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            double[] t = new double[x.length];
            for (int k = 0; k < x.length; k++) {
                t[k] = Math.sin(x[k] * y[i]) + (k > 0 ? t[k - 1] : 0);
            }
            for (int k = 0; k < x.length; k++) {
                r[i] += t[k] * t[k];
            }
            r[i] *= 0.5;
        }
        return r;
    }

    @Differentiable
    public static double[] fromAnother(double[] x, double[] y) {
        double[] r = y.clone();
        for (int i = 0; i < y.length; i++) {
            r[i] -= x[0] * i + x[1] * y[i];
        }
        return r;
    }

    @Differentiable
    public static double[] regularised(double[] p, double[] x) {
        int m = x.length;
        double[] r = new double[m + p.length];
        for (int i = 0; i < m; i++) {
            r[i] = p[0] + p[1] * x[i] + p[1] * p[0] * x[i] * x[i];
        }
        for (int j = 0; j < p.length; j++) {
            r[m + j] = 0.1 * p[j] * p[j];
        }
        return r;
    }

    @Differentiable
    public static double[] descending(double[] x) {
        double[] r = new double[x.length];
        for (int i = x.length - 1; i >= 0; i--) {
            r[i] = x[i] * x[x.length - 1 - i];
        }
        return r;
    }

    @Differentiable
    public static double[] everyThird(double[] x) {
        double[] r = new double[x.length];
        for (int i = 1; i < x.length; i += 3) {
            r[i] = x[i] * x[i - 1];
            r[i - 1] = Math.exp(x[i]);
        }
        return r;
    }

    @Differentiable
    public static double[] grid(double[] u, int w, int h) {
        double[] r = new double[w * h];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int at = y * w + x;
                double right = x + 1 < w ? u[at + 1] : 0;
                double below = y + 1 < h ? u[at + w] : 0;
                r[at] = u[at] * u[at] - 0.25 * (right + below * u[at]);
            }
        }
        return r;
    }

    static Object[][] gridInputs() {
        double[] u = {0.4, 0.7, -0.5, 1.3, 0.6, 0.9};
        return new Object[][] {{u, 3, 2}, {u, 2, 3}, {u, 6, 1}, {u, 0, 2}, {u, 3, 3}};
    }

    /** An equation is solved for each observation. */
    @Differentiable
    public static double[] solved(double[] p, double[] x) {
        double[] r = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double z = x[i];
            double step = 1;
            while (Math.abs(step) > 1e-13) {
                step = (z * z * z + p[0] * z - p[1] * x[i]) / (3 * z * z + p[0]);
                z -= step;
            }
            if (z < 0.9) {
                r[i] = z * p[1];
            } else if (z < 2) {
                r[i] = Math.log(z) + p[0];
            }
        }
        return r;
    }

    static Object[][] solvedInputs() {
        return new Object[][] {{new double[] {1.5, 2.5}, new double[] {0.4, 1.1, 2.3, 5, 20}}};
    }

    /** The loop runs several times, and each time adds to what is there. */
    @Differentiable
    public static double[] rounds(double[] x, int rounds) {
        double[] r = new double[x.length];
        double scale = x[0];
        for (int t = 0; t < rounds; t++) {
            for (int i = 0; i < x.length; i++) {
                r[i] += scale * x[i] * x[(i + t) % x.length];
            }
            scale = Math.sin(scale + x[t % x.length]);
        }
        return r;
    }

    static Object[][] roundsInputs() {
        double[] x = {0.4, 0.7, -0.5, 1.3};
        return new Object[][] {{x, 3}, {x, 0}, {x, 6}};
    }

    @Differentiable
    public static float[] inSinglePrecision(float[] p, float[] x) {
        float[] r = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            r[i] = p[0] * (float) Math.exp(p[1] * x[i]);
        }
        return r;
    }

    /** Writes into its own parameter as well. */
    @Differentiable
    public static double[] changesItsParameter(double[] x) {
        double[] r = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] *= 2;
            r[i] = x[i] * x[0];
        }
        return r;
    }

    @Differentiable
    public static double[] rowsOfRows(double[][] a, double[] x) {
        double[] r = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < a[i].length; k++) {
                r[i] += a[i][k] * x[k];
            }
            r[i] = Math.tanh(r[i]);
        }
        return r;
    }

    static Object[][] rowsOfRowsInputs() {
        double[] x = {0.4, 0.7, -0.5};
        return new Object[][] {
            {new double[][] {{1, 2, 0.3}, {0.4}, {}, {0.1, 0.2, -0.3}}, x}, {new double[0][], x},
        };
    }

    @Differentiable
    public static double[] throwing(double[] p, double[] x) {
        double[] r = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            if (x[i] < 0) {
                throw new IllegalArgumentException("x[" + i + "] is negative");
            }
            r[i] = p[0] * Math.sqrt(x[i] * p[1]);
        }
        return r;
    }

    static Object[][] throwingInputs() {
        double[] p = {1.2, 0.7};
        return new Object[][] {{p, new double[] {1, 2, 3}}, {p, new double[] {1, -2, 3}}};
    }

    /** Ends before the last observation. */
    @Differentiable(wrt = "p")
    public static double[] stopping(double[] p, double[] x) {
        double[] r = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 3) {
                break;
            }
            r[i] = p[0] * x[i] * p[1];
        }
        return r;
    }

    static Object[][] stoppingInputs() {
        return new Object[][] {{new double[] {1.2, 0.7}, new double[] {1, 2, 4, 1}}};
    }

    /** Red and black cells in turn: the same loop starts elsewhere each time. */
    @Differentiable
    public static double[] colours(double[] x, double[] y) {
        double[] r = new double[x.length];
        for (int colour = 0; colour < 2; colour++) {
            for (int i = colour; i < x.length; i += 2) {
                r[i] = x[i] * Math.sin(y[i] * (colour + 1));
            }
        }
        return r;
    }

    /** An inner loop that is not always as long: what was written by an iteration may have no counterpart. */
    @Differentiable
    public static double[] ragged(double[] x, int[] lengths) {
        double[] r = new double[x.length];
        double factor = 1;
        for (int length : lengths) {
            factor *= x[0];
            for (int i = 0; i < length; i++) {
                r[(i * 7) % x.length] += factor * x[i] * x[i];
            }
            for (int i = length; i < x.length; i++) {
                r[i] += x[i] * factor * factor;
            }
        }
        return r;
    }

    static Object[][] raggedInputs() {
        double[] x = {0.4, 0.7, -0.5, 1.3};
        return new Object[][] {{x, new int[] {1, 3, 0, 4}}, {x, new int[0]}};
    }

    /** The index falls, from the end, two at a time. */
    @Differentiable(wrt = "p")
    public static double[] backwards(double[] p, double[] x) {
        double[] r = new double[2 * x.length];
        int k = 2 * x.length;
        for (int i = 0; i < x.length; i++) {
            r[--k] = p[0] * x[i] * x[i];
            r[--k] = Math.exp(p[1] * x[i]);
        }
        return r;
    }

    /** Each iteration writes one element more than the one before. */
    @Differentiable
    public static double[] triangle(double[] x) {
        int n = x.length;
        double[] r = new double[n * (n + 1) / 2];
        int k = 0;
        for (int i = 0; i < n; i++) {
            double own = x[i] * x[i];
            for (int j = 0; j <= i; j++) {
                r[k + j] = own * x[j];
            }
            k += i + 1;
        }
        return r;
    }

    /** Of four elements an iteration writes the second alone, and one loop follows the other. */
    @Differentiable
    public static double[] gaps(double[] x, double[] y) {
        double[] r = new double[4 * x.length + 1];
        for (int i = 0; i < x.length; i++) {
            r[4 * i + 1] = x[i] / (1 + y[i] * y[i]);
        }
        for (int i = 1; i <= x.length; i++) {
            r[4 * i - 2] = x[i - 1] * r.length;
            r[4 * i] = x[0] * y[i - 1];
        }
        return r;
    }

    /** The inner loop writes an element in more iterations the first time than the last. */
    @Differentiable
    public static double[] shrinking(double[] x, int[] to) {
        double[] r = new double[3];
        for (int i = 0; i < to.length; i++) {
            for (int j = i; j < x.length; j++) {
                r[to[(i + j) % to.length]] += x[j] * x[i] * (j + 1);
            }
            for (int j = x.length - 1 - i; j >= 0; j--) {
                r[to[j % to.length]] -= x[j] * x[j] * x[i];
            }
        }
        return r;
    }

    static Object[][] shrinkingInputs() {
        double[] x = {0.4, 0.7, -0.5, 1.3, 0.6};
        return new Object[][] {{x, new int[] {2, 0, 1, 0}}, {x, new int[] {1, 1, 1}}, {x, new int[0]}};
    }
}
