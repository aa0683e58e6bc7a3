package dev.adjoint.tensor;

import dev.adjoint.tensor.Reduce.Dims;
import dev.adjoint.tensor.kernel.Rows;
import java.util.Arrays;

/** Largest and smallest elements along dimensions, and running sums. */
final class Extremes {
    private Extremes() {}

    /** The largest or smallest element. */
    static Tensor value(String op, Tensor x, Dims a, boolean largest) {
        requireElements(op, x, a);
        if (x.dtype == DType.INT64) {
            return integerValue(x, a, largest);
        }
        return Reduce.run(
                x,
                a,
                largest
                        ? (v, at, n) -> v[at + (int) Rows.argmax(v, at, n)]
                        : (v, at, n) -> v[at + (int) Rows.argmin(v, at, n)],
                x.dtype);
    }

    private static Tensor integerValue(Tensor x, Dims a, boolean largest) {
        Tensor y = Tensor.empty(DType.INT64, a.resultShape());
        Tensor rows = Reduce.rows(x, a.mask());
        long[] in = (long[]) rows.storage.array;
        long[] out = (long[]) y.storage.array;
        int n = a.count();
        for (int i = 0; i < out.length; i++) {
            int at = rows.offset + i * n;
            out[i] = in[at + integerIndex(in, at, n, largest)];
        }
        return y;
    }

    private static int integerIndex(long[] v, int at, int n, boolean largest) {
        int best = 0;
        for (int i = 1; i < n; i++) {
            if (largest ? v[at + i] > v[at + best] : v[at + i] < v[at + best]) {
                best = i;
            }
        }
        return best;
    }

    /** The place of the largest or smallest number along the dimensions. */
    static Tensor argument(String op, Tensor x, Dims a, boolean largest) {
        Errors.requireNumbers(op, x);
        return index(op, x, a, largest);
    }

    /** The place of the largest or smallest element along the dimensions, as integers. */
    static Tensor index(String op, Tensor x, Dims a, boolean largest) {
        requireElements(op, x, a);
        if (x.dtype != DType.INT64) {
            return Reduce.run(x, a, largest ? Rows::argmax : Rows::argmin, DType.INT64);
        }
        Tensor y = Tensor.empty(DType.INT64, a.resultShape());
        Tensor rows = Reduce.rows(x, a.mask());
        long[] out = (long[]) y.storage.array;
        int n = a.count();
        for (int i = 0; i < out.length; i++) {
            out[i] = integerIndex((long[]) rows.storage.array, rows.offset + i * n, n, largest);
        }
        return y;
    }

    private static void requireElements(String op, Tensor x, Dims a) {
        if (a.count() > 0) {
            return;
        }
        if (a.dims().length == x.shape.length) {
            throw new IllegalArgumentException(op + "(): Expected reduction dim to be specified for input.numel() == 0."
                    + " Specify the reduction dim with the 'dim' argument. The shape is " + Arrays.toString(x.shape));
        }
        throw new IndexOutOfBoundsException(op + "(): Expected reduction dim " + a.dims()[0]
                + " to have non-zero size, but the shape is " + Arrays.toString(x.shape));
    }

    /** The gradient in equal parts to all elements that equal the result; NaN where that is NaN. */
    static Tensor share(Tensor x, Tensor y, Tensor g, Dims a) {
        return share(x.eq(a.keep(y.detach())), g, a);
    }

    /** The gradient in equal parts to all elements that equal the result; for a NaN, to the NaNs. */
    static Tensor shareAmongNaNs(Tensor x, Tensor y, Tensor g, Dims a) {
        return share(equalOrNaN(x, a.keep(y.detach())), g, a);
    }

    /** Where elements equal a result, or both are NaN. */
    static Tensor equalOrNaN(Tensor x, Tensor result) {
        return x.eq(result).logicalOr(x.ne(x).logicalAnd(result.ne(result)));
    }

    private static Tensor share(Tensor hit, Tensor g, Dims a) {
        Tensor mask = hit.cast(g.dtype);
        return mask.mul(a.keep(g).div(mask.sum(a.dims(), true)));
    }

    /** The elements at the indices. */
    static Tensor chosen(Tensor x, ReductionRows.Chosen a) {
        if (x.shape.length == 0) {
            return Values.copy(x);
        }
        Tensor kept = a.keepdim() ? a.index() : a.index().unsqueeze(a.dim());
        Tensor y = x.gather(a.dim(), kept);
        return a.keepdim() ? y : y.squeeze(a.dim()).dense().detach();
    }

    /** The gradient placed at the indices, among zeros. */
    static Tensor toChosen(Tensor x, Tensor g, ReductionRows.Chosen a) {
        if (x.shape.length == 0) {
            return g;
        }
        Tensor index = a.keepdim() ? a.index() : a.index().unsqueeze(a.dim());
        Tensor gradient = a.keepdim() ? g : g.unsqueeze(a.dim());
        return Tensor.zeros(g.dtype, x.shape).scatterAdd(a.dim(), index, gradient);
    }

    static Tensor cumsum(Tensor x, int dim) {
        if (x.dtype.isFloating()) {
            return Reduce.map(x, dim, Rows::cumsum);
        }
        Tensor y = x.cast(DType.INT64).dense();
        long[] sums = ((long[]) y.copyArray());
        int n = x.shape.length == 0 ? 1 : x.shape[dim];
        int step = x.shape.length == 0 ? 1 : Shape.contiguousStrides(x.shape)[dim];
        for (int i = 0; i < sums.length; i++) {
            if ((i / step) % n > 0) {
                sums[i] += sums[i - step];
            }
        }
        return Tensor.wrap(DType.INT64, sums, x.shape);
    }
}
