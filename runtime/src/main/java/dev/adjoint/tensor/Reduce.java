package dev.adjoint.tensor;

import dev.adjoint.tensor.kernel.Convert;
import dev.adjoint.tensor.kernel.RowMap;
import dev.adjoint.tensor.kernel.RowReducer;
import dev.adjoint.tensor.kernel.Sum;
import java.util.Arrays;

/** Brings a tensor into rows along the dimensions to be reduced, and runs loops over them. */
final class Reduce {
    private Reduce() {}

    /** Which dimensions a reduction removes, and whether they stay with size 1. */
    record Dims(boolean[] mask, boolean keepdim, int[] from) {
        static Dims of(String op, Tensor x, int[] dims, boolean keepdim) {
            return new Dims(Shape.mask(op, dims, x.shape.length), keepdim, x.shape);
        }

        int[] resultShape() {
            return Shape.reduced(from, mask, keepdim);
        }

        /** How many elements one result is made of. */
        int count() {
            int n = 1;
            for (int d = 0; d < from.length; d++) {
                n *= mask[d] ? from[d] : 1;
            }
            return n;
        }

        /** A result with the reduced dimensions present, of size 1. */
        Tensor keep(Tensor y) {
            return keepdim || from.length == 0 ? y : y.reshape(Shape.reduced(from, mask, true));
        }

        /** A result repeated over the dimensions that were reduced. */
        Tensor unreduce(Tensor y) {
            return keep(y).expand(from);
        }

        int[] dims() {
            int[] dims = new int[from.length];
            int n = 0;
            for (int d = 0; d < from.length; d++) {
                if (mask[d]) {
                    dims[n++] = d;
                }
            }
            return Arrays.copyOf(dims, n);
        }
    }

    /** A contiguous tensor with the reduced dimensions last. */
    static Tensor rows(Tensor x, boolean[] mask) {
        int dims = x.shape.length;
        int[] order = new int[dims];
        int n = 0;
        for (int d = 0; d < dims; d++) {
            if (!mask[d]) {
                order[n++] = d;
            }
        }
        for (int d = 0; d < dims; d++) {
            if (mask[d]) {
                order[n++] = d;
            }
        }
        return ViewRows.permute(order, new Tensor[] {x.detach()}).dense();
    }

    /** Reduces to the type given; computes in double precision. */
    static Tensor run(Tensor x, Dims a, RowReducer reducer, DType type) {
        Tensor y = Tensor.empty(type, a.resultShape());
        Tensor rows = rows(x, a.mask);
        double[] values = Convert.toDoubles(rows.storage.array, rows.offset, rows.numel);
        double[] result = new double[y.numel];
        int n = a.count();
        for (int i = 0; i < result.length; i++) {
            result[i] = reducer.reduce(values, i * n, n);
        }
        Convert.fromDoubles(result, y.storage.array, result.length);
        return y;
    }

    /** The sum, in the type given. */
    static Tensor sum(Tensor given, Dims a, DType type) {
        Tensor x = given.cast(type);
        Tensor y = Tensor.empty(type, a.resultShape());
        int n = a.count();
        if (x.contiguous && isLeading(a.mask)) {
            Sum.columns(x.storage.array, x.offset, n, y.storage.array, y.numel);
        } else if (x.contiguous && type.isFloating() && isAround(a.mask)) {
            int outer = leading(a);
            Sum.planes(x.storage.array, x.offset, outer, y.storage.array, y.numel, n / Math.max(1, outer));
        } else {
            Tensor rows = x.contiguous && isTrailing(a.mask) ? x : rows(x, a.mask);
            Sum.rows(rows.storage.array, rows.offset, n, y.storage.array, y.numel);
        }
        return y;
    }

    /** Sums over the dimensions that were broadcast from a shape; recorded. */
    static Tensor sumTo(Tensor x, int[] to, String op) {
        int extra = x.shape.length - to.length;
        int[] dims = new int[x.shape.length];
        int n = 0;
        boolean fits = extra >= 0;
        for (int d = 0; d < x.shape.length && fits; d++) {
            if (d < extra || (to[d - extra] == 1 && x.shape[d] != 1)) {
                dims[n++] = d;
            } else {
                fits = to[d - extra] == x.shape[d];
            }
        }
        if (!fits) {
            throw new IllegalStateException("Function " + op + " returned an invalid gradient: got "
                    + Arrays.toString(x.shape) + " but expected shape compatible with " + Arrays.toString(to));
        }
        return n == 0 ? x : x.sum(Arrays.copyOf(dims, n), true).reshape(to);
    }

    private static boolean isLeading(boolean[] mask) {
        for (int d = 1; d < mask.length; d++) {
            if (mask[d] && !mask[d - 1]) {
                return false;
            }
        }
        return !mask[mask.length - 1];
    }

    /** The number of elements along the reduced dimensions before the first that stays. */
    private static int leading(Dims a) {
        int n = 1;
        for (int d = 0; a.mask[d]; d++) {
            n *= a.from[d];
        }
        return n;
    }

    /** Whether what stays is one run of dimensions with reduced ones before and after it. */
    private static boolean isAround(boolean[] mask) {
        int changes = 0;
        for (int d = 1; d < mask.length; d++) {
            changes += mask[d] == mask[d - 1] ? 0 : 1;
        }
        return changes == 2 && mask[0];
    }

    private static boolean isTrailing(boolean[] mask) {
        for (int d = 1; d < mask.length; d++) {
            if (!mask[d] && mask[d - 1]) {
                return false;
            }
        }
        return true;
    }

    /** Maps each row along one dimension to a row; computes in double precision. */
    static Tensor map(Tensor x, int dim, RowMap map) {
        return map(x, x, dim, (a, b, out, at, n) -> map.run(a, at, out, at, n));
    }

    /** Maps the rows of two tensors of one shape along one dimension to a row; computes in double precision. */
    static Tensor map(Tensor x, Tensor other, int dim, RowMap.OfTwo map) {
        boolean last = dim >= x.shape.length - 1;
        int n = x.shape.length == 0 ? 1 : x.shape[dim];
        double[] a = lines(x, dim, last);
        double[] b = other == x ? a : lines(other, dim, last);
        double[] out = new double[a.length];
        for (int i = 0; i + n <= a.length && n > 0; i += n) {
            map.run(a, b, out, i, n);
        }
        int[] shape = last ? x.shape : swapped(x, dim).shape;
        Tensor y = Tensor.empty(x.dtype, shape);
        Convert.fromDoubles(out, y.storage.array, out.length);
        return last ? y : swapped(y, dim).dense();
    }

    /** The elements with this dimension's neighbours side by side. */
    private static double[] lines(Tensor x, int dim, boolean last) {
        Tensor dense = last ? x.dense() : swapped(x.detach(), dim).dense();
        return Convert.toDoubles(dense.storage.array, dense.offset, dense.numel);
    }

    private static Tensor swapped(Tensor x, int dim) {
        int[] order = new int[x.shape.length];
        for (int d = 0; d < order.length; d++) {
            order[d] = d;
        }
        order[dim] = order.length - 1;
        order[order.length - 1] = dim;
        return ViewRows.permute(order, new Tensor[] {x.detach()}).detach();
    }
}
