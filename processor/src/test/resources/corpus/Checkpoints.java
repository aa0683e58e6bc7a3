package corpus;

import dev.adjoint.Checkpoint;
import dev.adjoint.Differentiable;

/** Loops of which reverse mode stores some states only. */
public final class Checkpoints {
    private Checkpoints() {}

    record Body(double x, double v) {}

    record Field(double[] u, double[] v, double energy) {}

    static Object[][] counts(double... xs) {
        Object[][] inputs = new Object[9][];
        int[] counts = {0, 1, 2, 3, 4, 7, 12, 20, 33};
        for (int i = 0; i < counts.length; i++) {
            inputs[i] = new Object[] {xs[0], xs[1], counts[i]};
        }
        return inputs;
    }

    @Differentiable(order = 2)
    @Checkpoint(slots = 3, loop = "time")
    public static double numbers(double x, double r, int n) {
        double s = 0;
        time:
        for (int t = 0; t < n; t++) {
            x = r * x * (1 - x);
            s += Math.sin(x) * t;
        }
        return x * Math.exp(-s * s);
    }

    static Object[][] numbersInputs() {
        return counts(0.3, 2.7);
    }

    @Checkpoint(slots = 2)
    static Body kick(Body b, double k, double dt) {
        double v = b.v() - dt * k * Math.sin(b.x());
        return new Body(b.x() + dt * v, v);
    }

    @Differentiable(order = 2)
    public static double pendulum(double x, double k, int n) {
        Body b = new Body(x, 0.1);
        for (int t = 0; t < n; t++) {
            b = kick(b, k, 0.1);
        }
        return b.x() * b.x() + b.v();
    }

    static Object[][] pendulumInputs() {
        return counts(0.7, 1.3);
    }

    static Object[][] arrays() {
        double[] u = {0.3, -0.2, 0.5, 0.9, -0.4};
        return new Object[][] {
            {u, 0.1, 0}, {u, 0.2, 1}, {u, 0.3, 2}, {u, 0.1, 4}, {u, 0.15, 9}, {u, 0.05, 30},
        };
    }

    static void diffuse(double[] u, double c) {
        double left = u[0];
        for (int i = 1; i < u.length - 1; i++) {
            double mid = u[i];
            u[i] = mid + c * (left - 2 * mid + u[i + 1]) + 0.1 * Math.sin(mid);
            left = mid;
        }
    }

    @Differentiable(order = 2)
    @Checkpoint(slots = 3, loop = "time")
    public static double inPlace(double[] u, double c, int n) {
        time:
        for (int t = 0; t < n; t++) {
            diffuse(u, c);
        }
        return u[1] * u[2] + u[3];
    }

    static Object[][] inPlaceInputs() {
        return arrays();
    }

    @Differentiable
    @Checkpoint(slots = 2, loop = "time")
    public static void voidInPlace(double[] u, double c, int n) {
        u[0] *= c;
        time:
        for (int t = 0; t < n; t++) {
            diffuse(u, c);
        }
        u[1] = Math.sin(u[1]);
    }

    static Object[][] voidInPlaceInputs() {
        return arrays();
    }

    @Differentiable(order = 2)
    @Checkpoint(slots = 3, loop = "time")
    public static double swapped(double[] start, double c, int n) {
        double[] u = start.clone();
        double[] v = new double[u.length];
        time:
        for (int t = 0; t < n; t++) {
            for (int i = 0; i < u.length; i++) {
                v[i] = u[i] * (1 - c) + c * Math.sin(u[(i + 1) % u.length]);
            }
            double[] w = u;
            u = v;
            v = w;
        }
        return u[0] * u[1] + v[2] * v[2];
    }

    static Object[][] swappedInputs() {
        return arrays();
    }

    @Differentiable
    @Checkpoint(slots = 2, loop = "time")
    public static void voidSwapped(double[] u, double[] v, int n) {
        time:
        for (int t = 1; t <= n; t++) {
            for (int i = 0; i < u.length; i++) {
                v[i] = Math.sin(u[i] + 0.3 * v[i] * t);
            }
            double[] w = u;
            u = v;
            v = w;
        }
    }

    static Object[][] voidSwappedInputs() {
        double[] u = {0.3, -0.2};
        double[] v = {0.5, 0.9};
        return new Object[][] {{u, v, 0}, {u, v, 1}, {u, v, 2}, {u, v, 5}, {u, v, 8}};
    }

    @Checkpoint(slots = 2)
    static double[] next(double[] u, double c) {
        double[] next = new double[u.length];
        for (int i = 0; i < u.length; i++) {
            next[i] = u[i] + c * Math.sin(u[(i + 1) % u.length]);
        }
        return next;
    }

    @Differentiable(order = 2)
    public static double made(double[] u, double c, int n) {
        for (int t = 0; t < n; t++) {
            u = next(u, c);
        }
        return u[0] * u[1];
    }

    static Object[][] madeInputs() {
        return arrays();
    }

    @Differentiable
    public static double[] madeArray(double[] u, double c, int n) {
        double[] first = u;
        for (int t = 0; t < n; t++) {
            u = next(u, c * t);
            u[0] += first[1];
        }
        return u;
    }

    static Object[][] madeArrayInputs() {
        return arrays();
    }

    @Differentiable
    @Checkpoint(slots = 2, loop = "time")
    public static double recordOfArrays(double[] start, double c, int n) {
        Field f = new Field(start, new double[start.length], 0);
        time:
        for (int t = 0; t < n; t++) {
            double[] v = f.v().clone();
            double[] u = f.u().clone();
            double e = f.energy();
            for (int i = 0; i < u.length; i++) {
                v[i] -= c * Math.sin(u[i]);
                u[i] += c * v[i];
                e += v[i] * v[i];
            }
            f = new Field(u, v, e);
        }
        return f.energy() * f.u()[0] + f.v()[1];
    }

    static Object[][] recordOfArraysInputs() {
        return arrays();
    }

    @Differentiable
    @Checkpoint(slots = 2, loop = "time")
    public static double matrices(double[][] start, double c, int n) {
        double[][] u = start;
        double[][] v = new double[u.length][u[0].length];
        time:
        for (int t = 0; t < n; t++) {
            for (int i = 0; i < u.length; i++) {
                for (int j = 0; j < u[i].length; j++) {
                    v[i][j] = u[i][j] + c * Math.sin(u[(i + 1) % u.length][j] - u[i][(j + 1) % u[i].length]);
                }
            }
            double[][] w = u;
            u = v;
            v = w;
        }
        return u[0][0] * u[1][1] + v[1][0];
    }

    static Object[][] matricesInputs() {
        double[][] u = {{0.3, -0.2}, {0.5, 0.9}};
        return new Object[][] {{u, 0.1, 0}, {u, 0.2, 1}, {u, 0.3, 5}, {u, 0.1, 8}};
    }

    @Differentiable
    @Checkpoint(slots = 2, loop = "time")
    public static double downwards(double x, double y, int n) {
        boolean odd = false;
        int count = 3;
        double f = y;
        time:
        for (int t = 2 * n + 1; t >= 3; t -= 2) {
            if (odd) {
                x = Math.sin(x * y + t);
            } else {
                f *= Math.cos(x);
                count += t;
            }
            if (count % 5 == 0) {
                continue;
            }
            y += 0.1 * f / count;
            odd = !odd;
        }
        return x + y * f;
    }

    static Object[][] downwardsInputs() {
        return counts(0.4, 1.2);
    }

    @Checkpoint(slots = 2, loop = "time")
    static double simulated(double x, double r, int n) {
        time:
        for (int t = 0; t < n; t++) {
            x = Math.sin(r * x + t);
        }
        return x;
    }

    @Differentiable
    public static double inCallee(double x, double r, int n) {
        return simulated(simulated(x, r, n) * r, 0.5, 2 * n) + x;
    }

    static Object[][] inCalleeInputs() {
        return counts(0.4, 1.2);
    }

    @Differentiable
    @Checkpoint(slots = 2, loop = "inner")
    public static double nested(double[] u, double c, int n) {
        double s = 0;
        for (int k = 0; k < 3; k++) {
            double[] w = {c, s};
            inner:
            for (int t = 0; t < n; t++) {
                diffuse(u, c);
                w[1] += w[0] * u[t % u.length];
            }
            u[2] *= Math.sin(w[1]);
            s += u[1] * w[1];
        }
        return s;
    }

    static Object[][] nestedInputs() {
        return arrays();
    }

    @Checkpoint(slots = 2)
    static double[] twice(double[] u, double c) {
        double[] v = u;
        for (int t = 0; t < 5; t++) {
            v = next(v, c);
        }
        return v;
    }

    @Differentiable
    public static double bothLevels(double[] u, double c, int n) {
        for (int t = 0; t < n; t++) {
            u = twice(u, c);
        }
        return u[0] + u[1] * u[2];
    }

    static Object[][] bothLevelsInputs() {
        return arrays();
    }

    @Differentiable
    @Checkpoint(slots = 2, loop = "controls")
    public static double controlled(double[] controls, double x) {
        double v = 0;
        controls:
        for (double c : controls) {
            v += 0.1 * (c - Math.sin(x));
            x += 0.1 * v;
        }
        return x * x + v;
    }

    static Object[][] controlledInputs() {
        return new Object[][] {{new double[] {0.2, 0.5, -0.3, 0.9, 0.1, 0.7, -0.6}, 0.4}, {new double[0], 0.4}};
    }

    @Differentiable
    @Checkpoint(slots = 2, loop = "time")
    public static double inputChangedLater(double[] a, double x, int n) {
        time:
        for (int t = 0; t < n; t++) {
            x = Math.cos(a[t % a.length] * x);
        }
        a[0] = x * a[1];
        a[1] = 2;
        return a[0] * a[0] + a[1];
    }

    static Object[][] inputChangedLaterInputs() {
        return arrays();
    }

    @Differentiable
    @Checkpoint(slots = 2, loop = "time")
    public static double sameArray(double[] a, double[] b, int n) {
        double[] u = a;
        double[] v = b;
        time:
        for (int t = 0; t < n; t++) {
            u[0] = Math.cos(v[1] * u[0]);
            v[1] += u[1] * b[0];
            double[] w = u;
            u = v;
            v = w;
        }
        return u[0] * v[1] + a[0];
    }

    static Object[][] sameArrayInputs() {
        double[] a = {1.3, -0.8};
        return new Object[][] {{a, a, 0}, {a, a, 1}, {a, a, 4}, {a, new double[] {0.7, 0.1}, 5}};
    }

    @Differentiable
    @Checkpoint(slots = 1, loop = "time")
    public static double dropped(double[] a, double x, int n) {
        double[] u = a;
        time:
        for (int t = 0; t < n; t++) {
            u[0] *= Math.cos(x + t);
            u = u.clone();
            u[1] += u[0];
        }
        return a[0] * a[0] + u[0] * u[1];
    }

    static Object[][] droppedInputs() {
        return arrays();
    }

    static double chain(double x, int n) {
        return n <= 0 ? x : Math.sin(chain(x, n - 1) * 1.1);
    }

    @Differentiable
    @Checkpoint(slots = 2, loop = "time")
    public static double recursionInStep(double x, double r, int n) {
        time:
        for (int t = 0; t < n; t++) {
            x = r * chain(x, t % 4);
        }
        return x;
    }

    static Object[][] recursionInStepInputs() {
        return counts(0.4, 1.2);
    }

    @Differentiable
    @Checkpoint(slots = 1000, loop = "time")
    public static double moreSlotsThanSteps(double x, double r, int n) {
        time:
        for (int t = 0; t < n; t++) {
            x = Math.sin(r * x);
        }
        return x;
    }

    static Object[][] moreSlotsThanStepsInputs() {
        return counts(0.4, 1.2);
    }

    @Differentiable
    public static double differentiatedAgain(double x, double r, int n) {
        return CheckpointsGrad.numbersJvp(x, r, n, 1, 0.5) + CheckpointsGrad.inCalleeGrad(x, r, n).x();
    }

    static Object[][] differentiatedAgainInputs() {
        return counts(0.4, 1.2);
    }
}
