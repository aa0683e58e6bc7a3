package dev.adjoint.tensor;

import dev.adjoint.tensor.kernel.BinaryKernel;
import java.util.Arrays;

/** Element-wise operations on two tensors of different shapes, types or layouts. */
final class Broadcast {
    /** A repeated operand is laid out this many times, so that one contiguous loop serves all cases. */
    private static final int CHUNK = 1024;

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
        Tensor y = Tensor.empty(type, shape);
        new Loop(kernel, a.compact().cast(type), b.compact().cast(type), y, p).run();
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

    static void loop(
            BinaryKernel kernel, DType type, Object a, int ao, Object b, int bo, Object y, int yo, int n, double p) {
        if (type == DType.FLOAT32) {
            kernel.f32().run((float[]) a, ao, (float[]) b, bo, (float[]) y, yo, n, p);
        } else if (type == DType.FLOAT64) {
            kernel.f64().run((double[]) a, ao, (double[]) b, bo, (double[]) y, yo, n, p);
        } else {
            kernel.i64().run((long[]) a, ao, (long[]) b, bo, (long[]) y, yo, n, p);
        }
    }

    /** The strides with which a contiguous operand of this shape runs through the result's shape. */
    static int[] strides(int[] from, int[] to) {
        int[] result = new int[to.length];
        int stride = 1;
        for (int d = from.length - 1; d >= 0; d--) {
            result[d + to.length - from.length] = from[d] == 1 ? 0 : stride;
            stride *= from[d];
        }
        return result;
    }

    /** Walks the result in inner runs along which each operand is either contiguous or constant. */
    private static final class Loop {
        private final BinaryKernel kernel;
        private final Tensor a;
        private final Tensor b;
        private final Tensor y;
        private final double p;
        private final int[] stridesA;
        private final int[] stridesB;
        private int inner = 1;
        private int outerDims;

        Loop(BinaryKernel kernel, Tensor a, Tensor b, Tensor y, double p) {
            this.kernel = kernel;
            this.a = a;
            this.b = b;
            this.y = y;
            this.p = p;
            this.stridesA = strides(a.shape, y.shape);
            this.stridesB = strides(b.shape, y.shape);
            this.outerDims = y.shape.length;
        }

        void run() {
            if (y.numel == 0) {
                return;
            }
            widen();
            int[] index = new int[outerDims];
            int ao = a.offset;
            int bo = b.offset;
            for (int at = 0; at < y.numel; at += inner) {
                runInner(ao, bo, at);
                for (int d = outerDims - 1; d >= 0; d--) {
                    ao += stridesA[d];
                    bo += stridesB[d];
                    if (++index[d] < y.shape[d]) {
                        break;
                    }
                    ao -= stridesA[d] * y.shape[d];
                    bo -= stridesB[d] * y.shape[d];
                    index[d] = 0;
                }
            }
        }

        private boolean constA;
        private boolean constB;

        /** Takes trailing dimensions into the inner run while both operands keep their kind. */
        private void widen() {
            for (int d = y.shape.length - 1; d >= 0; d--) {
                if (y.shape[d] != 1) {
                    boolean ca = stridesA[d] == 0;
                    boolean cb = stridesB[d] == 0;
                    if (inner > 1 && (ca != constA || cb != constB)) {
                        break;
                    }
                    constA = ca;
                    constB = cb;
                    inner *= y.shape[d];
                }
                outerDims = d;
            }
        }

        private void runInner(int ao, int bo, int yo) {
            if (inner == 1 || (!constA && !constB)) {
                loop(kernel, y.dtype, a.storage.array, ao, b.storage.array, bo, y.storage.array, yo, inner, p);
                return;
            }
            int chunk = Math.min(inner, CHUNK);
            Object left = constA ? repeat(a, ao, chunk) : a.storage.array;
            Object right = constB ? repeat(b, bo, chunk) : b.storage.array;
            for (int i = 0; i < inner; i += chunk) {
                int n = Math.min(chunk, inner - i);
                int la = constA ? 0 : ao + i;
                int lb = constB ? 0 : bo + i;
                loop(kernel, y.dtype, left, la, right, lb, y.storage.array, yo + i, n, p);
            }
        }

        private static Object repeat(Tensor t, int at, int n) {
            Object array = t.dtype.allocate(n);
            if (array instanceof float[]) {
                Arrays.fill((float[]) array, ((float[]) t.storage.array)[at]);
            } else if (array instanceof double[]) {
                Arrays.fill((double[]) array, ((double[]) t.storage.array)[at]);
            } else {
                Arrays.fill((long[]) array, ((long[]) t.storage.array)[at]);
            }
            return array;
        }
    }
}
