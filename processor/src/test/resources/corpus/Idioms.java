package corpus;

import static corpus.Idioms.Consts.HALF;
import static java.lang.Math.*;

import dev.adjoint.Differentiable;

/** How people write Java: what the language offers beside arithmetic. */
public final class Idioms {
    private Idioms() {}

    interface Consts {
        double HALF = 0.5;
        int N = 3;

        static double twice(double x) {
            return 2 * x;
        }
    }

    enum Kind {
        LINEAR(1),
        SQUARE(2),
        CUBE(3);
        final int power;

        Kind(int power) {
            this.power = power;
        }

        int half() {
            return power / 2;
        }
    }

    static final double[] TABLE = {0.5, 1.5, 2.5};
    static final int[][] STENCIL = {{-1, 0}, {1, 0}, {0, -1}, {0, 1}};
    static final String TEXT = """
        a,b
        c
        """;

    @Differentiable
    public static double textBlock(double x, double y) {
        double s = 0;
        for (char c : TEXT.toCharArray()) {
            s += switch (c) {
                case 'a' -> x * y;
                case 'b' -> {
                    double t = x;
                    yield t * t;
                }
                case '\n' -> HALF * y;
                default -> 0;
            };
        }
        return s;
    }

    @Differentiable
    public static double enumFields(double x, Kind k) {
        double p = 1;
        for (int i = 0; i < k.power; i++) p *= x;
        return p + k.half() * x + k.ordinal();
    }

    @Differentiable
    public static double patternInstance(double x, Object o) {
        if (o instanceof Integer n && n > 2) return x * n;
        if (!(o instanceof String s)) return x * x * x;
        return x * s.length() * x;
    }

    static Object[][] patternInstanceInputs() {
        return new Object[][] {{1.5, 3}, {1.5, 1}, {1.5, "abc"}, {1.5, null}};
    }

    @Differentiable
    public static double interfaceStatic(double x) {
        return Consts.twice(x) * sin(x) + Consts.N;
    }

    @Differentiable
    public static float narrowing(float f, double d) {
        f += d;
        f *= d;
        f -= 0.1;
        return f;
    }

    @Differentiable
    public static double intPlusHalf(double x, int n) {
        int i = 0;
        double s = 0;
        while (i < n) {
            i += 1.7;
            s += x * i;
        }
        i *= 2.5;
        i -= 0.5;
        i /= 1.5;
        return s * i + x;
    }

    @Differentiable
    public static double sideEffectCondition(double[] a, int n) {
        int i = 0;
        double s = 0;
        while (i++ < n) s += a[i - 1] * a[i - 1] * i;
        return s * i;
    }

    @Differentiable
    public static double commaFor(double[] a) {
        double s = 0;
        for (int i = 0, j = a.length - 1; i < j; i++, j--) {
            s += a[i] * a[j];
            double t = a[i];
            a[i] = a[j] * s;
            a[j] = t;
        }
        for (double e : a) s += e * e;
        return s;
    }

    @Differentiable
    public static double nestedTernary(double x, double y) {
        return x > 1 ? y > 0 ? x * y : x - y : y < -1 ? y * y * x : x < 0 ? sin(x) : exp(x) * y;
    }

    @Differentiable
    public static double ternarySideEffects(double[] a, int n) {
        int k = 0;
        double s = 0;
        for (int i = 0; i < n; i++) s += (i % 2 == 0 ? a[k++] : (a[k] *= 2)) * (k > 1 ? a[k - 1] : s + 1);
        return s;
    }

    static Object[][] ternarySideEffectsInputs() {
        return new Object[][] {{new double[] {1, 2, 3, 4}, 5}, {new double[] {1.1}, 1}};
    }

    static Object[][] switchYieldInputs() {
        return new Object[][] {{1.5, "sin"}, {1.5, "cos"}, {2.5, ""}, {0.4, "z"}};
    }

    @Differentiable
    public static double switchYield(double x, String op) {
        double y = x
                * switch (op) {
                    case "sin" -> sin(x);
                    case "cos" -> {
                        yield 0;
                    }
                    default -> {
                        if (x > 2) yield x;
                        yield x * x;
                    }
                };
        return y;
    }

    @Differentiable
    public static double charArithmetic(double x, String s) {
        double v = 0;
        int h = 7;
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            c += 1;
            byte b = (byte) (c * 31);
            short q = (short) (b << 3);
            h = h * 31 + c;
            h ^= h >>> 7;
            v = v * x + b + q / 3 + (h & 15) * x + (char) (c + 1) - 'a';
        }
        return v;
    }

    static Object[][] charArithmeticInputs() {
        return new Object[][] {{0.7, "hello"}, {1.1, ""}};
    }

    @Differentiable
    public static double longOverflow(double x, long n) {
        long a = Long.MAX_VALUE - n;
        a += 5 + n;
        long m = a >> 60;
        int sh = (int) (m >>> 2) & 7;
        return x * x * m + (x / (1L << sh)) + (5 / 2) * x + (-7 % 3) * x + (7 >> 1) * x;
    }

    @Differentiable
    public static double finalArrays(double x, double y) {
        final double[] w = {x, y, x * y};
        final double[][] m = {{x, 1}, {y, x}, {}};
        w[0] += m[1][1];
        m[0][0] = w[0] * w[2];
        m[2] = w;
        return m[2][0] * m[0][0] + m[0].length + m[2].length * y;
    }

    @Differentiable
    public static double covariance(double[][] a) {
        double[][] b = a.clone();
        Object o = b.length;
        double[][] c = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            c[i] = b[i].clone();
            if (i > 0) c[i][0] += c[i - 1][0] * a[i][0];
        }
        b[0] = c[a.length - 1];
        return b[0][0] * a[0][0];
    }

    static Object[][] covarianceInputs() {
        return new Object[][] {{new double[][] {{1, 2}, {3}, {0.5, 4}}}, {new double[][] {{2}}}};
    }

    @Differentiable
    public static double[] scatter(double[] a, int[] p) {
        double[] out = new double[a.length + 1];
        int n = 0;
        for (int k : p) {
            out[k] += a[n] * a[k];
            out[n++] -= a[k];
        }
        return out;
    }

    @Differentiable
    public static double whichFirst(double[] a) {
        return find(a, 0) + find(a, 1) * a.length;
    }

    static double find(double[] a, int from) {
        for (int i = from; i < a.length; i++)
            for (int j = i; j < a.length; j++) {
                if (a[i] * a[j] > 1) return a[i] * a[j] * j;
                if (a[j] < -1.5) {
                    a[j] = a[i];
                    return sin(a[j]);
                }
            }
        return a.length == 0 ? 0 : -a[a.length - 1];
    }

    @Differentiable
    public static double evenOdd(double x, int n) {
        return even(x, n * 3);
    }

    static double even(double x, int n) {
        return n <= 0 ? x * x : odd(x * 0.9 + 0.1, n - 1) + x;
    }

    static double odd(double x, int n) {
        if (n <= 0) return sin(x);
        double y = even(cos(x), n - 1);
        return y * x;
    }

    @Differentiable
    public static double arrayRecursion(double[] a, int n) {
        return prod(a, 0, a.length);
    }

    static double prod(double[] a, int lo, int hi) {
        if (hi - lo == 0) return 1;
        if (hi - lo == 1) {
            a[lo] += 0.25;
            return a[lo];
        }
        int mid = (lo + hi) >>> 1;
        double l = prod(a, lo, mid), r = prod(a, mid, hi);
        a[lo] = r * 0.5;
        return l * r + a[lo];
    }

    record P(double x, double y) {
        P plus(P o) {
            return new P(x + o.x, y + o.y);
        }

        P scaled(double s) {
            return new P(x * s, y * s);
        }

        double dot(P o) {
            return x * o.x() + y * o.y();
        }

        static P of(double t) {
            return new P(cos(t), sin(t));
        }
    }

    record Seg(P from, P to, int id) {
        double len() {
            P d = to.plus(from.scaled(-1));
            return sqrt(d.dot(d));
        }
    }

    @Differentiable
    public static double nestedRecords(Seg s, double t) {
        P m = s.from().plus(s.to()).scaled(0.5);
        Seg[] parts = {new Seg(s.from(), m, 1), new Seg(m, s.to().plus(P.of(t)), s.id() + 1)};
        double len = 0;
        for (Seg p : parts) len += p.len() * p.id();
        parts[0] = parts[1];
        return len * parts[0].from().x();
    }

    @Differentiable
    public static double localRecord(double x, double y) {
        return x * y;
    }

    @Differentiable
    public static double labelledContinue(double[] a) {
        double s = 1;
        outer:
        for (int i = 0; i < a.length; i++) {
            double t = s;
            for (int j = 0; ; j++) {
                if (j > i) continue outer;
                if (a[j] * t > 3) {
                    s = t * a[i];
                    continue outer;
                }
                if (a[j] < -1.8) break outer;
                t += a[i] * a[j];
                s += t;
            }
        }
        return s;
    }

    static double vsum(double... xs) {
        double s = 0;
        for (double x : xs) s += x * x;
        if (xs.length > 1) xs[1] = s;
        return s;
    }

    @Differentiable
    public static double varargs(double x, double[] a) {
        double t = vsum() + vsum(x) * vsum(x, 2 * x, a.length) + vsum(a);
        return t + (a.length > 1 ? a[1] : 0);
    }

    static <T extends Comparable<T>> double pick(T a, T b, double x, double y) {
        return a.compareTo(b) < 0 ? x * y : x - y;
    }

    @Differentiable
    public static double generic(double x, double y, int n) {
        return pick(n, 3, x, y) + pick("a", "b", y, x) * Idioms.<Double>pick(1.0, 0.5, x, x);
    }

    static class Inner {
        static double scale = 3;

        static class Deep {
            static double f(double x, int n) {
                return n == 0 ? 1 : x * f(x, n - 1);
            }
        }
    }

    @Differentiable
    public static double nestedClasses(double x) {
        return Inner.Deep.f(x, 3) + Idioms.TABLE[2] * x;
    }

    @Differentiable
    public static double stencil(double[][] u) {
        double r = 0;
        for (int i = 0; i < u.length; i++)
            for (int j = 0; j < u[i].length; j++) {
                double s = -4 * u[i][j];
                for (int[] d : STENCIL) {
                    int p = i + d[0], q = j + d[1];
                    if (p < 0 || q < 0 || p >= u.length || q >= u[p].length) continue;
                    s += u[p][q];
                }
                r += s * s;
                u[i][j] += 0.1 * s;
            }
        return r;
    }

    @Differentiable
    public static double compoundChain(double x, double y) {
        double a, b, c;
        a = b = c = x * y;
        a += b -= c *= x;
        b = a++ + --c;
        return a * b - c;
    }

    @Differentiable
    public static double shadowing(double x) {
        {
            double y = x;
            x = y * y;
        }
        {
            double y = 3 * x;
            x += y * y;
        }
        for (int y = 0; y < 2; y++) x *= 0.9;
        double y = x;
        return y * x;
    }

    @Differentiable
    public static double doubleLoopVar(double x) {
        double s = 0;
        for (double t = 0; t < 1; t += 0.25) s += sin(x * t);
        for (double t = x; t < 3; t += 0.9) s += t * x;
        return s;
    }

    @Differentiable
    public static double floatLoop(float x) {
        float s = 0;
        for (float t = 0; t < 1; t += 0.25f) s += x * t * x;
        return s;
    }

    @Differentiable
    public static double bitTricks(double x, int n) {
        double p = 1, b = x;
        for (int e = n + 5; e != 0; e >>= 1) {
            if ((e & 1) == 1) p *= b;
            b *= b;
        }
        return p;
    }

    @Differentiable
    public static double gotoFsm(double[] a) {
        int st = 0;
        double acc = 0;
        for (double v : a)
            switch (st) {
                case 0:
                    acc += v;
                    if (v > 0) st = 1;
                    break;
                case 1:
                    acc *= v;
                    st = 2;
                case 2:
                    acc += v * v;
                    if (v < 0) {
                        st = 0;
                        continue;
                    }
                    break;
                default:
                    throw new IllegalStateException();
            }
        return acc;
    }
}
