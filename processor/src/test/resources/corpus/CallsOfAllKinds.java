package corpus;

import dev.adjoint.Adjoint;
import dev.adjoint.Differentiable;
import java.util.List;
import java.util.Objects;

interface Shapes2 {
    static double area(double w, double h) {
        return w * h;
    }
}

abstract class BaseModel {
    static double scale(double x) {
        return 3 * x;
    }

    protected static double twice(double x) {
        return x + x;
    }
}

class DerivedModel extends BaseModel {
    static double use(double x) {
        return scale(x) * twice(x);
    }
}

enum Kernel {
    LINEAR,
    QUADRATIC,
    GAUSS;

    static double eval(Kernel k, double r) {
        return switch (k) {
            case LINEAR -> 1 - r;
            case QUADRATIC -> (1 - r) * (1 - r);
            case GAUSS -> Math.exp(-r * r);
        };
    }
}

/** Helpers as users write them: overloaded, generic, recursive in threes, with effects, with inactive objects. */
public final class CallsOfAllKinds {
    private CallsOfAllKinds() {}

    static final double[] WEIGHTS = {0.2, 0.3, 0.5};
    static final int N = 3;

    private static double over(double x) {
        return x * x;
    }

    private static float over(float x) {
        return x * x * x;
    }

    private static double over(int x) {
        return x * 0.5;
    }

    private static double over(double[] x) {
        return x[0] * x[x.length - 1];
    }

    private static double over(double x, double... more) {
        double s = x;
        for (double m : more) s *= m;
        return s;
    }

    @Differentiable
    public static double overloads(double x, double[] a) {
        return over(x)
                + over(1.5f) * x
                + over((int) x)
                + over(a)
                + over(x, x, 2)
                + over(x, a)
                + over(x, new double[0]);
    }

    static Object[][] overloadsInputs() {
        return new Object[][] {{1.3, new double[] {2, 0.4, 0.7}}};
    }

    @SafeVarargs
    private static <T> double pick(double x, T key, T... keys) {
        for (int i = 0; i < keys.length; i++) if (keys[i].equals(key)) return x * (i + 1);
        return -x;
    }

    @Differentiable
    public static double genericVarargs(double x, String key) {
        return pick(x * x, key, "a", "b", "c") * Math.sin(x);
    }

    static Object[][] genericVarargsInputs() {
        return new Object[][] {{1.3, "b"}, {0.3, "zz"}};
    }

    static boolean even(int n) {
        return n == 0 || odd(n - 1);
    }

    static boolean odd(int n) {
        return n != 0 && even(n - 1);
    }

    @Differentiable
    public static double inactiveMutual(double x, int n) {
        return even(n) ? x * x : Math.exp(x);
    }

    static Object[][] inactiveMutualInputs() {
        return new Object[][] {{1.3, 4}, {0.3, 7}};
    }

    static double chebT(int n, double x) {
        return n == 0 ? 1 : n == 1 ? x : 2 * x * chebT(n - 1, x) - chebT(n - 2, x);
    }

    static double chebU(int n, double x) {
        return n == 0 ? 1 : x * chebU(n - 1, x) + chebT(n, x);
    }

    @Differentiable
    public static double chebyshev(double x, int n) {
        return chebU(n, Math.cos(x));
    }

    static Object[][] chebyshevInputs() {
        return new Object[][] {{1.3, 6}, {0.3, 0}, {0.4, 1}};
    }

    static double f1(double x, int d) {
        return d == 0 ? x : f2(Math.sin(x) + x, d - 1) * x;
    }

    static double f2(double x, int d) {
        return d == 0 ? x * x : f3(x * 0.5, d - 1) + x;
    }

    static double f3(double x, int d) {
        return d == 0 ? Math.exp(x) : f1(x / (1 + x * x), d - 1) - f2(x, d - 1);
    }

    @Differentiable(order = 2)
    public static double threeMutual(double x, int d) {
        return f1(x, d);
    }

    static Object[][] threeMutualInputs() {
        return new Object[][] {{0.7, 6}, {0.3, 0}, {0.4, 3}};
    }

    @Differentiable
    public static double inherited(double x) {
        return DerivedModel.use(x) + DerivedModel.scale(x) + Shapes2.area(x, x * 2);
    }

    @Differentiable
    public static double enumHelper(double r, int k) {
        return Kernel.eval(Kernel.values()[k], r) * r;
    }

    static Object[][] enumHelperInputs() {
        return new Object[][] {{0.7, 0}, {0.3, 1}, {0.4, 2}};
    }

    static double[] softmax(double[] z) {
        double max = Double.NEGATIVE_INFINITY;
        for (double v : z) max = Math.max(max, v);
        double[] e = new double[z.length];
        double s = 0;
        for (int i = 0; i < z.length; i++) s += e[i] = Math.exp(z[i] - max);
        for (int i = 0; i < e.length; i++) e[i] /= s;
        return e;
    }

    static double dot(double[] a, double[] b) {
        double s = 0;
        for (int i = 0; i < a.length; i++) s += a[i] * b[i];
        return s;
    }

    @Differentiable(order = 2)
    public static double entropy(double[] z) {
        double[] p = softmax(z);
        double h = 0;
        for (double q : p) h -= q * Math.log(q);
        return h + dot(p, WEIGHTS);
    }

    static Object[][] entropyInputs() {
        return new Object[][] {{new double[] {0.1, 0.9, -0.5}}};
    }

    static double qr(double[][] a, double[] b) {
        int n = b.length;
        double[][] r = new double[n][];
        for (int i = 0; i < n; i++) r[i] = a[i].clone();
        double[] y = b.clone();
        for (int k = 0; k < n; k++) {
            for (int i = k + 1; i < n; i++) {
                double h = Math.hypot(r[k][k], r[i][k]);
                double c = r[k][k] / h, s = r[i][k] / h;
                for (int j = k; j < n; j++) {
                    double t = c * r[k][j] + s * r[i][j];
                    r[i][j] = -s * r[k][j] + c * r[i][j];
                    r[k][j] = t;
                }
                double t = c * y[k] + s * y[i];
                y[i] = c * y[i] - s * y[k];
                y[k] = t;
            }
        }
        double sum = 0;
        for (int i = n - 1; i >= 0; i--) {
            for (int j = i + 1; j < n; j++) y[i] -= r[i][j] * y[j];
            y[i] /= r[i][i];
            sum += y[i] * y[i];
        }
        return sum;
    }

    @Differentiable(order = 2)
    public static double givens(double[][] a, double[] b) {
        return qr(a, b);
    }

    static Object[][] givensInputs() {
        return new Object[][] {{new double[][] {{3, 1, 0.2}, {0.5, 2, 0.3}, {0.1, -0.4, 1.5}}, new double[] {1, 2, 3}}};
    }

    static double det(double[][] m) {
        int n = m.length;
        if (n == 1) return m[0][0];
        double d = 0;
        for (int c = 0; c < n; c++) {
            double[][] s = new double[n - 1][n - 1];
            for (int i = 1; i < n; i++) for (int j = 0, k = 0; j < n; j++) if (j != c) s[i - 1][k++] = m[i][j];
            d += (c % 2 == 0 ? 1 : -1) * m[0][c] * det(s);
        }
        return d;
    }

    @Differentiable(order = 2)
    public static double logDet(double[][] m) {
        return Math.log(Math.abs(det(m)));
    }

    static Object[][] logDetInputs() {
        return new Object[][] {{new double[][] {{3, 1, 0.2}, {0.5, 2, 0.3}, {0.1, -0.4, 1.5}}}};
    }

    static void swap(double[] a, int i, int j) {
        double t = a[i];
        a[i] = a[j];
        a[j] = t;
    }

    static void quicksort(double[] a, int lo, int hi) {
        if (lo >= hi) return;
        double p = a[hi];
        int i = lo;
        for (int j = lo; j < hi; j++) if (a[j] < p) swap(a, i++, j);
        swap(a, i, hi);
        quicksort(a, lo, i - 1);
        quicksort(a, i + 1, hi);
    }

    @Differentiable
    public static double sortedWeighted(double[] x) {
        double[] a = x.clone();
        quicksort(a, 0, a.length - 1);
        double s = 0;
        for (int i = 0; i < a.length; i++) s += a[i] * a[i] * (i + 1);
        return s;
    }

    static Object[][] sortedWeightedInputs() {
        return new Object[][] {{new double[] {3, 1, 0.2, -1, 2.5}}};
    }

    static double[] pair(double x) {
        return new double[] {Math.sin(x), Math.cos(x)};
    }

    @Differentiable
    public static double chained(double x) {
        return pair(pair(x)[0])[1] + pair(x).clone()[0] * pair(x).length;
    }

    static double guarded(double x) {
        Objects.requireNonNull(WEIGHTS);
        if (!(x > 0)) throw new IllegalArgumentException("x must be positive: " + x);
        return Math.log(x);
    }

    @Differentiable
    public static double throwsInHelper(double x) {
        return guarded(x) * guarded(x + 1);
    }

    static Object[][] throwsInHelperInputs() {
        return new Object[][] {{1.5}, {-0.5}};
    }

    static double lookup(List<Double> t, String s, double x) {
        return t.get(s.length() % t.size()) * x;
    }

    @Differentiable(wrt = "x")
    public static double inactiveObjects(double x, List<Double> t, String s) {
        return lookup(t, s, x) * lookup(t, s + "!", x * x);
    }

    static Object[][] inactiveObjectsInputs() {
        return new Object[][] {{1.5, List.of(1.0, 2.0, 3.0), "ab"}};
    }

    static double accumulate(double[] acc, double x, int k) {
        acc[k] += x;
        return acc[k];
    }

    @Differentiable
    public static double sideEffectOrder(double[] x) {
        double[] acc = new double[2];
        double y = accumulate(acc, x[0], 0) * accumulate(acc, x[1], 0) + accumulate(acc, x[2], 1);
        return y + acc[0] * acc[1];
    }

    static Object[][] sideEffectOrderInputs() {
        return new Object[][] {{new double[] {3, 1, 0.2}}};
    }

    static double constantPart(double x) {
        return Adjoint.constant(x * x) * x;
    }

    @Differentiable
    public static double stopped(double x) {
        return constantPart(x) + Adjoint.constant(Math.sin(x));
    }

    static double stoppedDefined(double x) {
        return x * x;
    }

    @Differentiable
    public static double[] arrayConstant(double[] x) {
        double[] c = Adjoint.constant(x);
        double[] r = new double[x.length];
        for (int i = 0; i < x.length; i++) r[i] = x[i] * c[i];
        return r;
    }

    static double[][] arrayConstantDefined(double[] x) {
        double[][] j = new double[x.length][x.length];
        for (int i = 0; i < x.length; i++) j[i][i] = x[i];
        return j;
    }

    static double ackermannLike(double x, int m, int n) {
        if (m == 0) return x * (n + 1);
        if (n == 0) return ackermannLike(x * 0.9, m - 1, 1);
        return ackermannLike(ackermannLike(x, m, n - 1) * 0.5, m - 1, n);
    }

    @Differentiable
    public static double doublyRecursive(double x) {
        return ackermannLike(x, 2, 2);
    }

    static double adaptive(double a, double b, double p, int depth) {
        double m = 0.5 * (a + b);
        double whole = (b - a) * Math.sin(p * m);
        double halves = 0.5 * (b - a) * (Math.sin(p * 0.5 * (a + m)) + Math.sin(p * 0.5 * (m + b)));
        if (depth <= 0 || Math.abs(whole - halves) < 1e-3) return halves;
        return adaptive(a, m, p, depth - 1) + adaptive(m, b, p, depth - 1);
    }

    @Differentiable(order = 2)
    public static double quadrature(double a, double b, double p) {
        return adaptive(a, b, p, 8);
    }

    static Object[][] quadratureInputs() {
        return new Object[][] {{0.1, 2.0, 1.7}};
    }

    static double[] cumulative(double[] x, int i) {
        if (i == 0) return new double[] {x[0]};
        double[] c = cumulative(x, i - 1);
        double[] r = java.util.Arrays.copyOf(c, i + 1);
        r[i] = r[i - 1] * 0.5 + x[i];
        return r;
    }

    @Differentiable
    public static double[] recursiveArrays(double[] x) {
        return cumulative(x, x.length - 1);
    }

    static long fact(int n) {
        return n <= 1 ? 1 : n * fact(n - 1);
    }

    @Differentiable
    public static double taylor(double x) {
        double s = 0;
        double p = 1;
        for (int n = 0; n < 10; n++) {
            s += p / fact(n);
            p *= x;
        }
        return s;
    }

    static double nanSafe(double x) {
        return x > 0 ? Math.sqrt(x) : 0;
    }

    @Differentiable
    public static double kinked(double[] x) {
        double s = 0;
        for (double v : x) s += nanSafe(v) * nanSafe(v - 1);
        return s;
    }

    static Object[][] kinkedInputs() {
        return new Object[][] {{new double[] {3, -1, 0.2, 1.5}}};
    }

    static <T extends Comparable<T>> int rank(T[] all, T one) {
        int r = 0;
        for (T t : all) if (t.compareTo(one) < 0) r++;
        return r;
    }

    @Differentiable(wrt = "x")
    public static double genericRank(double x, String[] names) {
        return Math.pow(x, rank(names, "m"));
    }

    static Object[][] genericRankInputs() {
        return new Object[][] {{1.5, new String[] {"a", "z", "k"}}};
    }
}
