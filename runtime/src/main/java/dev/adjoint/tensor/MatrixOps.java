package dev.adjoint.tensor;

import java.util.Arrays;

/** Products of matrices and vectors. Operands must be numbers of one type. */
public sealed interface MatrixOps permits Tensor {

    private Tensor self() {
        return (Tensor) this;
    }

    /**
     * The matrix product as PyTorch's {@code @} has it: vectors are rows on the left and columns on the right, and
     * dimensions before the last two are broadcast.
     */
    default Tensor matmul(Tensor other) {
        Tensor x = self();
        Errors.requireSameType("matmul", x, other);
        int a = x.shape.length;
        int b = other.shape.length;
        if (a == 0 || b == 0) {
            throw new IllegalArgumentException(
                    "matmul(): both arguments to matmul need to be at least 1D, but they are " + a + "D and " + b
                            + "D");
        }
        if (a == 1 && b == 1) {
            return dot(other);
        }
        if (a == 2 && b == 1) {
            return mv(other);
        }
        if (a == 2 && b == 2) {
            return mm(other);
        }
        if (a == 1 && b == 2) {
            Tensor y = x.unsqueeze(0).mm(other);
            return ViewRows.SQUEEZE_VECTOR.apply(new ViewRows.Reshape(y.shape, new int[] {y.shape[1]}), y);
        }
        return Batches.matmul(x, other);
    }

    /** The product of two matrices. */
    default Tensor mm(Tensor other) {
        Tensor x = self();
        requireDims("mm", "self must be a matrix", x, 2);
        requireDims("mm", "mat2 must be a matrix", other, 2);
        Errors.requireSameType("mm", x, other);
        if (x.shape[1] != other.shape[0]) {
            throw new IllegalArgumentException("mm(): mat1 and mat2 shapes cannot be multiplied (" + x.shape[0] + "x"
                    + x.shape[1] + " and " + other.shape[0] + "x" + other.shape[1] + ")");
        }
        return MatrixRows.MM.apply(null, x, other);
    }

    /** The products of two lists of matrices, one by one. */
    default Tensor bmm(Tensor other) {
        Tensor x = self();
        requireDims("bmm", "batch1 must be a 3D tensor", x, 3);
        requireDims("bmm", "batch2 must be a 3D tensor", other, 3);
        Errors.requireSameType("bmm", x, other);
        if (x.shape[0] != other.shape[0] || x.shape[2] != other.shape[1]) {
            throw new IllegalArgumentException("bmm(): Expected size for first two dimensions of batch2 tensor to be: ["
                    + x.shape[0] + ", " + x.shape[2] + "] but got: [" + other.shape[0] + ", " + other.shape[1] + "].");
        }
        return MatrixRows.BMM.apply(null, x, other);
    }

    /** The product of a matrix and a vector. */
    default Tensor mv(Tensor v) {
        Tensor x = self();
        requireDims("mv", "input must be a matrix", x, 2);
        requireDims("mv", "vec must be a vector", v, 1);
        Errors.requireSameType("mv", x, v);
        if (x.shape[1] != v.shape[0]) {
            throw new IllegalArgumentException(
                    "mv(): size mismatch, got " + x.shape[0] + ", " + x.shape[0] + "x" + x.shape[1] + "," + v.shape[0]);
        }
        return MatrixRows.MV.apply(null, x, v);
    }

    /** The scalar product of two vectors. */
    default Tensor dot(Tensor other) {
        Tensor x = self();
        requireDims("dot", "1D tensors expected", x, 1);
        requireDims("dot", "1D tensors expected", other, 1);
        Errors.requireSameType("dot", x, other);
        if (x.numel != other.numel) {
            throw new IllegalArgumentException("dot(): inconsistent tensor size, expected tensor ["
                    + x.numel + "] and src [" + other.numel + "] to have the same number of elements, but got "
                    + x.numel + " and " + other.numel + " elements respectively");
        }
        return MatrixRows.DOT.apply(null, x, other);
    }

    /** All products of an element of this vector and one of the other. */
    default Tensor outer(Tensor other) {
        requireDims("outer", "outer: Expected 1-D argument self, but got " + self().shape.length + "-D", self(), 1);
        requireDims("outer", "outer: Expected 1-D argument vec2, but got " + other.shape.length + "-D", other, 1);
        return self().unsqueeze(1).mul(other);
    }

    private static void requireDims(String op, String text, Tensor x, int dims) {
        if (x.shape.length != dims) {
            throw new IllegalArgumentException(op + "(): " + text + "; the shape is " + Arrays.toString(x.shape));
        }
    }
}
