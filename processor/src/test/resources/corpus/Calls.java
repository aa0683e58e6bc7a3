package corpus;

import dev.adjoint.Differentiable;
import java.util.List;

/** Calls of other static methods: private, overloaded, generic, in other classes, by some arguments only. */
public final class Calls {
    private Calls() {}

    private static double square(double x) {
        return x * x;
    }

    @Differentiable
    public static double once(double x) {
        return square(x) + 1;
    }

    @Differentiable
    public static double nested(double x) {
        return square(square(x) + square(x + 1));
    }

    @Differentiable
    public static double sameCallTwice(double x, double y) {
        return square(x) * square(y) + square(x);
    }

    static double mixed(double x, int n, double y) {
        double s = x;
        for (int i = 0; i < n; i++) {
            s = s * y + x;
        }
        return s;
    }

    @Differentiable
    public static double withLoop(double x, double y, int n) {
        return mixed(x, n, y) * mixed(y, 2, x);
    }

    @Differentiable
    public static double partlyInactive(double x) {
        return mixed(x, 3, 2) + mixed(2, 3, x) + mixed(1, 2, 3);
    }

    static double over(double x) {
        return x * 2;
    }

    static double over(int n) {
        return n * 100;
    }

    static double over(double x, double y) {
        return x * y;
    }

    static double over(double[] a) {
        return a[0] * a[0];
    }

    static float over(float f) {
        return f * f;
    }

    @Differentiable
    public static double overloads(double x, int n) {
        return over(x) + over(n) * x + over(x, n) + over(new double[] {x}) + over((float) n) * x;
    }

    static double branchy(double x) {
        if (x > 1) {
            return x * x;
        }
        double t = Math.sin(x);
        if (t < 0) {
            return t;
        }
        return t * x;
    }

    @Differentiable
    public static double earlyReturns(double x) {
        return branchy(x) * branchy(x - 1) + branchy(2 * x);
    }

    @Differentiable
    public static double callInCondition(double x) {
        if (branchy(x) > 0.5) {
            return square(x);
        }
        return over(x);
    }

    @Differentiable
    public static double callInLoopBound(double x, int n) {
        double s = 0;
        for (int i = 0; i < twice(n); i++) {
            s = s * 0.5 + branchy(x + i * 0.1);
        }
        return s;
    }

    static int twice(int n) {
        return 2 * n;
    }

    static double sum(double[] a) {
        double s = 0;
        for (double e : a) {
            s += e;
        }
        return s;
    }

    static double[] mapped(double[] a, double s) {
        double[] b = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            b[i] = Math.sin(s * a[i]);
        }
        return b;
    }

    @Differentiable
    public static double arraysThrough(double[] a, double s) {
        return sum(mapped(mapped(a, s), 2)) * sum(a);
    }

    static void doubleInPlace(double[] a) {
        for (int i = 0; i < a.length; i++) {
            a[i] = 2 * a[i] * a[i];
        }
    }

    @Differentiable
    public static double changedByCallee(double[] a) {
        double before = sum(a);
        doubleInPlace(a);
        double between = sum(a);
        doubleInPlace(a);
        return before * between + sum(a);
    }

    @Differentiable
    public static double localChangedByCallee(double x) {
        double[] t = {x, x * x};
        doubleInPlace(t);
        double[] u = t;
        doubleInPlace(u);
        return t[0] * u[1];
    }

    static double pop(double[] stack, int[] top) {
        return stack[--top[0]];
    }

    @Differentiable
    public static double sideEffectOnIndices(double x) {
        double[] stack = {x, x * x, 3 * x};
        int[] top = {3};
        return pop(stack, top) * pop(stack, top) + pop(stack, top) * top[0];
    }

    @Differentiable
    public static double evaluationOrder(double[] a) {
        return a.length == 0 ? 0 : next(a) * 2 + next(a) * next(a);
    }

    static double next(double[] a) {
        a[0] = a[0] * 1.5 + 0.1;
        return a[0];
    }

    static final class Other {
        private Other() {}

        static double cube(double x) {
            return x * x * x;
        }

        static double viaPrivate(double x) {
            return secret(x) + Calls.square(x);
        }

        private static double secret(double x) {
            return Math.cos(x);
        }
    }

    @Differentiable
    public static double otherClass(double x) {
        return Other.cube(x) + Other.viaPrivate(x);
    }

    static <T> double weighted(double x, T tag) {
        return tag == null ? x : x * x;
    }

    @Differentiable
    public static double generic(double x) {
        return Calls.<String>weighted(x, "tag") + weighted(x, null) + weighted(x, 3);
    }

    static double variadic(double first, double... rest) {
        double s = first;
        for (double e : rest) {
            s *= 1 + e;
        }
        return s;
    }

    @Differentiable
    public static double variableArguments(double x, double y) {
        return variadic(x) + variadic(x, y) + variadic(1, x, y, x * y) + variadic(x, new double[] {y, 2});
    }

    @Differentiable
    public static double annotatedCallee(double x) {
        return Calls.once(x) * once(2 * x);
    }

    @Differentiable
    public static double resultIgnored(double[] a) {
        next(a);
        next(a);
        return a[0] * a[0];
    }

    static double ignoresArgument(double x) {
        return 5;
    }

    @Differentiable
    public static double ignoredArgument(double x) {
        return ignoresArgument(x * x) * x;
    }

    static double parameterAssigned(double x) {
        x = x * x;
        x += 1;
        return x;
    }

    @Differentiable
    public static double argumentKept(double x) {
        double y = parameterAssigned(x);
        return y * x;
    }

    static double deep5(double x) {
        return Math.sin(x) + x;
    }

    static double deep4(double x) {
        return deep5(x * x);
    }

    static double deep3(double x) {
        return deep4(x) * deep5(x);
    }

    static double deep2(double x) {
        return deep3(x + 1) - deep4(x);
    }

    @Differentiable
    public static double deepChain(double x) {
        return deep2(deep2(x) * 0.1);
    }

    static boolean positive(double x) {
        return x > 0;
    }

    static int cell(double x) {
        return (int) Math.floor(x);
    }

    @Differentiable
    public static double inactiveResults(double x) {
        return positive(x) ? x * x * cell(x + 3) : x * cell(-2.5);
    }

    static Object[][] inactiveResultsInputs() {
        return new Object[][] {{1.5}, {-0.5}};
    }

    static double[] pair(double x, double y) {
        return new double[] {x * y, x + y};
    }

    @Differentiable
    public static double elementOfResult(double x, double y) {
        return pair(x, y)[0] * pair(y, x)[1] + pair(x, x).length;
    }

    static void accumulate(double[][] m, int i, double v) {
        m[i][i] += v * v;
    }

    @Differentiable
    public static double matrixChangedByCallee(double[] a) {
        double[][] m = new double[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            accumulate(m, i, a[i]);
            accumulate(m, 0, a[i] * 0.5);
        }
        double s = 1;
        for (int i = 0; i < a.length; i++) {
            s *= 1 + m[i][i];
        }
        return s;
    }

    @Differentiable
    public static double callInSwitchAndTernary(double x, int n) {
        return switch (n % 3) {
            case 0 -> square(x);
            case 1 -> n > 2 ? over(x) : branchy(x);
            default -> Other.cube(x);
        };
    }

    static double outer(double x, double y) {
        return inner(x) * y;
    }

    static double inner(double x) {
        double s = 1;
        while (s < 20) {
            s = s * 1.5 + x * x;
        }
        return s;
    }

    @Differentiable
    public static double loopsInCallees(double x, double y) {
        double s = 0;
        for (int i = 1; i < 4; i++) {
            s += outer(x * i, y);
        }
        return s;
    }

    private static <T extends Comparable<T>> double weighted(Iterable<T> tags, T least, double x) {
        double s = 0;
        for (T tag : tags) {
            s = s * x + (tag.compareTo(least) > 0 ? x : 1);
        }
        return s;
    }

    @Differentiable
    public static double genericOverAnInactiveIterable(double x) {
        return weighted(List.of("b", "a", "c"), "a", x);
    }
}
