package dev.adjoint.tensor;

import java.util.Arrays;

/** Arithmetic on shapes and dimensions, with PyTorch's error texts. */
final class Shape {
    /** The longest array that every Java virtual machine can allocate. */
    private static final long MAX_ELEMENTS = Integer.MAX_VALUE - 8L;

    static final int[] SCALAR = {};

    private Shape() {}

    /** The number of elements; refuses what no Java array can hold. */
    static int numel(String op, int[] shape) {
        long n = 1;
        boolean empty = false;
        for (int size : shape) {
            if (size < 0) {
                throw new IllegalArgumentException(op + "(): Trying to create tensor with negative dimension " + size
                        + ": " + Arrays.toString(shape));
            }
            empty |= size == 0;
        }
        for (int size : shape) {
            n = empty ? 0 : n * size;
            if (n > MAX_ELEMENTS) {
                throw new IllegalArgumentException(op + "(): a tensor of shape " + Arrays.toString(shape)
                        + " has more elements than an array can hold (" + MAX_ELEMENTS + ")");
            }
        }
        return (int) n;
    }

    /** Refuses a tensor without dimensions. */
    static void requireDimensions(String op, int[] shape) {
        if (shape.length == 0) {
            throw new IndexOutOfBoundsException(op + "(): a dimension is specified, but the tensor has no dimensions");
        }
    }

    /** Row-major strides. */
    static int[] contiguousStrides(int[] shape) {
        int[] strides = new int[shape.length];
        int stride = 1;
        for (int d = shape.length - 1; d >= 0; d--) {
            strides[d] = stride;
            stride *= Math.max(shape[d], 1);
        }
        return strides;
    }

    static boolean isContiguous(int[] shape, int[] strides) {
        int expected = 1;
        for (int d = shape.length - 1; d >= 0; d--) {
            if (shape[d] == 0) {
                return true;
            }
            if (shape[d] != 1 && strides[d] != expected) {
                return false;
            }
            expected *= shape[d];
        }
        return true;
    }

    /** The dimension counted from the front; a tensor without dimensions accepts 0 and -1. */
    static int dim(String op, int dim, int dims) {
        int range = Math.max(dims, 1);
        if (dim < -range || dim >= range) {
            throw new IndexOutOfBoundsException(op + "(): Dimension out of range (expected to be in range of [" + -range
                    + ", " + (range - 1) + "], but got " + dim + ")");
        }
        return dim < 0 ? dim + range : dim;
    }

    /** Marks the given dimensions; none given means all. */
    static boolean[] mask(String op, int[] given, int dims) {
        boolean[] mask = new boolean[Math.max(dims, 1)];
        if (given.length == 0) {
            Arrays.fill(mask, true);
            return mask;
        }
        for (int g : given) {
            int d = dim(op, g, dims);
            if (mask[d]) {
                throw new IllegalArgumentException(op + "(): dim " + d + " appears multiple times in the list of dims");
            }
            mask[d] = true;
        }
        return mask;
    }

    /** The shape that both shapes are broadcast to. */
    static int[] broadcast(String op, int[] a, int[] b) {
        int n = Math.max(a.length, b.length);
        int[] result = new int[n];
        for (int i = 1; i <= n; i++) {
            int sa = i <= a.length ? a[a.length - i] : 1;
            int sb = i <= b.length ? b[b.length - i] : 1;
            if (sa != sb && sa != 1 && sb != 1) {
                throw new IllegalArgumentException(op + "(): The size of tensor a (" + sa
                        + ") must match the size of tensor b (" + sb + ") at non-singleton dimension " + (n - i)
                        + "; the shapes are " + Arrays.toString(a) + " and " + Arrays.toString(b));
            }
            result[n - i] = sa == 1 ? sb : sa;
        }
        return result;
    }

    /** Whether the elements fill a range without gaps, each at a place of its own, in any order. */
    static boolean isDense(Tensor t) {
        int[] strides = t.strides();
        int filled = 1;
        boolean found = true;
        while (found && filled < t.numel) {
            found = false;
            for (int d = 0; d < strides.length && !found; d++) {
                if (strides[d] == filled && t.shape[d] > 1) {
                    filled *= t.shape[d];
                    found = true;
                }
            }
        }
        return filled == t.numel;
    }

    /** The shape after reducing the marked dimensions. */
    static int[] reduced(int[] shape, boolean[] mask, boolean keepdim) {
        int[] result = new int[shape.length];
        int n = 0;
        for (int d = 0; d < shape.length; d++) {
            if (!mask[d]) {
                result[n++] = shape[d];
            } else if (keepdim) {
                result[n++] = 1;
            }
        }
        return Arrays.copyOf(result, n);
    }

    /** Replaces a -1 by the size that keeps the number of elements. */
    static int[] infer(String op, int[] wanted, int numel) {
        int[] shape = wanted.clone();
        int unknown = -1;
        long known = 1;
        for (int d = 0; d < shape.length; d++) {
            if (shape[d] == -1) {
                if (unknown >= 0) {
                    throw new IllegalArgumentException(
                            op + "(): only one dimension can be inferred, but the shape is " + Arrays.toString(wanted));
                }
                unknown = d;
            } else if (shape[d] < 0) {
                throw new IllegalArgumentException(
                        op + "(): invalid shape dimension " + shape[d] + " in " + Arrays.toString(wanted));
            } else {
                // Capped, so that the product can't overflow to a number that happens to fit.
                known = Math.min(known * shape[d], 1L << 32);
            }
        }
        boolean fits = unknown < 0 ? known == numel : known > 0 && numel % known == 0;
        if (!fits) {
            throw new IllegalArgumentException(
                    op + "(): shape '" + Arrays.toString(wanted) + "' is invalid for input of size " + numel);
        }
        if (unknown >= 0) {
            shape[unknown] = (int) (numel / known);
        }
        return shape;
    }
}
