package dev.adjoint.tensor.kernel;

import java.lang.reflect.Array;
import java.util.Arrays;

/**
 * Brings the elements under each position of a window into columns ("im2col"), so that a convolution becomes a product
 * of matrices, and adds columns back.
 */
public final class Patches {
    private Patches() {}

    /** Writes the columns of one group, whose planes begin at xo: a matrix of depth by positions. */
    public static void toColumns(Object x, int xo, Object columns, Window w) {
        if (isShift(w) && !(x instanceof long[])) {
            Window.Planes p = w.planes();
            int size = p.height() * p.width();
            int outHeight = w.outHeight();
            each(
                    w,
                    (plane, row, column, at) ->
                            shift(x, xo + plane * size, p.height(), columns, at, outHeight, p.width(), row, column));
        } else {
            each(w, (plane, row, column, at) -> copy(x, xo, columns, w, plane, row, column, at));
        }
    }

    /** Overwrites the planes of one group, which begin at xo, by the sums of the columns that came from them. */
    public static void sumColumns(Object columns, Object x, int xo, Window w) {
        if (isShift(w)) {
            sumShifted(columns, x, xo, w);
        } else {
            Window.Planes p = w.planes();
            zero(x, xo, p.channels() / w.groups() * p.height() * p.width());
            each(w, (plane, row, column, at) -> add(columns, x, xo, w, plane, row, column, at));
        }
    }

    /** Planes are added at the same places of arrays of their own, so that the addition becomes vector code. */
    private static void sumShifted(Object columns, Object x, int xo, Window w) {
        int height = w.planes().height();
        int width = w.planes().width();
        int outHeight = w.outHeight();
        int size = height * width;
        Object sum = Array.newInstance(x.getClass().getComponentType(), size);
        Object shifted = Array.newInstance(x.getClass().getComponentType(), size);
        for (int i = 0; i < w.planes().channels() / w.groups(); i++) {
            zero(sum, 0, size);
            each(w, i, (plane, row, column, at) -> {
                shift(columns, at, outHeight, shifted, 0, height, width, -row, -column);
                Arithmetic.ADD.run(sum, shifted, sum, 0, size, 1);
            });
            System.arraycopy(sum, 0, x, xo + i * size, size);
        }
    }

    /** Whether a row of the matrix is a plane shifted as a whole. */
    private static boolean isShift(Window w) {
        return w.stride()[0] == 1
                && w.stride()[1] == 1
                && w.outWidth() == w.planes().width();
    }

    /** Makes element (i, j) of a plane element (i + row, j + column) of another of the same width, 0 outside of it. */
    private static void shift(
            Object from,
            int fromAt,
            int fromHeight,
            Object to,
            int toAt,
            int toHeight,
            int width,
            int row,
            int column) {
        int top = Math.min(toHeight, Math.max(0, -row));
        int bottom = Math.max(top, Math.min(toHeight, fromHeight - row));
        int left = Math.min(width, Math.max(0, -column));
        int right = Math.min(width, Math.max(0, column));
        zero(to, toAt, top * width);
        int length = (bottom - top) * width - left - right;
        if (length > 0 && left + right < width) {
            int first = top * width + left;
            System.arraycopy(from, fromAt + first + row * width + column, to, toAt + first, length);
        }
        zeroColumns(to, toAt + top * width, bottom - top, width, left);
        zeroColumns(to, toAt + (top + 1) * width - right, bottom - top, width, right);
        zero(to, toAt + bottom * width, (toHeight - bottom) * width);
    }

    /** Makes the first n elements of each row 0; they are few, so that a call for each row would cost more than they. */
    private static void zeroColumns(Object c, int at, int rows, int width, int n) {
        if (c instanceof float[]) {
            float[] x = (float[]) c;
            for (int j = 0; j < n; j++) {
                for (int i = 0; i < rows; i++) {
                    x[at + i * width + j] = 0;
                }
            }
        } else {
            double[] x = (double[]) c;
            for (int j = 0; j < n; j++) {
                for (int i = 0; i < rows; i++) {
                    x[at + i * width + j] = 0;
                }
            }
        }
    }

    /** One row of the matrix: a plane and a place in the kernel. */
    @FunctionalInterface
    private interface Row {
        void run(int plane, int row, int column, int at);
    }

    private static void each(Window w, Row body) {
        for (int plane = 0; plane < w.planes().channels() / w.groups(); plane++) {
            each(w, plane, body);
        }
    }

    private static void each(Window w, int plane, Row body) {
        int kernelHeight = w.planes().kernelHeight();
        int kernelWidth = w.planes().kernelWidth();
        int positions = w.positions();
        int at = plane * kernelHeight * kernelWidth * positions;
        for (int i = 0; i < kernelHeight; i++) {
            for (int j = 0; j < kernelWidth; j++) {
                int row = i * w.dilation()[0] - w.padding()[0];
                int column = j * w.dilation()[1] - w.padding()[1];
                body.run(plane, row, column, at);
                at += positions;
            }
        }
    }

    private static void copy(Object x, int xo, Object c, Window w, int plane, int row, int column, int at) {
        int height = w.planes().height();
        int width = w.planes().width();
        int outWidth = w.outWidth();
        int step = w.stride()[1];
        for (int i = 0; i < w.outHeight(); i++) {
            int y = i * w.stride()[0] + row;
            int to = at + i * outWidth;
            if (y < 0 || y >= height) {
                zero(c, to, outWidth);
            } else {
                copyRow(x, xo + (plane * height + y) * width, column, step, width, c, to, outWidth);
            }
        }
    }

    private static void zero(Object c, int at, int n) {
        if (c instanceof float[]) {
            Arrays.fill((float[]) c, at, at + n, 0);
        } else if (c instanceof double[]) {
            Arrays.fill((double[]) c, at, at + n, 0);
        } else {
            Arrays.fill((long[]) c, at, at + n, 0);
        }
    }

    private static void copyRow(Object x, int from, int first, int step, int width, Object c, int to, int n) {
        int begin = Math.min(n, first >= 0 ? 0 : (-first + step - 1) / step);
        int end = Math.max(begin, Math.min(n, (width - first + step - 1) / step));
        zero(c, to, begin);
        zero(c, to + end, n - end);
        if (step == 1) {
            System.arraycopy(x, from + first + begin, c, to + begin, end - begin);
        } else if (c instanceof float[]) {
            for (int j = begin; j < end; j++) {
                ((float[]) c)[to + j] = ((float[]) x)[from + first + j * step];
            }
        } else if (c instanceof double[]) {
            for (int j = begin; j < end; j++) {
                ((double[]) c)[to + j] = ((double[]) x)[from + first + j * step];
            }
        } else {
            for (int j = begin; j < end; j++) {
                ((long[]) c)[to + j] = ((long[]) x)[from + first + j * step];
            }
        }
    }

    private static void add(Object c, Object x, int xo, Window w, int plane, int row, int column, int at) {
        int height = w.planes().height();
        int width = w.planes().width();
        int outWidth = w.outWidth();
        for (int i = 0; i < w.outHeight(); i++) {
            int y = i * w.stride()[0] + row;
            if (y >= 0 && y < height) {
                int to = xo + (plane * height + y) * width;
                addRow(c, at + i * outWidth, x, to, column, w.stride()[1], width, outWidth);
            }
        }
    }

    private static void addRow(Object c, int from, Object x, int to, int first, int step, int width, int n) {
        int begin = Math.min(n, first >= 0 ? 0 : (-first + step - 1) / step);
        int end = Math.max(begin, Math.min(n, (width - first + step - 1) / step));
        if (c instanceof float[]) {
            float[] in = (float[]) c;
            float[] out = (float[]) x;
            for (int j = begin; j < end; j++) {
                out[to + first + j * step] += in[from + j];
            }
        } else {
            double[] in = (double[]) c;
            double[] out = (double[]) x;
            for (int j = begin; j < end; j++) {
                out[to + first + j * step] += in[from + j];
            }
        }
    }
}
