package dev.adjoint.tensor.kernel;

/** Adds a contiguous array to a strided part of another one. */
public final class Embed {
    private Embed() {}

    /** {@code y[offset + index * strides] += x[xo + i]} for all indices of the shape, in row-major order. */
    public static void add(Object x, int xo, Object y, int[] shape, int[] strides, int offset) {
        int n = 1;
        for (int size : shape) {
            n *= size;
        }
        int[] index = new int[shape.length];
        int at = offset;
        for (int i = 0; i < n; i++) {
            addOne(x, xo + i, y, at);
            for (int d = shape.length - 1; d >= 0; d--) {
                at += strides[d];
                if (++index[d] < shape[d]) {
                    break;
                }
                at -= strides[d] * shape[d];
                index[d] = 0;
            }
        }
    }

    /** {@code y[to] += x[from]} for arrays of one type. */
    public static void addOne(Object x, int from, Object y, int to) {
        if (y instanceof float[]) {
            ((float[]) y)[to] += ((float[]) x)[from];
        } else if (y instanceof double[]) {
            ((double[]) y)[to] += ((double[]) x)[from];
        } else if (y instanceof long[]) {
            ((long[]) y)[to] += ((long[]) x)[from];
        } else {
            ((boolean[]) y)[to] |= ((boolean[]) x)[from];
        }
    }
}
