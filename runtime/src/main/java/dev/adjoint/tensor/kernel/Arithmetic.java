package dev.adjoint.tensor.kernel;

/** Sums, products and what is built from them; plain loops, which the JIT compiler turns into vector code. */
public final class Arithmetic {
    private Arithmetic() {}

    /** {@code a + p b}. */
    public static final BinaryKernel ADD = BinaryKernel.of(Arithmetic::add, Arithmetic::add)
            .withIntegers((a, b, y, from, to, p) -> {
                for (int i = from; i < to; i++) {
                    y[i] = a[i] + (long) p * b[i];
                }
            });

    /** {@code a - p b}. */
    public static final BinaryKernel SUB = BinaryKernel.of(
                    (a, b, y, from, to, p) -> add(a, b, y, from, to, -p),
                    (a, b, y, from, to, p) -> add(a, b, y, from, to, -p))
            .withIntegers((a, b, y, from, to, p) -> {
                for (int i = from; i < to; i++) {
                    y[i] = a[i] - (long) p * b[i];
                }
            });

    /** {@code a b}. */
    public static final BinaryKernel MUL = BinaryKernel.of(
                    (a, b, y, from, to, p) -> {
                        for (int i = from; i < to; i++) {
                            y[i] = a[i] * b[i];
                        }
                    },
                    (a, b, y, from, to, p) -> {
                        for (int i = from; i < to; i++) {
                            y[i] = a[i] * b[i];
                        }
                    })
            .withIntegers((a, b, y, from, to, p) -> {
                for (int i = from; i < to; i++) {
                    y[i] = a[i] * b[i];
                }
            });

    /** {@code a / b}. */
    public static final BinaryKernel DIV = BinaryKernel.of(
            (a, b, y, from, to, p) -> {
                for (int i = from; i < to; i++) {
                    y[i] = a[i] / b[i];
                }
            },
            (a, b, y, from, to, p) -> {
                for (int i = from; i < to; i++) {
                    y[i] = a[i] / b[i];
                }
            });

    /** {@code x + p}. */
    public static final UnaryKernel ADD_SCALAR = UnaryKernel.of(
                    (x, y, from, to, p, q) -> {
                        float s = (float) p;
                        for (int i = from; i < to; i++) {
                            y[i] = x[i] + s;
                        }
                    },
                    (x, y, from, to, p, q) -> {
                        for (int i = from; i < to; i++) {
                            y[i] = x[i] + p;
                        }
                    })
            .withIntegers((x, y, from, to, p, q) -> {
                for (int i = from; i < to; i++) {
                    y[i] = x[i] + (long) p;
                }
            });

    /** {@code p - x}. */
    public static final UnaryKernel RSUB_SCALAR = UnaryKernel.of(
                    (x, y, from, to, p, q) -> {
                        float s = (float) p;
                        for (int i = from; i < to; i++) {
                            y[i] = s - x[i];
                        }
                    },
                    (x, y, from, to, p, q) -> {
                        for (int i = from; i < to; i++) {
                            y[i] = p - x[i];
                        }
                    })
            .withIntegers((x, y, from, to, p, q) -> {
                for (int i = from; i < to; i++) {
                    y[i] = (long) p - x[i];
                }
            });

    /** {@code p x}. */
    public static final UnaryKernel MUL_SCALAR = UnaryKernel.of(
                    (x, y, from, to, p, q) -> {
                        float s = (float) p;
                        for (int i = from; i < to; i++) {
                            y[i] = x[i] * s;
                        }
                    },
                    (x, y, from, to, p, q) -> {
                        for (int i = from; i < to; i++) {
                            y[i] = x[i] * p;
                        }
                    })
            .withIntegers((x, y, from, to, p, q) -> {
                for (int i = from; i < to; i++) {
                    y[i] = x[i] * (long) p;
                }
            });

    /** {@code x / p}. */
    public static final UnaryKernel DIV_SCALAR = UnaryKernel.of(
            (x, y, from, to, p, q) -> {
                float s = (float) p;
                for (int i = from; i < to; i++) {
                    y[i] = x[i] / s;
                }
            },
            (x, y, from, to, p, q) -> {
                for (int i = from; i < to; i++) {
                    y[i] = x[i] / p;
                }
            });

    /** {@code -x}. */
    public static final UnaryKernel NEG = UnaryKernel.of(
                    (x, y, from, to, p, q) -> {
                        for (int i = from; i < to; i++) {
                            y[i] = -x[i];
                        }
                    },
                    (x, y, from, to, p, q) -> {
                        for (int i = from; i < to; i++) {
                            y[i] = -x[i];
                        }
                    })
            .withIntegers((x, y, from, to, p, q) -> {
                for (int i = from; i < to; i++) {
                    y[i] = -x[i];
                }
            });

    /** {@code 1 / x}. */
    public static final UnaryKernel RECIPROCAL = UnaryKernel.of(
            (x, y, from, to, p, q) -> {
                for (int i = from; i < to; i++) {
                    y[i] = 1 / x[i];
                }
            },
            (x, y, from, to, p, q) -> {
                for (int i = from; i < to; i++) {
                    y[i] = 1 / x[i];
                }
            });

    private static void add(float[] a, float[] b, float[] y, int from, int to, double p) {
        if (p == 1) {
            for (int i = from; i < to; i++) {
                y[i] = a[i] + b[i];
            }
            return;
        }
        float s = (float) p;
        for (int i = from; i < to; i++) {
            y[i] = a[i] + s * b[i];
        }
    }

    private static void add(double[] a, double[] b, double[] y, int from, int to, double p) {
        if (p == 1) {
            for (int i = from; i < to; i++) {
                y[i] = a[i] + b[i];
            }
            return;
        }
        for (int i = from; i < to; i++) {
            y[i] = a[i] + p * b[i];
        }
    }
}
