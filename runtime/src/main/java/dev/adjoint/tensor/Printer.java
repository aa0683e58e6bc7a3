package dev.adjoint.tensor;

import dev.adjoint.tensor.kernel.Convert;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;

/** Prints tensors as PyTorch's {@code str} does, with its default options. */
final class Printer {
    private static final int PRECISION = 4;
    private static final int THRESHOLD = 1000;
    private static final int EDGE = 3;
    private static final int LINE_WIDTH = 80;
    private static final String PREFIX = "tensor(";

    private final Tensor x;
    private final boolean summarize;
    private final Format format;

    private Printer(Tensor x) {
        this.x = x;
        this.summarize = x.numel > THRESHOLD;
        this.format = Format.of(x, summarize);
    }

    static String print(Tensor t) {
        Tensor x = t.detach();
        String body = x.numel == 0 ? "[]" : new Printer(x).body();
        return withSuffixes(t, PREFIX + body);
    }

    private static String withSuffixes(Tensor t, String text) {
        StringBuilder s = new StringBuilder(text);
        // PyTorch counts the last line two characters longer than it is.
        int width = text.length() - text.lastIndexOf('\n') + 1;
        for (String suffix : suffixes(t)) {
            if (suffix != null) {
                if (width + suffix.length() + 2 > LINE_WIDTH) {
                    s.append(",\n").append(" ".repeat(PREFIX.length())).append(suffix);
                    width = PREFIX.length() + suffix.length();
                } else {
                    s.append(", ").append(suffix);
                    width += suffix.length() + 2;
                }
            }
        }
        return s.append(')').toString();
    }

    private static String[] suffixes(Tensor t) {
        String[] s = new String[3];
        if (t.numel == 0 && t.shape.length != 1) {
            s[0] = "size=" + tuple(t.shape);
        }
        boolean evident = t.dtype == DType.FLOAT32 || (t.numel > 0 && t.dtype != DType.FLOAT64);
        if (!evident) {
            s[1] = "dtype=" + t.dtype;
        }
        Node n = t.gradFn();
        s[2] = n != null ? "grad_fn=<" + n.shortName() + ">" : t.requiresGrad() ? "requires_grad=True" : null;
        return s;
    }

    /** As Python prints a tuple. */
    private static String tuple(int[] shape) {
        String inner = Arrays.toString(shape);
        return "(" + inner.substring(1, inner.length() - 1) + (shape.length == 1 ? ",)" : ")");
    }

    private String body() {
        return x.shape.length == 0 ? format.element(x.storage.array, x.offset, 0) : block(0, x.offset, PREFIX.length());
    }

    private String block(int dim, int at, int indent) {
        return dim == x.shape.length - 1 ? line(at, indent) : nested(dim, at, indent);
    }

    private String nested(int dim, int at, int indent) {
        int size = x.shape[dim];
        int stride = x.strides()[dim];
        String separator = "," + "\n".repeat(x.shape.length - 1 - dim) + " ".repeat(indent + 1);
        StringBuilder s = new StringBuilder("[");
        for (int i = 0; i < size; i++) {
            if (i > 0) {
                s.append(separator);
            }
            if (summarize && size > 2 * EDGE && i == EDGE) {
                s.append("...");
                i = size - EDGE - 1;
            } else {
                s.append(block(dim + 1, at + i * stride, indent + 1));
            }
        }
        return s.append("]").toString();
    }

    /** The innermost dimension, broken into lines. */
    private String line(int at, int indent) {
        int size = x.shape[x.shape.length - 1];
        int stride = x.strides()[x.shape.length - 1];
        int perLine = Math.max(1, (LINE_WIDTH - indent) / (format.width + 2));
        StringBuilder s = new StringBuilder("[");
        int printed = 0;
        for (int i = 0; i < size; i++) {
            if (printed > 0) {
                s.append(printed % perLine == 0 ? ",\n" + " ".repeat(indent + 1) : ", ");
            }
            if (summarize && size > 2 * EDGE && i == EDGE) {
                s.append(" ...");
                i = size - EDGE - 1;
            } else {
                s.append(format.element(x.storage.array, at + i * stride, format.width));
            }
            printed++;
        }
        return s.append("]").toString();
    }

    /** How the numbers of one tensor are written: all in the same way. */
    private static final class Format {
        private final DType type;
        private boolean integral = true;
        private boolean scientific;
        private int width = 1;

        private Format(DType type) {
            this.type = type;
        }

        static Format of(Tensor x, boolean summarize) {
            Format f = new Format(x.dtype);
            Object values = (summarize ? edges(x, 0) : x).copyArray();
            if (x.dtype.isFloating()) {
                // Zeros and what is not finite don't count, neither for the notation nor for the width.
                double[] counted = Arrays.stream(Convert.toDoubles(values, 0, Array.getLength(values)))
                        .filter(v -> !Double.isNaN(v) && !Double.isInfinite(v) && v != 0)
                        .toArray();
                f.choose(counted);
                values = counted;
            }
            for (int i = 0; i < Array.getLength(values); i++) {
                f.width = Math.max(f.width, f.element(values, i, 0).length());
            }
            return f;
        }

        /** The elements that a summary shows. */
        private static Tensor edges(Tensor x, int dim) {
            Tensor y = x;
            for (int d = dim; d < x.shape.length; d++) {
                if (x.shape[d] > 2 * EDGE) {
                    Tensor first = y.narrow(d, 0, EDGE);
                    Tensor last = y.narrow(d, x.shape[d] - EDGE, EDGE);
                    y = Joining.cat(List.of(first, last), d);
                }
            }
            return y;
        }

        /** PyTorch's rule: by the largest and the smallest magnitude among the finite values that are not zero. */
        private void choose(double[] nonzero) {
            if (nonzero.length == 0) {
                return;
            }
            double max = 0;
            double min = Double.POSITIVE_INFINITY;
            for (double v : nonzero) {
                max = Math.max(max, Math.abs(v));
                min = Math.min(min, Math.abs(v));
                integral &= v == Math.ceil(v);
            }
            boolean wide = max / min > 1000;
            scientific = wide || max > 1e8 || (!integral && min < 1e-4);
        }

        String element(Object array, int at, int padTo) {
            String s = array instanceof long[] ? Long.toString(((long[]) array)[at]) : text(Values.element(array, at));
            return s.length() < padTo ? " ".repeat(padTo - s.length()) + s : s;
        }

        private String text(double v) {
            if (type == DType.BOOL) {
                return v != 0 ? "True" : "False";
            }
            if (Double.isNaN(v)) {
                return "nan";
            }
            if (Double.isInfinite(v)) {
                return v > 0 ? "inf" : "-inf";
            }
            return number(v);
        }

        private String number(double v) {
            String sign = v < 0 || (v == 0 && 1 / v < 0) ? "-" : "";
            BigDecimal magnitude = new BigDecimal(Math.abs(v));
            if (scientific) {
                return sign + exponential(magnitude);
            }
            if (integral) {
                return sign + magnitude.setScale(0, RoundingMode.HALF_EVEN).toPlainString() + ".";
            }
            return sign + magnitude.setScale(PRECISION, RoundingMode.HALF_EVEN).toPlainString();
        }

        private static String exponential(BigDecimal v) {
            if (v.signum() == 0) {
                return "0." + "0".repeat(PRECISION) + "e+00";
            }
            BigDecimal r = v.round(new MathContext(PRECISION + 1, RoundingMode.HALF_EVEN));
            int exponent = r.precision() - r.scale() - 1;
            String digits = r.unscaledValue().toString();
            digits = digits.length() > PRECISION + 1
                    ? digits.substring(0, PRECISION + 1)
                    : digits + "0".repeat(PRECISION + 1 - digits.length());
            int magnitude = Math.abs(exponent);
            return digits.charAt(0) + "." + digits.substring(1) + "e" + (exponent < 0 ? "-" : "+")
                    + (magnitude < 10 ? "0" : "") + magnitude;
        }
    }
}
