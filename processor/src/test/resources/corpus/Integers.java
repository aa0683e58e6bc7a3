package corpus;

import dev.adjoint.Differentiable;

/** int, long, short, byte, char and boolean beside floating-point numbers. */
public final class Integers {
    private Integers() {}

    @Differentiable
    public static double intFactor(double x, int n) {
        return n * x * x + n / 2 * x + n % 3;
    }

    @Differentiable
    public static double longFactor(double x, long n) {
        return n * x + (n << 2) * x * x - (n >> 1) + (n >>> 1) * x;
    }

    @Differentiable
    public static double bits(double x, int n) {
        return (n & 1) * x + (n | 4) * x * x + (n ^ 3) * x + ~n * x;
    }

    @Differentiable
    public static double overflow(double x) {
        int big = Integer.MAX_VALUE;
        big += 2;
        long huge = Long.MAX_VALUE;
        huge++;
        return x * (big + 3.0) / Integer.MAX_VALUE + x * x * (huge / 1e19);
    }

    @Differentiable
    public static double narrowing(double x, int n) {
        byte b = (byte) (n + 300);
        short s = (short) (n * 10_000);
        char c = (char) (n + 'a');
        return x * b + x * x * s / 1000 + x * c;
    }

    @Differentiable
    public static double compoundNarrowing(double x, int n) {
        int k = n;
        k += 2.7;
        k *= 1.5;
        byte b = 100;
        b += n + 100;
        short s = 1;
        s <<= 3;
        k -= s;
        k >>= 1;
        return x * k + x * x * b;
    }

    @Differentiable
    public static double truncatedActive(double x) {
        int k = (int) (x * 3.3);
        return k * x + (x - k);
    }

    static Object[][] truncatedActiveInputs() {
        return new Object[][] {{1.0}, {-2.2}, {0.1}};
    }

    @Differentiable
    public static double roundedActive(double x) {
        long k = Math.round(x * 2);
        int j = (int) Math.floor(x);
        return (x - k / 2.0) * (x - k / 2.0) + j * x;
    }

    static Object[][] roundedActiveInputs() {
        return new Object[][] {{1.1}, {-2.1}, {0.1}};
    }

    @Differentiable
    public static double integerDivisionInIndex(double[] a) {
        double s = 0;
        for (int i = 0; i < 2 * a.length; i++) {
            s += a[i / 2] * a[(i + 1) / 2 % a.length];
        }
        return s;
    }

    @Differentiable
    public static double longIndex(double[] a) {
        double s = 0;
        for (long i = 0; i < a.length; i++) {
            s = s * 0.5 + a[(int) i] * i;
        }
        return s;
    }

    @Differentiable
    public static double counters(double[] a) {
        int above = 0;
        long below = 0;
        double s = 0;
        for (double e : a) {
            if (e > 0.9) {
                above++;
                s += e * above;
            } else {
                below += 2;
                s *= 1 + below * e;
            }
        }
        return s * (above + below);
    }

    @Differentiable
    public static double linearCongruence(double x, int n) {
        long seed = 42;
        double s = 0;
        for (int i = 0; i < n; i++) {
            seed = (seed * 1103515245L + 12345L) & 0x7fffffffL;
            double u = seed / (double) 0x80000000L;
            s += Math.sin(x * u);
        }
        return s;
    }

    @Differentiable
    public static double gcdWeight(double x, int n) {
        int a = 84;
        int b = n + 30;
        while (b != 0) {
            int t = a % b;
            a = b;
            b = t;
        }
        return x * x * a;
    }

    @Differentiable
    public static double powerBySquaring(double x, int n) {
        double result = 1;
        double base = x;
        for (int k = n + 3; k > 0; k >>= 1) {
            if ((k & 1) == 1) {
                result *= base;
            }
            base *= base;
        }
        return result;
    }

    static double powerBySquaringExpected(double x, int n) {
        return (n + 3) * Math.pow(x, n + 2);
    }

    @Differentiable
    public static double prefixAndPostfix(double x, int n) {
        int i = n;
        double y = x * i++ + x * x * ++i;
        y += i-- - --i * x;
        return y * i;
    }

    @Differentiable
    public static double intArrays(double[] a) {
        int[] count = new int[3];
        long[] total = {1, 2, 3};
        for (int i = 0; i < a.length; i++) {
            count[i % 3]++;
            total[count[i % 3] % 3] += i;
        }
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s += a[i] * a[i] * count[i % 3] + a[i] * total[i % 3];
        }
        return s;
    }

    @Differentiable
    public static double bitCounts(double x, int n) {
        return x * Integer.bitCount(n + 5) + Long.numberOfTrailingZeros(n + 8L) * x * x + Integer.MAX_VALUE % 7 * x;
    }

    @Differentiable
    public static double booleans(double x, boolean p) {
        boolean q = !p;
        q |= x > 1;
        q &= p ^ true;
        boolean r = p == q;
        return (q ? x : x * x) + (r ? 2 * x : 0);
    }

    @Differentiable
    public static double intOverflowInLoop(double x, int n) {
        int h = 17;
        for (int i = 0; i < n; i++) {
            h = 31 * h + i * 1_000_003;
        }
        return x * x * (h % 10);
    }

    @Differentiable
    public static double unsignedShiftAssign(double x, int n) {
        int k = -n - 1;
        k >>>= 28;
        k ^= 5;
        k |= 8;
        k %= 11;
        return k * x * x;
    }

    @Differentiable
    public static double onlyIntegers(double x, int n) {
        int s = 0;
        for (int i = 0; i < n; i++) {
            s += i * i;
        }
        return s;
    }
}
