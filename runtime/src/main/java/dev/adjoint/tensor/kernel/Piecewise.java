package dev.adjoint.tensor.kernel;

/** Functions with kinks and steps, and the gradients of some that are computed in one pass. */
public final class Piecewise {
    private Piecewise() {}

    /** The absolute value. */
    public static final UnaryKernel ABS = UnaryKernel.of(
                    (x, y, from, to, p, q) -> {
                        for (int i = from; i < to; i++) {
                            y[i] = Math.abs(x[i]);
                        }
                    },
                    (x, y, from, to, p, q) -> {
                        for (int i = from; i < to; i++) {
                            y[i] = Math.abs(x[i]);
                        }
                    })
            .withIntegers((x, y, from, to, p, q) -> {
                for (int i = from; i < to; i++) {
                    y[i] = Math.abs(x[i]);
                }
            });

    /**
     * The larger of x and 0; NaN stays NaN and -0 stays -0. Without branches, which would be mispredicted half of the
     * time; the summand is 0 for negative x, else -0, so that it turns -0 into 0 for negative x alone.
     */
    public static final UnaryKernel RELU = UnaryKernel.of(
                    (x, y, from, to, p, q) -> {
                        for (int i = from; i < to; i++) {
                            y[i] = Math.max(x[i], -0f) + Math.max(Math.min(x[i] + 0f, 0f), -1f) * -0f;
                        }
                    },
                    (x, y, from, to, p, q) -> {
                        for (int i = from; i < to; i++) {
                            y[i] = Math.max(x[i], -0.0) + Math.max(Math.min(x[i] + 0.0, 0.0), -1.0) * -0.0;
                        }
                    })
            .withIntegers((x, y, from, to, p, q) -> {
                for (int i = from; i < to; i++) {
                    y[i] = Math.max(x[i], 0);
                }
            });

    /** -1, 0 or 1; 0 for NaN, as PyTorch has it. */
    public static final UnaryKernel SIGN = UnaryKernel.of((x, p, q) -> x > 0 ? 1 : x < 0 ? -1 : 0)
            .withIntegers((x, y, from, to, p, q) -> {
                for (int i = from; i < to; i++) {
                    y[i] = Long.signum(x[i]);
                }
            });

    /** The largest integer not above x. */
    public static final UnaryKernel FLOOR =
            UnaryKernel.of((x, p, q) -> Math.floor(x)).withIntegers(Piecewise::same);

    /** The smallest integer not below x. */
    public static final UnaryKernel CEIL =
            UnaryKernel.of((x, p, q) -> Math.ceil(x)).withIntegers(Piecewise::same);

    /** The nearest integer, the even one at a tie. */
    public static final UnaryKernel ROUND =
            UnaryKernel.of((x, p, q) -> Math.rint(x)).withIntegers(Piecewise::same);

    /** x limited to at least p and then to at most q; NaN stays NaN, and limits that are NaN make all NaN. */
    public static final UnaryKernel CLAMP = UnaryKernel.of((x, p, q) -> {
                double low = x >= p ? x : x < p ? p : x + p;
                return low <= q ? low : low > q ? q : low + q;
            })
            .withIntegers((x, y, from, to, p, q) -> {
                for (int i = from; i < to; i++) {
                    long low = x[i] < p ? (long) p : x[i];
                    y[i] = low > q ? (long) q : low;
                }
            });

    /** x for x above 0, else p x. */
    public static final UnaryKernel LEAKY_RELU = UnaryKernel.of((x, p, q) -> x > 0 ? x : x * p);

    /** x for x above 0, else p (e^x - 1). */
    public static final UnaryKernel ELU = UnaryKernel.of((x, p, q) -> x > 0 ? x : p * Math.expm1(x));

    /** log(1 + e^(p x)) / p, and x itself where p x exceeds q. */
    public static final UnaryKernel SOFTPLUS =
            UnaryKernel.of((x, p, q) -> x * p > q ? x : Math.log1p(Math.exp(x * p)) / p);

    /** The larger one; NaN if either is. */
    public static final BinaryKernel MAXIMUM = BinaryKernel.of(
                    (a, b, y, from, to, p) -> {
                        for (int i = from; i < to; i++) {
                            y[i] = Math.max(a[i], b[i]);
                        }
                    },
                    (a, b, y, from, to, p) -> {
                        for (int i = from; i < to; i++) {
                            y[i] = Math.max(a[i], b[i]);
                        }
                    })
            .withIntegers((a, b, y, from, to, p) -> {
                for (int i = from; i < to; i++) {
                    y[i] = Math.max(a[i], b[i]);
                }
            });

    /** The smaller one; NaN if either is. */
    public static final BinaryKernel MINIMUM = BinaryKernel.of(
                    (a, b, y, from, to, p) -> {
                        for (int i = from; i < to; i++) {
                            y[i] = Math.min(a[i], b[i]);
                        }
                    },
                    (a, b, y, from, to, p) -> {
                        for (int i = from; i < to; i++) {
                            y[i] = Math.min(a[i], b[i]);
                        }
                    })
            .withIntegers((a, b, y, from, to, p) -> {
                for (int i = from; i < to; i++) {
                    y[i] = Math.min(a[i], b[i]);
                }
            });

    /** The gradient a where b is above 0 or NaN, else 0; without branches, on the bits: only positive ones pass. */
    public static final BinaryKernel THRESHOLD_BACKWARD = BinaryKernel.of(
            (a, b, y, from, to, p) -> {
                for (int i = from; i < to; i++) {
                    int bits = Float.floatToIntBits(b[i]);
                    y[i] = Float.intBitsToFloat(Float.floatToRawIntBits(a[i]) & ((-bits & ~bits) >> 31));
                }
            },
            (a, b, y, from, to, p) -> {
                for (int i = from; i < to; i++) {
                    long bits = Double.doubleToLongBits(b[i]);
                    y[i] = Double.longBitsToDouble(Double.doubleToRawLongBits(a[i]) & ((-bits & ~bits) >> 63));
                }
            });

    /** The gradient of tanh from the incoming one, a, and tanh's value b: {@code a (1 - b^2)}. */
    public static final BinaryKernel TANH_BACKWARD = BinaryKernel.of(
            (a, b, y, from, to, p) -> {
                for (int i = from; i < to; i++) {
                    y[i] = a[i] * (1 - b[i] * b[i]);
                }
            },
            (a, b, y, from, to, p) -> {
                for (int i = from; i < to; i++) {
                    y[i] = a[i] * (1 - b[i] * b[i]);
                }
            });

    /** The gradient of the logistic function from the incoming one, a, and its value b: {@code a b (1 - b)}. */
    public static final BinaryKernel SIGMOID_BACKWARD = BinaryKernel.of(
            (a, b, y, from, to, p) -> {
                for (int i = from; i < to; i++) {
                    y[i] = a[i] * (1 - b[i]) * b[i];
                }
            },
            (a, b, y, from, to, p) -> {
                for (int i = from; i < to; i++) {
                    y[i] = a[i] * (1 - b[i]) * b[i];
                }
            });

    private static void same(long[] x, long[] y, int from, int to, double p, double q) {
        System.arraycopy(x, from, y, from, to - from);
    }
}
