package dev.adjoint.tensor.kernel;

/** Functions with kinks and steps, and the gradients of some that are computed in one pass. */
public final class Piecewise {
    private Piecewise() {}

    /** The absolute value. */
    public static final UnaryKernel ABS = UnaryKernel.of(
                    (x, xo, y, yo, n, p, q) -> {
                        for (int i = 0; i < n; i++) {
                            y[yo + i] = Math.abs(x[xo + i]);
                        }
                    },
                    (x, xo, y, yo, n, p, q) -> {
                        for (int i = 0; i < n; i++) {
                            y[yo + i] = Math.abs(x[xo + i]);
                        }
                    })
            .withIntegers((x, xo, y, yo, n, p, q) -> {
                for (int i = 0; i < n; i++) {
                    y[yo + i] = Math.abs(x[xo + i]);
                }
            });

    /** The larger of x and 0; NaN stays NaN and -0 stays -0. */
    public static final UnaryKernel RELU = UnaryKernel.of(
                    (x, xo, y, yo, n, p, q) -> {
                        for (int i = 0; i < n; i++) {
                            y[yo + i] = x[xo + i] < 0 ? 0 : x[xo + i];
                        }
                    },
                    (x, xo, y, yo, n, p, q) -> {
                        for (int i = 0; i < n; i++) {
                            y[yo + i] = x[xo + i] < 0 ? 0 : x[xo + i];
                        }
                    })
            .withIntegers((x, xo, y, yo, n, p, q) -> {
                for (int i = 0; i < n; i++) {
                    y[yo + i] = Math.max(x[xo + i], 0);
                }
            });

    /** -1, 0 or 1; 0 for NaN, as PyTorch has it. */
    public static final UnaryKernel SIGN = UnaryKernel.of((x, p, q) -> x > 0 ? 1 : x < 0 ? -1 : 0)
            .withIntegers((x, xo, y, yo, n, p, q) -> {
                for (int i = 0; i < n; i++) {
                    y[yo + i] = Long.signum(x[xo + i]);
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

    /** x limited to at least p and then to at most q; NaN stays NaN. */
    public static final UnaryKernel CLAMP = UnaryKernel.of((x, p, q) -> {
                double low = x < p ? p : x;
                return low > q ? q : low;
            })
            .withIntegers((x, xo, y, yo, n, p, q) -> {
                for (int i = 0; i < n; i++) {
                    long low = x[xo + i] < p ? (long) p : x[xo + i];
                    y[yo + i] = low > q ? (long) q : low;
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
                    (a, ao, b, bo, y, yo, n, p) -> {
                        for (int i = 0; i < n; i++) {
                            y[yo + i] = Math.max(a[ao + i], b[bo + i]);
                        }
                    },
                    (a, ao, b, bo, y, yo, n, p) -> {
                        for (int i = 0; i < n; i++) {
                            y[yo + i] = Math.max(a[ao + i], b[bo + i]);
                        }
                    })
            .withIntegers((a, ao, b, bo, y, yo, n, p) -> {
                for (int i = 0; i < n; i++) {
                    y[yo + i] = Math.max(a[ao + i], b[bo + i]);
                }
            });

    /** The smaller one; NaN if either is. */
    public static final BinaryKernel MINIMUM = BinaryKernel.of(
                    (a, ao, b, bo, y, yo, n, p) -> {
                        for (int i = 0; i < n; i++) {
                            y[yo + i] = Math.min(a[ao + i], b[bo + i]);
                        }
                    },
                    (a, ao, b, bo, y, yo, n, p) -> {
                        for (int i = 0; i < n; i++) {
                            y[yo + i] = Math.min(a[ao + i], b[bo + i]);
                        }
                    })
            .withIntegers((a, ao, b, bo, y, yo, n, p) -> {
                for (int i = 0; i < n; i++) {
                    y[yo + i] = Math.min(a[ao + i], b[bo + i]);
                }
            });

    /** The gradient a where b is above 0, else 0. */
    public static final BinaryKernel THRESHOLD_BACKWARD = BinaryKernel.of(
            (a, ao, b, bo, y, yo, n, p) -> {
                for (int i = 0; i < n; i++) {
                    y[yo + i] = b[bo + i] <= 0 ? 0 : a[ao + i];
                }
            },
            (a, ao, b, bo, y, yo, n, p) -> {
                for (int i = 0; i < n; i++) {
                    y[yo + i] = b[bo + i] <= 0 ? 0 : a[ao + i];
                }
            });

    /** The gradient of tanh from the incoming one, a, and tanh's value b: {@code a (1 - b^2)}. */
    public static final BinaryKernel TANH_BACKWARD = BinaryKernel.of(
            (a, ao, b, bo, y, yo, n, p) -> {
                for (int i = 0; i < n; i++) {
                    y[yo + i] = a[ao + i] * (1 - b[bo + i] * b[bo + i]);
                }
            },
            (a, ao, b, bo, y, yo, n, p) -> {
                for (int i = 0; i < n; i++) {
                    y[yo + i] = a[ao + i] * (1 - b[bo + i] * b[bo + i]);
                }
            });

    /** The gradient of the logistic function from the incoming one, a, and its value b: {@code a b (1 - b)}. */
    public static final BinaryKernel SIGMOID_BACKWARD = BinaryKernel.of(
            (a, ao, b, bo, y, yo, n, p) -> {
                for (int i = 0; i < n; i++) {
                    y[yo + i] = a[ao + i] * (1 - b[bo + i]) * b[bo + i];
                }
            },
            (a, ao, b, bo, y, yo, n, p) -> {
                for (int i = 0; i < n; i++) {
                    y[yo + i] = a[ao + i] * (1 - b[bo + i]) * b[bo + i];
                }
            });

    private static void same(long[] x, int xo, long[] y, int yo, int n, double p, double q) {
        System.arraycopy(x, xo, y, yo, n);
    }
}
