package dev.adjoint.tensor;

import dev.adjoint.tensor.Reduce.Dims;
import dev.adjoint.tensor.kernel.Rows;

/** Products along dimensions, and their gradients where elements are zero. */
final class Products {
    private Products() {}

    static Tensor forward(Tensor x, Dims a) {
        return x.dtype.isFloating() ? Reduce.run(x, a, Rows::product, x.dtype) : integers(x, a);
    }

    private static Tensor integers(Tensor x, Dims a) {
        Tensor y = Tensor.empty(DType.INT64, a.resultShape());
        Tensor rows = Reduce.rows(x.cast(DType.INT64), a.mask());
        long[] in = (long[]) rows.storage.array;
        long[] out = (long[]) y.storage.array;
        int n = a.count();
        for (int i = 0; i < out.length; i++) {
            out[i] = 1;
            for (int j = 0; j < n; j++) {
                out[i] *= in[rows.offset + i * n + j];
            }
        }
        return y;
    }

    /** The result divided by each element, or where an element is zero the product of the others; of one element, 1. */
    static Tensor gradient(Tensor x, Tensor y, Tensor g, Dims a) {
        Tensor gradient = a.unreduce(g);
        if (a.count() == 1) {
            return gradient;
        }
        if (!hasZero(x)) {
            return a.unreduce(g.mul(y)).div(x);
        }
        if (a.dims().length == 1 && !GradMode.isEnabled()) {
            return gradient.mul(Reduce.map(x, a.dims()[0], Rows::productOfOthers));
        }
        if (a.dims().length == 1) {
            return gradient.mul(productOfOthers(x, a.dims()[0]));
        }
        Tensor others = GradMode.isEnabled()
                ? productOfOthers(x.reshape(-1), 0)
                : Reduce.map(x.reshape(-1), 0, Rows::productOfOthers);
        return gradient.mul(others.reshape(a.from()));
    }

    /** The same as tensor operations: a square of copies with ones on its diagonal, multiplied up along rows. */
    private static Tensor productOfOthers(Tensor x, int dim) {
        int n = x.shape[dim];
        Tensor last = x.transpose(dim, -1);
        int[] square = ViewRows.with(last.shape, last.shape.length - 1, n);
        Tensor copies =
                last.unsqueeze(-2).expand(square).maskedFill(Tensor.eye(n).cast(DType.BOOL), 1);
        return copies.prod(-1).transpose(dim, -1);
    }

    private static boolean hasZero(Tensor x) {
        for (double v : x.toDoubleArray()) {
            if (v == 0) {
                return true;
            }
        }
        return false;
    }
}
