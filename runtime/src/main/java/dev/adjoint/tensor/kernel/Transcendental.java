package dev.adjoint.tensor.kernel;

/** Exponentials, logarithms, powers, circular and hyperbolic functions. */
public final class Transcendental {
    private Transcendental() {}

    /** {@code e^x}. */
    public static final UnaryKernel EXP =
            UnaryKernel.of((x, y, from, to, p, q) -> Exponential.exp(x, y, from, to), (x, y, from, to, p, q) -> {
                for (int i = from; i < to; i++) {
                    y[i] = Math.exp(x[i]);
                }
            });

    /** The hyperbolic tangent. */
    public static final UnaryKernel TANH =
            UnaryKernel.of((x, y, from, to, p, q) -> Exponential.tanh(x, y, from, to), (x, y, from, to, p, q) -> {
                for (int i = from; i < to; i++) {
                    y[i] = Math.tanh(x[i]);
                }
            });

    /** The logistic function {@code 1 / (1 + e^-x)}. */
    public static final UnaryKernel SIGMOID =
            UnaryKernel.of((x, y, from, to, p, q) -> Exponential.sigmoid(x, y, from, to), (x, y, from, to, p, q) -> {
                for (int i = from; i < to; i++) {
                    y[i] = 1 / (1 + Math.exp(-x[i]));
                }
            });

    /** The natural logarithm. */
    public static final UnaryKernel LOG = UnaryKernel.of((x, p, q) -> Math.log(x));

    /** {@code log(1 + x)}. */
    public static final UnaryKernel LOG1P = UnaryKernel.of((x, p, q) -> Math.log1p(x));

    /** {@code e^x - 1}. */
    public static final UnaryKernel EXPM1 = UnaryKernel.of((x, p, q) -> Math.expm1(x));

    /** The square root. */
    public static final UnaryKernel SQRT = UnaryKernel.of(
            (x, y, from, to, p, q) -> {
                for (int i = from; i < to; i++) {
                    y[i] = (float) Math.sqrt(x[i]);
                }
            },
            (x, y, from, to, p, q) -> {
                for (int i = from; i < to; i++) {
                    y[i] = Math.sqrt(x[i]);
                }
            });

    /** {@code 1 / sqrt(x)}. */
    public static final UnaryKernel RSQRT = UnaryKernel.of(
            (x, y, from, to, p, q) -> {
                for (int i = from; i < to; i++) {
                    y[i] = (float) (1 / Math.sqrt(x[i]));
                }
            },
            (x, y, from, to, p, q) -> {
                for (int i = from; i < to; i++) {
                    y[i] = 1 / Math.sqrt(x[i]);
                }
            });

    /** The sine. */
    public static final UnaryKernel SIN = UnaryKernel.of((x, p, q) -> Math.sin(x));

    /** The cosine. */
    public static final UnaryKernel COS = UnaryKernel.of((x, p, q) -> Math.cos(x));

    /** The tangent. */
    public static final UnaryKernel TAN = UnaryKernel.of((x, p, q) -> Math.tan(x));

    /** The arc sine. */
    public static final UnaryKernel ASIN = UnaryKernel.of((x, p, q) -> Math.asin(x));

    /** The arc cosine. */
    public static final UnaryKernel ACOS = UnaryKernel.of((x, p, q) -> Math.acos(x));

    /** The arc tangent. */
    public static final UnaryKernel ATAN = UnaryKernel.of((x, p, q) -> Math.atan(x));

    /** The hyperbolic sine. */
    public static final UnaryKernel SINH = UnaryKernel.of((x, p, q) -> Math.sinh(x));

    /** The hyperbolic cosine. */
    public static final UnaryKernel COSH = UnaryKernel.of((x, p, q) -> Math.cosh(x));

    /** The error function. */
    public static final UnaryKernel ERF = UnaryKernel.of((x, p, q) -> Special.erf(x));

    /** {@code x^p}. */
    public static final UnaryKernel POW_SCALAR = UnaryKernel.of(
                    (x, y, from, to, p, q) -> {
                        for (int i = from; i < to; i++) {
                            y[i] = p == 2 ? x[i] * x[i] : (float) power(x[i], p);
                        }
                    },
                    (x, y, from, to, p, q) -> {
                        for (int i = from; i < to; i++) {
                            y[i] = p == 2 ? x[i] * x[i] : power(x[i], p);
                        }
                    })
            .withIntegers((x, y, from, to, p, q) -> {
                for (int i = from; i < to; i++) {
                    y[i] = integerPower(x[i], (long) p);
                }
            });

    /** {@code p^x}. */
    public static final UnaryKernel RPOW_SCALAR = UnaryKernel.of((x, p, q) -> ieeePower(p, x));

    /** {@code a^b}. */
    public static final BinaryKernel POW = BinaryKernel.of((a, b, p) -> ieeePower(a, b))
            .withIntegers((a, b, y, from, to, p) -> {
                for (int i = from; i < to; i++) {
                    y[i] = integerPower(a[i], b[i]);
                }
            });

    /** The angle of the point (b, a). */
    public static final BinaryKernel ATAN2 = BinaryKernel.of((a, b, p) -> Math.atan2(a, b));

    /** {@code sqrt(a^2 + b^2)} without overflow. */
    public static final BinaryKernel HYPOT = BinaryKernel.of((a, b, p) -> Math.hypot(a, b));

    /** The error function of one number. */
    public static double erf(double x) {
        return Special.erf(x);
    }

    /** As PyTorch has it, roots of negative numbers and of -0 included. */
    private static double power(double x, double p) {
        if (p == 0.5) {
            return Math.sqrt(x);
        }
        if (p == -0.5) {
            return 1 / Math.sqrt(x);
        }
        if (p == 3) {
            return x * x * x;
        }
        if (p == -1) {
            return 1 / x;
        }
        return p == -2 ? 1 / (x * x) : ieeePower(x, p);
    }

    /** As C's pow: 1 to any power is 1, also where Java's says NaN. */
    private static double ieeePower(double x, double p) {
        return x == 1 || (x == -1 && Double.isInfinite(p)) ? 1 : Math.pow(x, p);
    }

    /** Wraps around on overflow; negative powers are zero except for 1 and -1, as PyTorch has them. */
    private static long integerPower(long x, long p) {
        if (p < 0) {
            return x == 1 ? 1 : x == -1 ? (p % 2 == 0 ? 1 : -1) : 0;
        }
        long result = 1;
        long square = x;
        for (long e = p; e > 0; e >>= 1) {
            if ((e & 1) == 1) {
                result *= square;
            }
            square *= square;
        }
        return result;
    }
}
