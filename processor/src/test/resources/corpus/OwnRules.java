package corpus;

import dev.adjoint.Checkpoint;
import dev.adjoint.DerivativeOf;
import dev.adjoint.Differentiable;
import dev.adjoint.Differentiable.Mode;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Methods whose derivatives are given by rules, in every form that a rule can have. */
public final class OwnRules {
    private OwnRules() {}

    // ------------------------------------------------------------------------------- partial derivatives

    /** What is in here can't be differentiated as it is written. */
    static double cube(double x) {
        return Double.parseDouble(Double.toString(x * x * x));
    }

    @DerivativeOf(type = OwnRules.class, method = "cube")
    static double cubePartial(double x, double y) {
        return 3 * x * x;
    }

    static double weigh(int n, double a, boolean twice, double b) {
        return Double.parseDouble(Double.toString((twice ? 2 : 1) * n * a * a * b));
    }

    @DerivativeOf(type = OwnRules.class, method = "weigh")
    static double[] weighPartials(int n, double a, boolean twice, double b, double y) {
        double k = twice ? 2 : 1;
        return new double[] {2 * k * n * a * b, k * n * a * a};
    }

    record Weights(double a, float b) {}

    static float mixed(double a, int n, float b) {
        return Float.parseFloat(Float.toString((float) (a * a * n) * b));
    }

    @DerivativeOf(type = OwnRules.class, method = "mixed")
    static Weights mixedPartials(double a, int n, float b, float y) {
        return new Weights(2 * a * n * b, (float) (a * a * n));
    }

    static double narrow(float x) {
        return Double.parseDouble(Double.toString((double) x * x));
    }

    @DerivativeOf(type = OwnRules.class, method = "narrow")
    static float narrowPartial(float x, double y) {
        return 2 * x;
    }

    static float narrow(double x) {
        return Float.parseFloat(Float.toString((float) (x * x * x)));
    }

    @DerivativeOf(type = OwnRules.class, method = "narrow")
    static double narrowFromDouble(double x, float y) {
        return 3 * x * x;
    }

    static double chebyshev(double x, double[] coefficients, List<String> log) {
        double value = coefficients[0] + coefficients[1] * x + coefficients[2] * (2 * x * x - 1);
        log.add(Double.toString(value));
        return value;
    }

    @DerivativeOf(type = OwnRules.class, method = "chebyshev", wrt = "x")
    static double chebyshevPartial(double x, double[] coefficients, List<String> log, double y) {
        return coefficients[1] + 4 * coefficients[2] * x;
    }

    @Differentiable(order = 2)
    public static double onePartial(double x) {
        return cube(x) * x + cube(cube(x));
    }

    @Differentiable(order = 2)
    public static double severalPartials(double a, double b) {
        return weigh(3, a, true, b) + weigh(2, b, false, a * b);
    }

    @Differentiable
    public static float twoPrecisions(float a, float b) {
        return mixed(a, 2, b) * b;
    }

    @Differentiable
    public static float overloads(float x) {
        return (float) narrow(x) * narrow((double) x);
    }

    @Differentiable(order = 2)
    public static double heldConstant(double x) {
        double[] coefficients = {1, 2, 3};
        List<String> log = new java.util.ArrayList<>();
        double y = chebyshev(x, coefficients, log) * x;
        coefficients[1] = 7;
        return y * chebyshev(x, coefficients, log);
    }

    private static double simpson(DoubleUnaryOperator f, double a, double b) {
        return (b - a) / 6 * (f.applyAsDouble(a) + 4 * f.applyAsDouble((a + b) / 2) + f.applyAsDouble(b));
    }

    @Differentiable(order = 2)
    public static double byReference(double a, double b) {
        return simpson(OwnRules::cube, a, b) + simpson(t -> cube(t * a), 0, b);
    }

    @Differentiable
    public static double inBranchesAndLoops(double x, int n) {
        double s = x;
        for (int i = 0; i < n % 4; i++) {
            if (s > 0) {
                s = cube(s) * 0.5;
            } else {
                s = s * x + weigh(2, s, false, x);
            }
        }
        return s;
    }

    // ----------------------------------------------------------------------------------- arrays to numbers

    static double energy(double[] x, double k) {
        double s = 0;
        for (double v : x) {
            s += k * v * v * v;
        }
        return Double.parseDouble(Double.toString(s));
    }

    @DerivativeOf(type = OwnRules.class, method = "energy")
    static double energyVjp(double[] x, double k, double yBar, double[] xBar) {
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            xBar[i] += yBar * 3 * k * x[i] * x[i];
            s += x[i] * x[i] * x[i];
        }
        return yBar * s;
    }

    static double dot(double[] a, double[] b) {
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s += a[i] * b[i];
        }
        return Double.parseDouble(Double.toString(s));
    }

    record Pair(double[] a, double[] b) {}

    @DerivativeOf(type = OwnRules.class, method = "dot")
    static Pair dotVjp(double[] a, double[] b, double y, double yBar) {
        double[] aBar = new double[a.length];
        double[] bBar = new double[b.length];
        for (int i = 0; i < a.length; i++) {
            aBar[i] = yBar * b[i];
            bBar[i] = yBar * a[i];
        }
        return new Pair(aBar, bBar);
    }

    @DerivativeOf(type = OwnRules.class, method = "dot")
    static double dotJvp(double[] a, double[] b, double[] aDot, double[] bDot) {
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s += aDot[i] * b[i] + a[i] * bDot[i];
        }
        return s;
    }

    @Differentiable(order = 2)
    public static double reverseServesForward(double[] x, double k) {
        return energy(x, k) * k + energy(x, 2);
    }

    @Differentiable(order = 2)
    public static double sameArrayTwice(double[] x) {
        return dot(x, x) * (1 + dot(x, x));
    }

    @Differentiable
    public static double overwrittenLater(double[] x) {
        double[] w = x.clone();
        double s = 1;
        for (int i = 0; i < w.length; i++) {
            s += dot(w, x) * w[i];
            w[i] = s * 0.1;
        }
        return s + energy(w, x[0]);
    }

    @Differentiable
    public static double partlyActive(double[] x, double[] held) {
        double[] constant = {1, 2, 3};
        return dot(Arrays.copyOf(x, 3), constant) + energy(constant, x[0]);
    }

    // ----------------------------------------------------------------------------------- arrays to arrays

    static double[] solve(double[][] a, double[] b) {
        double d = a[0][0] * a[1][1] - a[0][1] * a[1][0];
        return new double[] {
            Double.parseDouble(Double.toString((b[0] * a[1][1] - b[1] * a[0][1]) / d)),
            (a[0][0] * b[1] - a[1][0] * b[0]) / d
        };
    }

    record SolveBars(double[][] a, double[] b) {}

    @DerivativeOf(type = OwnRules.class, method = "solve")
    static SolveBars solveVjp(double[][] a, double[] b, double[] x, double[] xBar) {
        double[] bBar = solve(new double[][] {{a[0][0], a[1][0]}, {a[0][1], a[1][1]}}, xBar);
        double[][] aBar = new double[2][2];
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                aBar[i][j] = -bBar[i] * x[j];
            }
        }
        return new SolveBars(aBar, bBar);
    }

    @DerivativeOf(type = OwnRules.class, method = "solve")
    static double[] solveJvp(double[][] a, double[] b, double[] x, double[][] aDot, double[] bDot) {
        double[] right = bDot.clone();
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                right[i] -= aDot[i][j] * x[j];
            }
        }
        return solve(a, right);
    }

    static double[] powers(double t, float u) {
        return new double[] {t, Double.parseDouble(Double.toString(t * t * u)), u};
    }

    @DerivativeOf(type = OwnRules.class, method = "powers", mode = Mode.FORWARD)
    static double[] tangentOfPowers(double t, float u, double tDot, float uDot) {
        return new double[] {tDot, 2 * t * u * tDot + t * t * uDot, uDot};
    }

    static float[][] outer(float[] a, float[] b) {
        float[][] c = new float[a.length][b.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                c[i][j] = Float.parseFloat(Float.toString(a[i] * b[j]));
            }
        }
        return c;
    }

    @DerivativeOf(type = OwnRules.class, method = "outer", mode = Mode.REVERSE)
    static void outerAdjoint(float[] a, float[] b, float[][] cBar, float[] aBar, float[] bBar) {
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                aBar[i] += cBar[i][j] * b[j];
                bBar[j] += cBar[i][j] * a[i];
            }
        }
    }

    @DerivativeOf(type = OwnRules.class, method = "outer", mode = Mode.FORWARD)
    static float[][] outerTangent(float[] a, float[] b, float[] aDot, float[] bDot) {
        float[][] c = new float[a.length][b.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                c[i][j] = aDot[i] * b[j] + a[i] * bDot[j];
            }
        }
        return c;
    }

    static double[] shifted(double[] x, int by) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[(i + by) % x.length] = Double.parseDouble(Double.toString(x[i]));
        }
        return y;
    }

    @DerivativeOf(type = OwnRules.class, method = "shifted")
    static double[] shiftedVjp(double[] x, int by, double[] yBar) {
        return shifted(yBar, x.length == 0 ? 0 : x.length - by % x.length);
    }

    /** Hands back what it is given: the tangent of the result must be another array all the same. */
    @DerivativeOf(type = OwnRules.class, method = "shifted")
    static double[] shiftedJvp(double[] x, int by, double[] xDot) {
        return by == 0 ? xDot : shifted(xDot, by);
    }

    @Differentiable(order = 2)
    public static double linearSolve(double[] p) {
        double[][] a = {{4 + p[0], 1}, {p[0], 5}};
        double[] b = {p[0] * p[0], p[p.length - 1]};
        double s = 0;
        for (int k = 0; k < 3; k++) {
            double[] x = solve(a, b);
            s += x[0] * x[1] * x[1];
            b[0] += x[0];
            a[1][1] += x[1] * p[0];
            x[1] = s;
            s += x[1];
        }
        return s;
    }

    public static Object[][] linearSolveInputs() {
        return new Object[][] {{new double[] {0.5, 2}}, {new double[] {-1}}, {new double[] {0.1, 7, 3}}};
    }

    @Differentiable(order = 2)
    public static double forwardServesReverse(double t, double u) {
        double[] y = powers(t * u, 1.5f);
        return y[0] * y[1] + y[2] * u;
    }

    @Differentiable
    public static double[] asResult(double[] x) {
        return shifted(shifted(x, 1), 2);
    }

    @Differentiable
    public static double givenBack(double[] x) {
        double[] y = shifted(x, 0);
        double s = x[0];
        for (int i = 0; i < y.length; i++) {
            s += y[i] * x[i];
            y[i] = s * x[0];
        }
        return s + y[0] * x[x.length - 1];
    }

    @Differentiable
    public static float singlePrecision(float[] a, float[] b) {
        float[][] c = outer(a, b);
        float s = 0;
        for (float[] row : c) {
            for (float v : row) {
                s += v * v;
            }
        }
        return s;
    }

    private static double chain(double[] x, int n) {
        if (n == 0) {
            return x[0] * x[0];
        }
        double[] y = shifted(x, n);
        y[0] *= x[x.length - 1];
        return chain(y, n - 1) + dot(x, y);
    }

    @Differentiable
    public static double inRecursion(double[] x) {
        double[] w = x.clone();
        w[0] *= 0.5;
        double s = chain(w, 3);
        w[0] = 5;
        return s * w[w.length - 1];
    }

    @Differentiable
    public static double ofDerivatives(double[] p, double q) {
        double[] g = OwnRulesGrad.linearSolveGrad(new double[] {p[0], q});
        return g[0] * g[1] + OwnRulesGrad.onePartialGrad(q) + OwnRulesGrad.sameArrayTwiceJvp(p, p);
    }

    public static Object[][] ofDerivativesInputs() {
        return new Object[][] {{new double[] {0.5, 2}, 1.5}, {new double[] {0.1}, -0.5}};
    }

    // ------------------------------------------------------------------------------------------ in place

    static void step(double h, double[] u, double[] v) {
        for (int i = 0; i < u.length; i++) {
            double before = u[i];
            u[i] += h * v[i];
            v[i] -= Double.parseDouble(Double.toString(h * before * before));
        }
    }

    @DerivativeOf(type = OwnRules.class, method = "step")
    static double stepVjp(double h, double[] u, double[] v, double[] uBar, double[] vBar) {
        double hBar = 0;
        for (int i = 0; i < u.length; i++) {
            hBar += uBar[i] * v[i] - vBar[i] * u[i] * u[i];
            double uBarBefore = uBar[i] - 2 * h * u[i] * vBar[i];
            vBar[i] += h * uBar[i];
            uBar[i] = uBarBefore;
        }
        return hBar;
    }

    @DerivativeOf(type = OwnRules.class, method = "step")
    static void stepJvp(double h, double[] u, double[] v, double hDot, double[] uDot, double[] vDot) {
        for (int i = 0; i < u.length; i++) {
            double before = uDot[i];
            uDot[i] += hDot * v[i] + h * vDot[i];
            vDot[i] -= hDot * u[i] * u[i] + 2 * h * u[i] * before;
        }
    }

    static void scaleRows(double[][] m, double[] by, int[] order) {
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < m[i].length; j++) {
                m[i][j] *= Double.parseDouble(Double.toString(by[order[i] % by.length]));
            }
        }
    }

    /** Runs the method for real, as generated derivatives do. */
    @DerivativeOf(type = OwnRules.class, method = "scaleRows", wrt = "m")
    static void scaleRowsVjp(double[][] m, double[] by, int[] order, double[][] mBar) {
        scaleRows(mBar, by, order);
        scaleRows(m, by, order);
    }

    @DerivativeOf(type = OwnRules.class, method = "scaleRows", wrt = "m")
    static void scaleRowsJvp(double[][] m, double[] by, int[] order, double[][] mDot) {
        scaleRows(mDot, by, order);
        scaleRows(m, by, order);
    }

    @Differentiable(order = 2)
    public static double inPlace(double h, double[] u) {
        double[] w = u.clone();
        double[] v = new double[w.length];
        Arrays.fill(v, h);
        double s = 0;
        for (int k = 0; k < 3; k++) {
            step(h, w, v);
            s += w[0] * v[v.length - 1];
            w[0] *= 0.5;
        }
        return s;
    }

    @Differentiable
    public static void inOut(double h, double[] u, double[] v) {
        step(h, u, v);
        step(2 * h, v, u);
    }

    public static Object[][] inOutInputs() {
        return new Object[][] {{0.1, new double[] {1, 2}, new double[] {3, -1}}, {0.2, new double[0], new double[0]}};
    }

    @Differentiable
    public static double rowsInPlace(double[][] m, int n) {
        double[] by = {2, 0.5, n};
        int[] order = {1, 0, 2, 5, 4, 3};
        double[][] copy = {m[0].clone(), m[m.length - 1].clone()};
        scaleRows(copy, by, order);
        by[0] = 4;
        order[1] = 2;
        scaleRows(copy, by, order);
        return copy[0][0] * copy[1][0];
    }

    public static Object[][] rowsInPlaceInputs() {
        return new Object[][] {{new double[][] {{1, 2}, {3}}, 2}, {new double[][] {{0.5}}, 3}};
    }

    @Differentiable
    @Checkpoint(slots = 2, loop = "time")
    public static double checkpointed(double h, double[] u) {
        double[] w = u.clone();
        double[] v = new double[w.length];
        Arrays.fill(v, h);
        double s = 0;
        time:
        for (int k = 0; k < 7; k++) {
            step(h, w, v);
            double[] y = shifted(w, 1);
            s += dot(y, v) + energy(y, h);
            v[0] += s * 0.1;
        }
        return s + w[0];
    }

    public static Object[][] checkpointedInputs() {
        return new Object[][] {{0.1, new double[] {0.4}}, {0.2, new double[] {0.3, -0.2, 0.5}}};
    }
}
