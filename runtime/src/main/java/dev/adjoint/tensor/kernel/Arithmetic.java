package dev.adjoint.tensor.kernel;

/** Sums, products and what is built from them; plain loops, which the JIT compiler turns into vector code. */
public final class Arithmetic {
    private Arithmetic() {}

    /** {@code a + p b}. */
    public static final BinaryKernel ADD = BinaryKernel.of(Arithmetic::add, Arithmetic::add)
            .withIntegers((a, ao, b, bo, y, yo, n, p) -> {
                for (int i = 0; i < n; i++) {
                    y[yo + i] = a[ao + i] + (long) p * b[bo + i];
                }
            });

    /** {@code a - p b}. */
    public static final BinaryKernel SUB = BinaryKernel.of(
                    (a, ao, b, bo, y, yo, n, p) -> add(a, ao, b, bo, y, yo, n, -p),
                    (a, ao, b, bo, y, yo, n, p) -> add(a, ao, b, bo, y, yo, n, -p))
            .withIntegers((a, ao, b, bo, y, yo, n, p) -> {
                for (int i = 0; i < n; i++) {
                    y[yo + i] = a[ao + i] - (long) p * b[bo + i];
                }
            });

    /** {@code a b}. */
    public static final BinaryKernel MUL = BinaryKernel.of(
                    (a, ao, b, bo, y, yo, n, p) -> {
                        for (int i = 0; i < n; i++) {
                            y[yo + i] = a[ao + i] * b[bo + i];
                        }
                    },
                    (a, ao, b, bo, y, yo, n, p) -> {
                        for (int i = 0; i < n; i++) {
                            y[yo + i] = a[ao + i] * b[bo + i];
                        }
                    })
            .withIntegers((a, ao, b, bo, y, yo, n, p) -> {
                for (int i = 0; i < n; i++) {
                    y[yo + i] = a[ao + i] * b[bo + i];
                }
            });

    /** {@code a / b}. */
    public static final BinaryKernel DIV = BinaryKernel.of(
            (a, ao, b, bo, y, yo, n, p) -> {
                for (int i = 0; i < n; i++) {
                    y[yo + i] = a[ao + i] / b[bo + i];
                }
            },
            (a, ao, b, bo, y, yo, n, p) -> {
                for (int i = 0; i < n; i++) {
                    y[yo + i] = a[ao + i] / b[bo + i];
                }
            });

    /** {@code x + p}. */
    public static final UnaryKernel ADD_SCALAR = UnaryKernel.of(
                    (x, xo, y, yo, n, p, q) -> {
                        float s = (float) p;
                        for (int i = 0; i < n; i++) {
                            y[yo + i] = x[xo + i] + s;
                        }
                    },
                    (x, xo, y, yo, n, p, q) -> {
                        for (int i = 0; i < n; i++) {
                            y[yo + i] = x[xo + i] + p;
                        }
                    })
            .withIntegers((x, xo, y, yo, n, p, q) -> {
                for (int i = 0; i < n; i++) {
                    y[yo + i] = x[xo + i] + (long) p;
                }
            });

    /** {@code p - x}. */
    public static final UnaryKernel RSUB_SCALAR = UnaryKernel.of(
                    (x, xo, y, yo, n, p, q) -> {
                        float s = (float) p;
                        for (int i = 0; i < n; i++) {
                            y[yo + i] = s - x[xo + i];
                        }
                    },
                    (x, xo, y, yo, n, p, q) -> {
                        for (int i = 0; i < n; i++) {
                            y[yo + i] = p - x[xo + i];
                        }
                    })
            .withIntegers((x, xo, y, yo, n, p, q) -> {
                for (int i = 0; i < n; i++) {
                    y[yo + i] = (long) p - x[xo + i];
                }
            });

    /** {@code p x}. */
    public static final UnaryKernel MUL_SCALAR = UnaryKernel.of(
                    (x, xo, y, yo, n, p, q) -> {
                        float s = (float) p;
                        for (int i = 0; i < n; i++) {
                            y[yo + i] = x[xo + i] * s;
                        }
                    },
                    (x, xo, y, yo, n, p, q) -> {
                        for (int i = 0; i < n; i++) {
                            y[yo + i] = x[xo + i] * p;
                        }
                    })
            .withIntegers((x, xo, y, yo, n, p, q) -> {
                for (int i = 0; i < n; i++) {
                    y[yo + i] = x[xo + i] * (long) p;
                }
            });

    /** {@code x / p}. */
    public static final UnaryKernel DIV_SCALAR = UnaryKernel.of(
            (x, xo, y, yo, n, p, q) -> {
                float s = (float) p;
                for (int i = 0; i < n; i++) {
                    y[yo + i] = x[xo + i] / s;
                }
            },
            (x, xo, y, yo, n, p, q) -> {
                for (int i = 0; i < n; i++) {
                    y[yo + i] = x[xo + i] / p;
                }
            });

    /** {@code -x}. */
    public static final UnaryKernel NEG = UnaryKernel.of(
                    (x, xo, y, yo, n, p, q) -> {
                        for (int i = 0; i < n; i++) {
                            y[yo + i] = -x[xo + i];
                        }
                    },
                    (x, xo, y, yo, n, p, q) -> {
                        for (int i = 0; i < n; i++) {
                            y[yo + i] = -x[xo + i];
                        }
                    })
            .withIntegers((x, xo, y, yo, n, p, q) -> {
                for (int i = 0; i < n; i++) {
                    y[yo + i] = -x[xo + i];
                }
            });

    /** {@code 1 / x}. */
    public static final UnaryKernel RECIPROCAL = UnaryKernel.of(
            (x, xo, y, yo, n, p, q) -> {
                for (int i = 0; i < n; i++) {
                    y[yo + i] = 1 / x[xo + i];
                }
            },
            (x, xo, y, yo, n, p, q) -> {
                for (int i = 0; i < n; i++) {
                    y[yo + i] = 1 / x[xo + i];
                }
            });

    private static void add(float[] a, int ao, float[] b, int bo, float[] y, int yo, int n, double p) {
        if (p == 1) {
            for (int i = 0; i < n; i++) {
                y[yo + i] = a[ao + i] + b[bo + i];
            }
            return;
        }
        float s = (float) p;
        for (int i = 0; i < n; i++) {
            y[yo + i] = a[ao + i] + s * b[bo + i];
        }
    }

    private static void add(double[] a, int ao, double[] b, int bo, double[] y, int yo, int n, double p) {
        if (p == 1) {
            for (int i = 0; i < n; i++) {
                y[yo + i] = a[ao + i] + b[bo + i];
            }
            return;
        }
        for (int i = 0; i < n; i++) {
            y[yo + i] = a[ao + i] + p * b[bo + i];
        }
    }
}
