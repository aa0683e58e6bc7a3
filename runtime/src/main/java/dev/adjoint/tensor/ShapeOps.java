package dev.adjoint.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Changes of shape. {@code view}, {@code transpose}, {@code permute}, {@code expand}, {@code select}, {@code narrow},
 * {@code slice}, {@code squeeze} and {@code unsqueeze} copy nothing. Negative dimensions count from the end.
 */
public sealed interface ShapeOps permits Tensor {

    private Tensor self() {
        return (Tensor) this;
    }

    /** The same elements in another shape, without a copy where possible; one size may be -1. */
    default Tensor reshape(int... shape) {
        Tensor x = self();
        int[] to = Shape.infer("reshape", shape, x.numel);
        ViewRows.Reshape args = new ViewRows.Reshape(x.shape, to);
        boolean aliases = x.contiguous || Restride.of(x.shape, x.strides(), to) != null;
        return (aliases ? ViewRows.RESHAPE_ALIAS : ViewRows.UNSAFE_VIEW).apply(args, x);
    }

    /**
     * The same elements in another shape, never copied; one size may be -1.
     *
     * @throws IllegalArgumentException where the strides don't allow that
     */
    default Tensor view(int... shape) {
        Tensor x = self();
        return ViewRows.VIEW.apply(new ViewRows.Reshape(x.shape, Shape.infer("view", shape, x.numel)), x);
    }

    /** Exchanges two dimensions. */
    default Tensor transpose(int dim0, int dim1) {
        Tensor x = self();
        int first = Shape.dim("transpose", dim0, x.shape.length);
        int second = Shape.dim("transpose", dim1, x.shape.length);
        return x.shape.length == 0 ? x.view() : ViewRows.TRANSPOSE.apply(new ViewRows.Pair(first, second), x);
    }

    /** The transpose of a matrix; tensors of fewer dimensions stay as they are. */
    default Tensor t() {
        Tensor x = self();
        if (x.shape.length > 2) {
            throw new IllegalArgumentException("t(): t() expects a tensor with <= 2 dimensions, but self is "
                    + x.shape.length + "D, of shape " + Arrays.toString(x.shape));
        }
        return x.shape.length < 2 ? x : ViewRows.T.apply(new ViewRows.Pair(0, 1), x);
    }

    /** Reorders the dimensions: dimension i of the result is dimension {@code dims[i]} of this. */
    default Tensor permute(int... dims) {
        Tensor x = self();
        if (dims.length != x.shape.length) {
            throw new IllegalArgumentException("permute(): number of dimensions in the tensor input does not match the"
                    + " length of the desired ordering of dimensions i.e. input.dim() = " + x.shape.length
                    + " is not equal to len(dims) = " + dims.length);
        }
        int[] order = new int[dims.length];
        boolean[] seen = new boolean[dims.length];
        for (int i = 0; i < dims.length; i++) {
            order[i] = Shape.dim("permute", dims[i], dims.length);
            if (seen[order[i]]) {
                throw new IllegalArgumentException(
                        "permute(): duplicate dims are not allowed: " + Arrays.toString(dims));
            }
            seen[order[i]] = true;
        }
        return ViewRows.PERMUTE.apply(order, x);
    }

    /** Repeats dimensions of size 1 without a copy; -1 keeps a size, and new dimensions come first. */
    default Tensor expand(int... shape) {
        Tensor x = self();
        int extra = shape.length - x.shape.length;
        if (extra < 0) {
            throw new IllegalArgumentException("expand(" + Errors.describe(x) + ", size=" + Arrays.toString(shape)
                    + "): the number of sizes provided (" + shape.length
                    + ") must be greater or equal to the number of dimensions in the tensor (" + x.shape.length + ")");
        }
        int[] to = shape.clone();
        for (int d = 0; d < to.length; d++) {
            if (to[d] == -1 && d >= extra) {
                to[d] = x.shape[d - extra];
            }
        }
        Shape.numel("expand", to);
        return ViewRows.EXPAND.apply(to, x);
    }

    /** Removes all dimensions of size 1. */
    default Tensor squeeze() {
        Tensor x = self();
        int[] to = Arrays.stream(x.shape).filter(size -> size != 1).toArray();
        return ViewRows.SQUEEZE.apply(new ViewRows.Reshape(x.shape, to), x);
    }

    /** Removes this dimension if its size is 1. */
    default Tensor squeeze(int dim) {
        Tensor x = self();
        int d = Shape.dim("squeeze", dim, x.shape.length);
        int[] to = x.shape.length > 0 && x.shape[d] == 1 ? ViewRows.without(x.shape, d) : x.shape;
        return ViewRows.SQUEEZE_DIM.apply(new ViewRows.Reshape(x.shape, to), x);
    }

    /** Inserts a dimension of size 1. */
    default Tensor unsqueeze(int dim) {
        Tensor x = self();
        int d = Shape.dim("unsqueeze", dim, x.shape.length + 1);
        return ViewRows.UNSQUEEZE.apply(new ViewRows.Reshape(x.shape, ViewRows.with(x.shape, d, 1)), x);
    }

    /** All elements in one dimension. */
    default Tensor flatten() {
        return flatten(0, -1);
    }

    /** Merges the dimensions from start to end, both included. */
    default Tensor flatten(int startDim, int endDim) {
        Tensor x = self();
        int start = Shape.dim("flatten", startDim, x.shape.length);
        int end = Shape.dim("flatten", endDim, x.shape.length);
        if (start > end) {
            throw new IllegalArgumentException(
                    "flatten(): flatten() has invalid args: start_dim cannot come after end_dim");
        }
        if (x.shape.length == 0) {
            return x.reshape(1);
        }
        if (start == end) {
            return x;
        }
        int[] to = new int[x.shape.length - (end - start)];
        Arrays.fill(to, 1);
        for (int d = 0; d < x.shape.length; d++) {
            to[d <= start ? d : Math.max(start, d - (end - start))] *= x.shape[d];
        }
        return x.reshape(to);
    }

    /** The part at one index of a dimension, which disappears. */
    default Tensor select(int dim, int index) {
        Tensor x = self();
        if (x.shape.length == 0) {
            throw new IndexOutOfBoundsException("select(): cannot be applied to a 0-dim tensor.");
        }
        int d = Shape.dim("select", dim, x.shape.length);
        int size = x.shape[d];
        if (index < -size || index >= size) {
            throw new IndexOutOfBoundsException("select(): index " + index + " out of range for tensor of size "
                    + Arrays.toString(x.shape) + " at dimension " + d);
        }
        return ViewRows.at(ViewRows.SELECT, x, d, index < 0 ? index + size : index);
    }

    /** The part at the first index of the first dimension, and so on: {@code x.at(1, 2)} is PyTorch's x[1, 2]. */
    default Tensor at(int... index) {
        Tensor x = self();
        if (x.shape.length == 0 && index.length > 0) {
            throw new IndexOutOfBoundsException(
                    "at(): invalid index of a 0-dim tensor. Use item() to convert a 0-dim tensor to a number");
        }
        if (index.length > x.shape.length) {
            throw new IndexOutOfBoundsException("at(): too many indices for tensor of dimension " + x.shape.length);
        }
        for (int i = 0; i < index.length; i++) {
            x = ViewRows.at(ViewRows.SELECT, x, 0, Values.index("at", index[i], i, x.shape[0]));
        }
        return x;
    }

    /** The elements from start, length of them, along a dimension. */
    default Tensor narrow(int dim, int start, int length) {
        Tensor x = self();
        int d = Shape.dim("narrow", dim, x.shape.length);
        if (x.shape.length == 0 || length < 0) {
            throw new IllegalArgumentException(
                    x.shape.length == 0
                            ? "narrow(): cannot be applied to a 0-dim tensor."
                            : "narrow(): length must be non-negative.");
        }
        int size = x.shape[d];
        int from = start < 0 ? start + size : start;
        if (from < 0 || (long) from + length > size) {
            throw new IllegalArgumentException(
                    "narrow(): start (" + start + ") + length (" + length + ") exceeds dimension size (" + size + ").");
        }
        return ViewRows.along(ViewRows.SLICE, x, d, from, 1, length);
    }

    /** Every step-th element from start (inclusive) to end (exclusive) along a dimension, limits as in Python. */
    default Tensor slice(int dim, int start, int end, int step) {
        Tensor x = self();
        int d = Shape.dim("slice", dim, x.shape.length);
        if (x.shape.length == 0) {
            throw new IndexOutOfBoundsException("slice(): slice() cannot be applied to a 0-dim tensor.");
        }
        if (step <= 0) {
            throw new IllegalArgumentException("slice(): slice step must be positive, but is " + step);
        }
        int size = x.shape[d];
        int from = Math.min(Math.max(start < 0 ? start + size : start, 0), size);
        int to = Math.min(Math.max(end < 0 ? end + size : end, from), size);
        return ViewRows.along(ViewRows.SLICE, x, d, from, step, (int) (((long) to - from + step - 1) / step));
    }

    /** Cuts a dimension into parts of this size; the last may be smaller. */
    default List<Tensor> split(int size, int dim) {
        Tensor x = self();
        int d = Shape.dim("split", dim, x.shape.length);
        if (x.shape.length == 0 || size < 0 || (size == 0 && x.shape[d] > 0)) {
            throw new IllegalArgumentException("split(): expects a positive size and at least a 1-dimensional tensor,"
                    + " but got size " + size + " for shape " + Arrays.toString(x.shape));
        }
        int count = size == 0 ? 1 : Math.max(1, (x.shape[d] + size - 1) / size);
        int[] sizes = new int[count];
        Arrays.fill(sizes, size);
        sizes[count - 1] = x.shape[d] - size * (count - 1);
        return ViewRows.split(ViewRows.SPLIT, x, sizes, d);
    }

    /** Cuts a dimension into parts of these sizes. */
    default List<Tensor> split(int[] sizes, int dim) {
        Tensor x = self();
        int d = Shape.dim("split", dim, x.shape.length);
        long sum = Arrays.stream(sizes).asLongStream().sum();
        if (x.shape.length == 0 || sum != x.shape[d] || Arrays.stream(sizes).anyMatch(s -> s < 0)) {
            throw new IllegalArgumentException("split(): split_with_sizes expects split_sizes to sum exactly to "
                    + x.size(d) + " (input tensor's size at dimension " + d + "), but got split_sizes="
                    + Arrays.toString(sizes));
        }
        return ViewRows.split(ViewRows.SPLIT_WITH_SIZES, x, sizes, d);
    }

    /** Cuts a dimension into at most this many parts of equal size; the last may be smaller. */
    default List<Tensor> chunk(int chunks, int dim) {
        Tensor x = self();
        if (chunks <= 0) {
            throw new IllegalArgumentException("chunk(): chunk expects `chunks` to be greater than 0, got: " + chunks);
        }
        Shape.requireDimensions("chunk", x.shape);
        Shape.numel("chunk", new int[] {chunks});
        int size = x.size(dim);
        return size == 0 ? split(new int[chunks], dim) : split((size + chunks - 1) / chunks, dim);
    }

    /** The parts at each index of a dimension. */
    default List<Tensor> unbind(int dim) {
        Tensor x = self();
        int d = Shape.dim("unbind", dim, x.shape.length);
        List<Tensor> parts = new ArrayList<>();
        for (int i = 0; i < x.size(d); i++) {
            parts.add(ViewRows.at(ViewRows.UNBIND, x, d, i));
        }
        return parts;
    }

    /** This tensor if its elements lie in row-major order, else a copy. */
    default Tensor contiguous() {
        return self().contiguous ? self() : copy();
    }

    /** A copy, which is part of the graph. */
    default Tensor copy() {
        return ViewRows.CLONE.apply(null, self());
    }

    /** This tensor in another type; itself if it has that type. */
    default Tensor to(DType type) {
        return self().dtype == type ? self() : ViewRows.TO.apply(type, self());
    }

    /** Zeros of this tensor's shape and type. */
    default Tensor zerosLike() {
        return Tensor.empty(self().dtype, self().shape);
    }

    /** Ones of this tensor's shape and type. */
    default Tensor onesLike() {
        return Tensor.ones(self().dtype, self().shape);
    }
}
