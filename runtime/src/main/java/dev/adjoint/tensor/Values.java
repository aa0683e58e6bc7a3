package dev.adjoint.tensor;

import dev.adjoint.tensor.kernel.Convert;
import dev.adjoint.tensor.kernel.Strided;
import java.util.Arrays;

/** Copies, conversions and single elements, outside the tape. */
final class Values {
    private Values() {}

    /** A contiguous copy. */
    static Tensor copy(Tensor x) {
        Tensor y = Tensor.empty(x.dtype, x.shape);
        if (x.contiguous) {
            System.arraycopy(x.storage.array, x.offset, y.storage.array, 0, x.numel);
        } else {
            Strided.gather(x.storage.array, x.shape, x.strides(), x.offset, y.storage.array, 0);
        }
        return y;
    }

    /** A contiguous copy of another type; numbers are truncated towards zero, and all but zero are true. */
    static Tensor cast(Tensor given, DType type) {
        Tensor x = given.dense();
        Tensor y = Tensor.empty(type, x.shape);
        Convert.run(x.storage.array, x.offset, y.storage.array, x.numel);
        return y;
    }

    /** Overwrites y by contiguous values of the same shape and type. */
    static void store(Tensor x, Tensor y) {
        if (y.contiguous) {
            System.arraycopy(x.storage.array, x.offset, y.storage.array, y.offset, x.numel);
        } else {
            Strided.scatter(x.storage.array, x.offset, y.storage.array, y.shape, y.strides(), y.offset);
        }
    }

    static double element(Object array, int at) {
        if (array instanceof float[]) {
            return ((float[]) array)[at];
        }
        if (array instanceof double[]) {
            return ((double[]) array)[at];
        }
        if (array instanceof long[]) {
            return ((long[]) array)[at];
        }
        return ((boolean[]) array)[at] ? 1 : 0;
    }

    static int position(String op, Tensor t, int[] index) {
        if (index.length != t.shape.length) {
            throw new IndexOutOfBoundsException(op + "(): " + (index.length > t.shape.length ? "too many" : "too few")
                    + " indices for tensor of dimension " + t.shape.length + ": " + Arrays.toString(index));
        }
        int[] strides = t.strides();
        int at = 0;
        for (int d = 0; d < index.length; d++) {
            at += index(op, index[d], d, t.shape[d]) * strides[d];
        }
        return at;
    }

    /** An index counted from the front. */
    static int index(String op, long i, int dim, int size) {
        if (i < -size || i >= size) {
            throw new IndexOutOfBoundsException(
                    op + "(): index " + i + " is out of bounds for dimension " + dim + " with size " + size);
        }
        return (int) (i < 0 ? i + size : i);
    }
}
