package dev.adjoint.tensor;

import dev.adjoint.tensor.kernel.BinaryKernel;
import dev.adjoint.tensor.kernel.Parallel;
import dev.adjoint.tensor.kernel.Strided;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Element-wise operations on two tensors of different shapes, types or layouts. */
final class Broadcast {
    private Broadcast() {}

    static Tensor run(String op, BinaryKernel kernel, Tensor a, Tensor b, double p) {
        int[] shape = Shape.broadcast(op, a.shape, b.shape);
        DType type = resultType(a, b);
        if (type == DType.BOOL && kernel.i64() != null) {
            return run(op, kernel, a.cast(DType.INT64), b.cast(DType.INT64), p).cast(DType.BOOL);
        }
        if (!type.isFloating() && kernel.i64() == null) {
            type = DType.FLOAT32;
        }
        Tensor y = Tensor.unwritten(op, type, shape);
        // The result's own array holds one operand until the loop overwrites it.
        Object room = y.storage.array;
        Object left = spread(a, y, room);
        Object right = spread(b, y, left == room ? null : room);
        loop(kernel, left, right, room, 0, y.numel, p);
        return y;
    }

    /** PyTorch's promotion: a tensor without dimensions counts only if it is of a higher category. */
    static DType resultType(Tensor a, Tensor b) {
        if (a.dtype == b.dtype) {
            return a.dtype;
        }
        if (a.shape.length > 0 == b.shape.length > 0) {
            return DType.promote(a.dtype, b.dtype);
        }
        Tensor large = a.shape.length > 0 ? a : b;
        Tensor small = large == a ? b : a;
        return small.dtype.category() > large.dtype.category() ? small.dtype : large.dtype;
    }

    static void loop(BinaryKernel kernel, Object a, Object b, Object y, int begin, int n, double p) {
        if (Parallel.pays(n)) {
            Parallel.run(n, Parallel.GRAIN, (from, to) -> kernel.run(a, b, y, begin + from, begin + to, p));
        } else {
            kernel.run(a, b, y, begin, begin + n, p);
        }
    }

    /**
     * The elements of an operand at the places of the result's: its own array if they lie there, else they are copied,
     * and repeated, into the array given or a new one.
     */
    private static Object spread(Tensor operand, Tensor y, @Nullable Object into) {
        Tensor t = operand.dtype == y.dtype ? operand : operand.compact().cast(y.dtype);
        if (t.contiguous && t.offset == 0 && Arrays.equals(t.shape, y.shape)) {
            return t.storage.array;
        }
        Object array = into == null ? y.dtype.allocate(y.numel) : into;
        Strided.gather(t.storage.array, y.shape, strides(t, y.shape), t.offset, array, 0);
        return array;
    }

    /** The strides with which an operand runs through the result's shape. */
    private static int[] strides(Tensor t, int[] to) {
        int[] result = new int[to.length];
        int extra = to.length - t.shape.length;
        for (int d = 0; d < t.shape.length; d++) {
            result[d + extra] = t.shape[d] == 1 ? 0 : t.strides()[d];
        }
        return result;
    }
}
