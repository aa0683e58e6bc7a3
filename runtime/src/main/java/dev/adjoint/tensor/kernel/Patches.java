package dev.adjoint.tensor.kernel;

import java.util.Arrays;

/**
 * Brings the elements under each position of a window into columns ("im2col"), so that a convolution becomes a product
 * of matrices, and adds columns back.
 */
public final class Patches {
    private Patches() {}

    /** Writes the columns of one group, whose planes begin at xo: a matrix of depth by positions. */
    public static void toColumns(Object x, int xo, Object columns, Window w) {
        each(w, (plane, row, column, at) -> copy(x, xo, columns, w, plane, row, column, at));
    }

    /** Adds columns to the planes they came from. */
    public static void addColumns(Object columns, Object x, int xo, Window w) {
        each(w, (plane, row, column, at) -> add(columns, x, xo, w, plane, row, column, at));
    }

    /** One row of the matrix: a plane and a place in the kernel. */
    @FunctionalInterface
    private interface Row {
        void run(int plane, int row, int column, int at);
    }

    private static void each(Window w, Row body) {
        int positions = w.positions();
        int at = 0;
        int planes = w.planes().channels() / w.groups();
        for (int plane = 0; plane < planes; plane++) {
            for (int i = 0; i < w.planes().kernelHeight(); i++) {
                for (int j = 0; j < w.planes().kernelWidth(); j++) {
                    int row = i * w.dilation()[0] - w.padding()[0];
                    int column = j * w.dilation()[1] - w.padding()[1];
                    body.run(plane, row, column, at);
                    at += positions;
                }
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
        } else {
            Arrays.fill((double[]) c, at, at + n, 0);
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
        } else {
            for (int j = begin; j < end; j++) {
                ((double[]) c)[to + j] = ((double[]) x)[from + first + j * step];
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
