package dev.adjoint.tensor;

import dev.adjoint.tensor.kernel.Strided;
import java.util.Arrays;
import java.util.List;

/** Joins tensors along an old or a new dimension. */
final class Joining {
    private Joining() {}

    static Tensor cat(List<Tensor> tensors, int dim) {
        if (tensors.isEmpty()) {
            throw new IllegalArgumentException("cat(): expected a non-empty list of Tensors");
        }
        // As in PyTorch, vectors without elements are skipped whatever the other shapes are.
        Tensor[] parts = tensors.toArray(Tensor[]::new);
        Tensor first =
                tensors.stream().filter(t -> !isEmptyVector(t)).findFirst().orElse(parts[0]);
        if (first.shape.length == 0) {
            throw new IllegalArgumentException("cat(): zero-dimensional tensor (at position 0) cannot be concatenated");
        }
        int d = Shape.dim("cat", dim, first.shape.length);
        int[] starts = new int[parts.length];
        int[] sizes = new int[parts.length];
        int[] shape = first.shape.clone();
        long total = 0;
        for (int i = 0; i < parts.length; i++) {
            starts[i] = (int) total;
            if (!isEmptyVector(parts[i])) {
                requireFits(first, parts[i], d, i);
                sizes[i] = parts[i].shape[d];
            }
            total = Math.min(total + sizes[i], Integer.MAX_VALUE);
        }
        shape[d] = (int) total;
        return IndexRows.CAT.apply(new IndexRows.Joint(d, starts, sizes, shape), parts);
    }

    private static boolean isEmptyVector(Tensor t) {
        return isEmptyVector(t.shape);
    }

    private static boolean isEmptyVector(int[] shape) {
        return shape.length == 1 && shape[0] == 0;
    }

    /** The part of the gradient that belongs to a tensor of this shape. */
    static Tensor part(IndexRows.Joint a, Tensor g, int i, int[] shape) {
        return isEmptyVector(shape) ? Tensor.empty(g.dtype, shape) : g.narrow(a.dim(), a.starts()[i], a.sizes()[i]);
    }

    private static void requireFits(Tensor first, Tensor t, int dim, int i) {
        if (t.shape.length != first.shape.length) {
            throw new IllegalArgumentException("cat(): Tensors must have same number of dimensions: got "
                    + first.shape.length + " and " + t.shape.length);
        }
        for (int d = 0; d < t.shape.length; d++) {
            if (d != dim && t.shape[d] != first.shape[d]) {
                throw new IllegalArgumentException("cat(): Sizes of tensors must match except in dimension " + dim
                        + ". Expected size " + first.shape[d] + " but got size " + t.shape[d] + " for tensor number "
                        + i + " in the list. The shapes are " + Arrays.toString(first.shape) + " and "
                        + Arrays.toString(t.shape));
            }
        }
    }

    static Tensor stack(List<Tensor> tensors, int dim) {
        if (tensors.isEmpty()) {
            throw new IllegalArgumentException("stack(): stack expects a non-empty TensorList");
        }
        Tensor[] parts = tensors.toArray(Tensor[]::new);
        int[] first = parts[0].shape;
        for (int i = 0; i < parts.length; i++) {
            if (!Arrays.equals(first, parts[i].shape)) {
                throw new IllegalArgumentException("stack(): stack expects each tensor to be equal size, but got "
                        + Arrays.toString(first) + " at entry 0 and " + Arrays.toString(parts[i].shape) + " at entry "
                        + i);
            }
        }
        int d = Shape.dim("stack", dim, first.length + 1);
        int[] ones = new int[parts.length];
        int[] starts = new int[parts.length];
        for (int i = 0; i < parts.length; i++) {
            ones[i] = 1;
            starts[i] = i;
        }
        int[] shape = ViewRows.with(first, d, parts.length);
        return IndexRows.STACK.apply(new IndexRows.Joint(d, starts, ones, shape), parts);
    }

    /** Copies each tensor to its place. */
    static Tensor copy(IndexRows.Joint a, Tensor[] in) {
        Tensor y = Tensor.empty("cat", type(in), a.shape());
        int[] strides = Shape.contiguousStrides(a.shape());
        for (int i = 0; i < in.length; i++) {
            int[] shape = a.shape().clone();
            shape[a.dim()] = a.sizes()[i];
            Tensor x = in[i].cast(y.dtype).dense();
            if (x.numel > 0) {
                Strided.scatter(
                        x.storage.array, x.offset, y.storage.array, shape, strides, a.starts()[i] * strides[a.dim()]);
            }
        }
        return y;
    }

    private static DType type(Tensor[] in) {
        DType type = in[0].dtype;
        for (Tensor t : in) {
            type = DType.promote(type, t.dtype);
        }
        return type;
    }
}
