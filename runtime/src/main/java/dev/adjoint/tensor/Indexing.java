package dev.adjoint.tensor;

import dev.adjoint.tensor.IndexRows.Places;
import java.util.Arrays;

/** Checks index arguments and turns them into tables of places. */
final class Indexing {
    private Indexing() {}

    /** Gives for a position in the result, by dimension, the place in the source, or -1. */
    @FunctionalInterface
    private interface Locator {
        int at(int[] index);
    }

    private static Places places(int[] shape, int[] from, Locator locator) {
        int[] map = new int[Shape.numel("index", shape)];
        int[] index = new int[shape.length];
        for (int i = 0; i < map.length; i++) {
            map[i] = locator.at(index);
            for (int d = shape.length - 1; d >= 0; d--) {
                if (++index[d] < shape[d]) {
                    break;
                }
                index[d] = 0;
            }
        }
        return new Places(map, shape, from);
    }

    private static int place(int[] index, int[] strides) {
        int at = 0;
        for (int d = 0; d < strides.length; d++) {
            at += index[d] * strides[d];
        }
        return at;
    }

    static Tensor indexSelect(Tensor x, int dim, Tensor index) {
        int d = Shape.dim("indexSelect", dim, x.shape.length);
        if (index.dtype != DType.INT64) {
            throw new IllegalArgumentException("indexSelect(): Expected dtype int64 for index, but got " + index.dtype);
        }
        if (index.shape.length > 1) {
            throw new IndexOutOfBoundsException(
                    "indexSelect(): Index is supposed to be a vector, but has shape " + Arrays.toString(index.shape));
        }
        long[] indices = index.toLongArray();
        int size = x.shape.length == 0 ? 1 : x.shape[d];
        for (long i : indices) {
            if (i < 0 || i >= size) {
                throw new IndexOutOfBoundsException("indexSelect(): index out of range in self: " + i
                        + " for dimension " + d + " of shape " + Arrays.toString(x.shape));
            }
        }
        if (x.shape.length == 0) {
            return x.copy();
        }
        int[] shape = x.shape.clone();
        shape[d] = indices.length;
        int[] strides = Shape.contiguousStrides(x.shape);
        Places places = places(shape, x.shape, at -> place(at, strides) + ((int) indices[at[d]] - at[d]) * strides[d]);
        return IndexRows.INDEX_SELECT.apply(places, x);
    }

    static Tensor gather(Tensor x, int dim, Tensor index) {
        if (x.shape.length + index.shape.length == 1) {
            // A scalar stands for a vector of one element.
            return x.reshape(x.numel).gather(dim, index.reshape(index.numel)).reshape(index.shape);
        }
        return IndexRows.GATHER.apply(places("gather", x, dim, index), x);
    }

    static Tensor scatterAdd(Tensor x, int dim, Tensor index, Tensor src) {
        Errors.requireSameType("scatterAdd", x, src);
        if (src.shape.length != index.shape.length) {
            throw new IllegalArgumentException("scatterAdd(): Index tensor must have the same number of dimensions as"
                    + " src tensor: " + Arrays.toString(index.shape) + " and " + Arrays.toString(src.shape));
        }
        Tensor used = src;
        for (int d = 0; d < index.shape.length; d++) {
            if (index.shape[d] > src.shape[d]) {
                throw new IllegalArgumentException("scatterAdd(): Expected index " + Arrays.toString(index.shape)
                        + " to be smaller than src " + Arrays.toString(src.shape) + " in all dimensions");
            }
            used = index.shape[d] < src.shape[d] ? used.narrow(d, 0, index.shape[d]) : used;
        }
        return IndexRows.SCATTER_ADD.apply(places("scatterAdd", x, dim, index), x, used);
    }

    private static Places places(String op, Tensor x, int dim, Tensor index) {
        int d = Shape.dim(op, dim, x.shape.length);
        if (index.dtype != DType.INT64) {
            throw new IllegalArgumentException(op + "(): Expected dtype int64 for index, but got " + index.dtype);
        }
        if (index.shape.length != x.shape.length && index.numel > 0) {
            throw new IllegalArgumentException(op + "(): Index tensor must have the same number of dimensions as input"
                    + " tensor: " + Arrays.toString(index.shape) + " and " + Arrays.toString(x.shape));
        }
        for (int i = 0; i < x.shape.length && index.numel > 0; i++) {
            if (i != d && index.shape[i] > x.shape[i]) {
                throw new IllegalArgumentException(op + "(): Size does not match at dimension " + i
                        + " expected index " + Arrays.toString(index.shape) + " to be smaller than self "
                        + Arrays.toString(x.shape) + " apart from dimension " + d);
            }
        }
        int size = x.shape.length == 0 ? 1 : x.shape[d];
        long[] indices = index.toLongArray();
        for (long i : indices) {
            if (i < 0 || i >= size) {
                throw new IndexOutOfBoundsException(
                        op + "(): index " + i + " is out of bounds for dimension " + d + " with size " + size);
            }
        }
        int[] strides = Shape.contiguousStrides(x.shape);
        int[] counter = {0};
        return places(index.shape, x.shape, at -> {
            int i = (int) indices[counter[0]++];
            return x.shape.length == 0 ? 0 : place(at, strides) + (i - at[d]) * strides[d];
        });
    }

    static Tensor index(Tensor x, Tensor by) {
        if (by.dtype == DType.INT64) {
            return byIntegers(x, by);
        }
        if (by.dtype != DType.BOOL) {
            throw new IndexOutOfBoundsException(
                    "index(): tensors used as indices must be int64 or bool tensors, but got " + by.dtype);
        }
        int dims = by.shape.length;
        for (int d = 0; d < dims; d++) {
            if (dims > x.shape.length || by.shape[d] != x.shape[d]) {
                throw new IndexOutOfBoundsException("index(): The shape of the mask " + Arrays.toString(by.shape)
                        + " at index " + d + " does not match the shape of the indexed tensor "
                        + Arrays.toString(x.shape) + " at index " + d);
            }
        }
        boolean[] mask = by.toBooleanArray();
        int count = 0;
        int[] chosen = new int[mask.length];
        for (int i = 0; i < mask.length; i++) {
            if (mask[i]) {
                chosen[count++] = i;
            }
        }
        return IndexRows.INDEX.apply(blocks(x, dims, Arrays.copyOf(chosen, count), new int[] {count}), x);
    }

    private static Tensor byIntegers(Tensor x, Tensor by) {
        if (x.shape.length == 0) {
            throw new IndexOutOfBoundsException("index(): too many indices for tensor of dimension 0");
        }
        long[] wanted = by.toLongArray();
        int[] chosen = new int[wanted.length];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = Values.index("index", wanted[i], 0, x.shape[0]);
        }
        return IndexRows.INDEX.apply(blocks(x, 1, chosen, by.shape), x);
    }

    /** The blocks below the first dimensions at these places, in the shape of the choice. */
    private static Places blocks(Tensor x, int dims, int[] chosen, int[] choice) {
        int[] rest = Arrays.copyOfRange(x.shape, dims, x.shape.length);
        int block = Shape.numel("index", rest);
        int[] shape = Arrays.copyOf(choice, choice.length + rest.length);
        System.arraycopy(rest, 0, shape, choice.length, rest.length);
        int[] map = new int[Shape.numel("index", shape)];
        for (int i = 0; i < map.length; i++) {
            map[i] = chosen[i / block] * block + i % block;
        }
        return new Places(map, shape, x.shape);
    }

    static Tensor triangle(Op<Places> op, Tensor x, int diagonal) {
        int dims = x.shape.length;
        Shape.dim(op.gradName.startsWith("Tril") ? "tril" : "triu", -2, dims);
        boolean lower = op == IndexRows.TRIL;
        int[] strides = Shape.contiguousStrides(x.shape);
        return op.apply(
                places(x.shape, x.shape, at -> {
                    long above = (long) at[dims - 1] - at[dims - 2];
                    boolean kept = lower ? above <= diagonal : above >= diagonal;
                    return kept ? place(at, strides) : -1;
                }),
                x);
    }

    static Tensor diag(Tensor x, int diagonal) {
        if (x.shape.length == 1) {
            long n = x.numel + Math.abs((long) diagonal);
            int size = (int) Math.min(n, Integer.MAX_VALUE);
            int[] whole = {size, size};
            Shape.numel("diag", whole);
            return ViewRows.DIAG_EMBED.apply(diagonal(whole, diagonal), x);
        }
        if (x.shape.length != 2) {
            throw new IllegalArgumentException(
                    "diag(): matrix or a vector expected, but the shape is " + Arrays.toString(x.shape));
        }
        return ViewRows.DIAG.apply(diagonal(x.shape, diagonal), x);
    }

    /** Where the diagonal of a matrix lies. */
    private static Geometry diagonal(int[] whole, int diagonal) {
        long row = Math.max(-(long) diagonal, 0);
        long column = Math.max(diagonal, 0);
        int n = (int) Math.max(0, Math.min(whole[0] - row, whole[1] - column));
        int offset = n == 0 ? 0 : (int) (row * whole[1] + column);
        return new Geometry(new int[] {n}, new int[] {whole[1] + 1}, offset, whole);
    }

    static Tensor trace(Tensor x) {
        if (x.shape.length != 2) {
            throw new IllegalArgumentException("trace(): expected a matrix, but got tensor with dim " + x.shape.length
                    + ", of shape " + Arrays.toString(x.shape));
        }
        Errors.requireNumbers("trace", x);
        return IndexRows.TRACE.apply(diagonal(x.shape, 0), x);
    }

    static Tensor flip(Tensor x, int[] dims) {
        boolean[] mask =
                dims.length == 0 ? new boolean[Math.max(1, x.shape.length)] : Shape.mask("flip", dims, x.shape.length);
        int[] strides = Shape.contiguousStrides(x.shape);
        return IndexRows.FLIP.apply(
                places(x.shape, x.shape, at -> {
                    int place = 0;
                    for (int d = 0; d < at.length; d++) {
                        place += (mask[d] ? x.shape[d] - 1 - at[d] : at[d]) * strides[d];
                    }
                    return place;
                }),
                x);
    }

    /** Shifts the elements in row-major order. */
    static Tensor roll(Tensor x, int shift) {
        int n = Math.max(1, x.numel);
        int[] strides = Shape.contiguousStrides(x.shape);
        return IndexRows.ROLL.apply(
                places(x.shape, x.shape, at -> Math.floorMod((long) place(at, strides) - shift, n)), x);
    }

    static Tensor roll(Tensor x, int[] shifts, int[] dims) {
        Shape.requireDimensions("roll", x.shape);
        if (shifts.length != dims.length) {
            throw new IllegalArgumentException(
                    "roll(): shifts and dimensions must align. shifts: " + shifts.length + ", dims:" + dims.length);
        }
        int[] shift = new int[Math.max(1, x.shape.length)];
        for (int i = 0; i < dims.length; i++) {
            int d = Shape.dim("roll", dims[i], x.shape.length);
            int size = x.shape.length == 0 ? 1 : Math.max(1, x.shape[d]);
            shift[d] = Math.floorMod((long) shift[d] + shifts[i], size);
        }
        int[] strides = Shape.contiguousStrides(x.shape);
        return IndexRows.ROLL.apply(
                places(x.shape, x.shape, at -> {
                    int place = 0;
                    for (int d = 0; d < at.length; d++) {
                        place += Math.floorMod(at[d] - shift[d], x.shape[d]) * strides[d];
                    }
                    return place;
                }),
                x);
    }

    static Tensor repeat(Tensor x, int[] repeats) {
        int extra = repeats.length - x.shape.length;
        if (extra < 0) {
            throw new IllegalArgumentException("repeat(): Number of dimensions of repeat dims can not be smaller than"
                    + " number of dimensions of tensor: " + Arrays.toString(repeats) + " for shape "
                    + Arrays.toString(x.shape));
        }
        Shape.numel("repeat", repeats);
        int[] shape = new int[repeats.length];
        for (int d = 0; d < shape.length; d++) {
            long size = (long) repeats[d] * (d < extra ? 1 : x.shape[d - extra]);
            shape[d] = (int) Math.max(Math.min(size, Integer.MAX_VALUE), Integer.MIN_VALUE);
        }
        Shape.numel("repeat", shape);
        int[] strides = Shape.contiguousStrides(x.shape);
        return IndexRows.REPEAT.apply(
                places(shape, x.shape, at -> {
                    int place = 0;
                    for (int d = extra; d < at.length; d++) {
                        place += at[d] % x.shape[d - extra] * strides[d - extra];
                    }
                    return place;
                }),
                x);
    }
}
