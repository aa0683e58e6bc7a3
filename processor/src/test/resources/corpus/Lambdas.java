package corpus;

import dev.adjoint.Differentiable;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/** Lambdas and method references passed to static methods with source. */
public final class Lambdas {
    private Lambdas() {}

    interface Field {
        double at(double t, double y);
    }

    interface ArrayField {
        void slope(double t, double[] y, double[] out);
    }

    static double integrate(DoubleUnaryOperator f, double a, double b) {
        int n = 8;
        double h = (b - a) / n;
        double s = 0.5 * (f.applyAsDouble(a) + f.applyAsDouble(b));
        for (int i = 1; i < n; i++) {
            s += f.applyAsDouble(a + i * h);
        }
        return s * h;
    }

    @Differentiable
    public static double capturing(double a, double b, double k) {
        return integrate(t -> Math.sin(k * t) * t, a, b);
    }

    @Differentiable
    public static double methodReference(double a, double b) {
        return integrate(Math::exp, a, b) + integrate(Lambdas::bump, a, b);
    }

    static double bump(double t) {
        return 1 / (1 + t * t);
    }

    @Differentiable
    public static double blockLambda(double a, double k) {
        return integrate(
                t -> {
                    double u = k * t;
                    if (u > 1) {
                        return u * u;
                    }
                    return 2 * u - 1 + 0.1 * k;
                },
                0,
                a);
    }

    static Object[][] blockLambdaInputs() {
        return new Object[][] {{1.7, 1.1}, {0.3, 0.5}, {2.9, 0.8}};
    }

    @Differentiable
    public static double localLambda(double x, double y) {
        DoubleUnaryOperator f = t -> t * t * y;
        return f.applyAsDouble(x) + f.applyAsDouble(2 * x);
    }

    @Differentiable
    public static double localBinary(double x, double y) {
        DoubleBinaryOperator f = (a, b) -> a * b + x;
        return f.applyAsDouble(x, y) * f.applyAsDouble(y, 2);
    }

    static double newton(DoubleUnaryOperator f, DoubleUnaryOperator df, double x0) {
        double x = x0;
        for (int i = 0; i < 30; i++) {
            x -= f.applyAsDouble(x) / df.applyAsDouble(x);
        }
        return x;
    }

    @Differentiable
    public static double newtonRoot(double c) {
        return newton(x -> x * x * x - c, x -> 3 * x * x, 1.5);
    }

    static double newtonRootExpected(double c) {
        return Math.pow(c, -2.0 / 3) / 3;
    }

    static Object[][] newtonRootInputs() {
        return new Object[][] {{2}, {5}, {0.8}};
    }

    static double rungeKutta(Field f, double y, double h, int n) {
        double t = 0;
        for (int i = 0; i < n; i++) {
            double k1 = f.at(t, y);
            double k2 = f.at(t + h / 2, y + h / 2 * k1);
            double k3 = f.at(t + h / 2, y + h / 2 * k2);
            double k4 = f.at(t + h, y + h * k3);
            y += h / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
            t += h;
        }
        return y;
    }

    @Differentiable
    public static double userInterface(double y0, double rate, int n) {
        return rungeKutta((t, y) -> rate * y * (1 - y) + 0.1 * Math.sin(t), y0, 0.1, n);
    }

    static double apply(ToDoubleFunction<double[]> f, double[] a) {
        double s = f.applyAsDouble(a);
        a[0] *= 2;
        return s * f.applyAsDouble(a);
    }

    @Differentiable
    public static double toDoubleFunction(double[] a) {
        return a.length == 0 ? 0 : apply(v -> {
            double s = 0;
            for (double e : v) {
                s += e * e;
            }
            return s;
        }, a);
    }

    static void euler(ArrayField f, double[] y, double h, int n) {
        double[] k = new double[y.length];
        for (int i = 0; i < n; i++) {
            f.slope(i * h, y, k);
            for (int j = 0; j < y.length; j++) {
                y[j] += h * k[j];
            }
        }
    }

    @Differentiable
    public static double arrayField(double[] y, double w, int n) {
        euler(
                (t, u, out) -> {
                    for (int j = 0; j < u.length; j++) {
                        out[j] = -w * u[j] + Math.cos(t) * u[(j + 1) % u.length];
                    }
                },
                y,
                0.1,
                n);
        double s = 0;
        for (double e : y) {
            s += e * e;
        }
        return s;
    }

    static double twice(DoubleUnaryOperator f, double x) {
        return f.applyAsDouble(f.applyAsDouble(x));
    }

    @Differentiable
    public static double nestedLambdas(double x, double k) {
        return twice(u -> twice(v -> Math.sin(v * k) + u, u * x), x);
    }

    @Differentiable
    public static double passedOn(double x) {
        return both(t -> t * t * x, x);
    }

    static double both(DoubleUnaryOperator f, double x) {
        return integrate(f, 0, x) + twice(f, x);
    }

    @Differentiable
    public static double capturesArray(double[] a) {
        DoubleUnaryOperator f = t -> {
            double y = 0;
            for (int i = a.length - 1; i >= 0; i--) {
                y = y * t + a[i];
            }
            return y;
        };
        return integrate(f, 0, 1) * f.applyAsDouble(0.5);
    }

    @Differentiable
    public static double capturesInactive(double x, int n) {
        DoubleUnaryOperator f = t -> Math.pow(t, n) + n;
        return twice(f, x * 0.3);
    }

    @Differentiable
    public static double chosenLambda(double x, int n) {
        double s = 0;
        for (int i = 0; i < n; i++) {
            int k = i;
            s += integrate(t -> Math.sin(k * t + x), 0, 1);
        }
        return s;
    }

    static double fold(DoubleBinaryOperator f, double start, double[] a) {
        double s = start;
        for (double e : a) {
            s = f.applyAsDouble(s, e);
        }
        return s;
    }

    @Differentiable
    public static double folds(double[] a, double x) {
        return fold((s, e) -> s * x + e, 0, a) + fold(Math::hypot, 1, a) + fold((s, e) -> s + e * e, x, a);
    }

    static double simpson(DoubleUnaryOperator f, double a, double b, int depth) {
        double m = (a + b) / 2;
        if (depth == 0) {
            return (b - a) / 6 * (f.applyAsDouble(a) + 4 * f.applyAsDouble(m) + f.applyAsDouble(b));
        }
        return simpson(f, a, m, depth - 1) + simpson(f, m, b, depth - 1);
    }

    @Differentiable
    public static double recursiveCallee(double x, double k) {
        return simpson(t -> Math.exp(-k * t * t), 0, x, 2);
    }
}
