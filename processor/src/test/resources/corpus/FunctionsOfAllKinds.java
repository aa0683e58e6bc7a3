package corpus;

import dev.adjoint.Differentiable;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoublePredicate;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/** Functions as users write them: passed on, in local variables, over records, arrays and other functions. */
public final class FunctionsOfAllKinds {
    private FunctionsOfAllKinds() {}

    @FunctionalInterface
    interface Fn {
        double at(double x);
    }

    interface Ode {
        double[] rhs(double t, double[] y);
    }

    interface Ode2 {
        void rhs(double t, double[] y, double[] dy);
    }

    interface Penalty<T> {
        double cost(double x, T how);
    }

    static double trapezoid(DoubleUnaryOperator f, double a, double b, int n) {
        double h = (b - a) / n, s = 0.5 * (f.applyAsDouble(a) + f.applyAsDouble(b));
        for (int i = 1; i < n; i++) s += f.applyAsDouble(a + i * h);
        return s * h;
    }

    static double newton(DoubleUnaryOperator f, DoubleUnaryOperator df, double x) {
        for (int i = 0; i < 20; i++) {
            double d = f.applyAsDouble(x) / df.applyAsDouble(x);
            x -= d;
            if (Math.abs(d) < 1e-14) break;
        }
        return x;
    }

    static double apply(Fn f, double x) {
        return f.at(x);
    }

    static double applyThrough(Fn f, double x) {
        return apply(f, x) + apply(y -> f.at(y * 2), x);
    }

    static double[] rk4(Ode o, double[] y, double t, double h) {
        double[] k1 = o.rhs(t, y),
                k2 = o.rhs(t + h / 2, axpy(y, k1, h / 2)),
                k3 = o.rhs(t + h / 2, axpy(y, k2, h / 2)),
                k4 = o.rhs(t + h, axpy(y, k3, h));
        double[] r = y.clone();
        for (int i = 0; i < r.length; i++) r[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
        return r;
    }

    static double[] axpy(double[] y, double[] k, double h) {
        double[] r = new double[y.length];
        for (int i = 0; i < r.length; i++) r[i] = y[i] + h * k[i];
        return r;
    }

    @Differentiable(order = 2)
    public static double doubleIntegral(double a, double k) {
        return trapezoid(x -> trapezoid(y -> Math.sin(k * x * y) + a * y, 0, x, 4), 0, a, 4);
    }

    @Differentiable
    public static double root(double a) {
        return newton(x -> x * x * x - a, x -> 3 * x * x, 1.5);
    }

    static Object[][] rootInputs() {
        return new Object[][] {{2.0}, {3.5}};
    }

    @Differentiable
    public static double through(double x, double k) {
        return applyThrough(y -> y * y * k, x)
                + applyThrough(Math::sin, x)
                + applyThrough(FunctionsOfAllKinds::bump, k);
    }

    static double bump(double x) {
        return 1 / (1 + x * x);
    }

    @Differentiable
    public static double localVariables(double x) {
        DoubleUnaryOperator f = t -> t * x;
        final DoubleUnaryOperator g = t -> f.applyAsDouble(t) + 1;
        Fn h = Math::exp;
        return g.applyAsDouble(x) * h.at(x) + trapezoid(g, 0, x, 3);
    }

    @Differentiable
    public static double bi(double x, double y) {
        DoubleBinaryOperator m = Math::max;
        DoubleBinaryOperator p = (a, b) -> Math.pow(a, b);
        return m.applyAsDouble(x, y * 2) * p.applyAsDouble(x, y);
    }

    static Object[][] biInputs() {
        return new Object[][] {{1.5, 0.4}, {0.3, 2.0}};
    }

    static double objective(ToDoubleFunction<double[]> f, double[] x) {
        return f.applyAsDouble(x) + f.applyAsDouble(axpy(x, x, 0.1));
    }

    @Differentiable
    public static double toDouble(double[] x, double c) {
        return objective(
                v -> {
                    double s = 0;
                    for (double e : v) s += (e - c) * (e - c);
                    return s;
                },
                x);
    }

    @Differentiable
    public static double[] pendulum(double[] y0, double g, double c, int n) {
        double[] y = y0;
        for (int i = 0; i < n; i++)
            y = rk4((t, s) -> new double[] {s[1], -g * Math.sin(s[0]) - c * s[1] + 0.1 * Math.cos(t)}, y, i * 0.1, 0.1);
        return y;
    }

    static Object[][] pendulumInputs() {
        return new Object[][] {{new double[] {1, 0}, 9.8, 0.1, 5}, {new double[] {1, 0}, 9.8, 0.1, 0}};
    }

    static void euler(Ode2 o, double[] y, double h, int n) {
        double[] d = new double[y.length];
        for (int k = 0; k < n; k++) {
            o.rhs(k * h, y, d);
            for (int i = 0; i < y.length; i++) y[i] += h * d[i];
        }
    }

    @Differentiable
    public static double inPlace(double[] y0, double a) {
        double[] y = y0.clone();
        euler(
                (t, u, du) -> {
                    for (int i = 0; i < u.length; i++) du[i] = a * u[(i + 1) % u.length] - u[i] * t;
                },
                y,
                0.1,
                6);
        return y[0] * y[1];
    }

    static Object[][] inPlaceInputs() {
        return new Object[][] {{new double[] {1, 0.5, 0.2}, 0.9}};
    }

    static <T> double penalty(Penalty<T> p, T how, double x) {
        return p.cost(x, how) * 2;
    }

    @Differentiable(wrt = "x")
    public static double genericFn(double x, String s) {
        return penalty((v, t) -> v * v * t.length(), s, x)
                + FunctionsOfAllKinds.<Integer>penalty((v, n) -> Math.pow(v, n), 3, x);
    }

    static Object[][] genericFnInputs() {
        return new Object[][] {{1.5, "abc"}};
    }

    static double sumOver(double[] a, DoubleUnaryOperator f) {
        double s = 0;
        for (double v : a) s += f.applyAsDouble(v);
        return s;
    }

    @Differentiable
    public static double[] residualsByLambda(double[] p, double[] x) {
        double[] r = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            int k = i;
            double xi = x[i];
            r[i] = sumOver(p, c -> Math.sin(c * xi) / (k + 1));
        }
        return r;
    }

    @Differentiable
    public static double captureArrayElement(double[] w, double[] x) {
        return sumOver(x, v -> v * w[0] + w[w.length - 1]);
    }

    @Differentiable
    public static double captureRecord(double a, double b) {
        C c = new C(a, b * b);
        return trapezoid(c::f, 0, 1, 4) + trapezoid(t -> c.k() * t * t, 0, b, 3);
    }

    record C(double k, double m) {
        double f(double t) {
            return k * t + m;
        }
    }

    static double iterate(UnaryOperator<double[]> f, double[] x, int n) {
        double[] y = x;
        for (int i = 0; i < n; i++) y = f.apply(y);
        return y[0];
    }

    @Differentiable
    public static double unary(double[] x, double a) {
        return iterate(v -> new double[] {v[0] * v[1] * a, v[0] + v[1]}, x, 4);
    }

    static Object[][] unaryInputs() {
        return new Object[][] {{new double[] {0.5, 0.7}, 0.9}};
    }

    static double fix(DoubleUnaryOperator g, double x, int depth) {
        return depth == 0 ? x : fix(g, g.applyAsDouble(x), depth - 1);
    }

    @Differentiable
    public static double recursiveWithLambda(double x, double a) {
        return fix(t -> Math.cos(a * t), x, 6);
    }

    static double predicate(double[] x, DoublePredicate p) {
        double s = 0;
        for (double v : x) if (p.test(v)) s += v * v;
        return s;
    }

    @Differentiable
    public static double withPredicate(double[] x, double cut) {
        return predicate(x, v -> v > cut) * cut;
    }

    static Object[][] withPredicateInputs() {
        return new Object[][] {{new double[] {0.5, 0.7, -1}, 0.6}};
    }

    static double intFn(IntToDoubleFunction f, int n) {
        double s = 0;
        for (int i = 0; i < n; i++) s += f.applyAsDouble(i);
        return s;
    }

    @Differentiable
    public static double indexed(double[] a) {
        return intFn(i -> a[i] * a[a.length - 1 - i], a.length) + intFn(i -> 0.5 * i, 3);
    }

    static double block(DoubleSupplier s, double y) {
        return s.getAsDouble() * y;
    }

    @Differentiable
    public static double supplier(double x, double y) {
        return block(() -> x * y + Math.exp(x), y);
    }

    static double shadowNames(DoubleUnaryOperator f, double x) {
        double y = f.applyAsDouble(x);
        double t = y * x;
        return t + f.applyAsDouble(t);
    }

    @Differentiable
    public static double capturesSameNames(double y, double t) {
        double s = y * t;
        return shadowNames(x -> x * y + t * s, t);
    }
}
