package dev.adjoint.tensor;

import java.util.Arrays;

/**
 * Functions of matrices, as in PyTorch's {@code torch.linalg}; dimensions before the last two are batches. A singular
 * matrix, or one that is not positive definite, is an {@link ArithmeticException}.
 */
public final class Linalg {
    private Linalg() {}

    /** The inverse. */
    public static Tensor inv(Tensor a) {
        return LinalgRows.INV.apply(null, square("inv", a));
    }

    /** The determinant. */
    public static Tensor det(Tensor a) {
        return LinalgRows.DET.apply(false, square("det", a));
    }

    /** The x with {@code a x = b}; b is a matrix of columns or a vector, and batches are broadcast. */
    public static Tensor solve(Tensor a, Tensor b) {
        square("solve", a);
        Errors.requireSameType("linalg.solve", a, b);
        boolean vector = b.shape.length == 1
                || (a.shape.length - 1 == b.shape.length
                        && Arrays.equals(b.shape, Arrays.copyOf(a.shape, a.shape.length - 1)));
        Tensor columns = vector ? b.unsqueeze(-1) : b;
        if (columns.shape.length < 2 || columns.size(-2) != a.size(-1)) {
            throw new IllegalArgumentException("linalg.solve: Incompatible shapes of A and B for the equation AX = B: "
                    + Arrays.toString(a.shape) + " and " + Arrays.toString(b.shape));
        }
        int[] batch = Shape.broadcast("linalg.solve", head(a), head(columns));
        return LinalgRows.SOLVE.apply(vector, a.expand(join(batch, a)), columns.expand(join(batch, columns)));
    }

    /** The lower triangle l with {@code a = l l'} of a symmetric positive definite matrix. */
    public static Tensor cholesky(Tensor a) {
        return LinalgRows.CHOLESKY.apply(null, square("cholesky", a));
    }

    private static int[] head(Tensor x) {
        return Arrays.copyOf(x.shape, x.shape.length - 2);
    }

    private static int[] join(int[] batch, Tensor x) {
        int[] shape = Arrays.copyOf(batch, batch.length + 2);
        shape[batch.length] = x.size(-2);
        shape[batch.length + 1] = x.size(-1);
        return shape;
    }

    private static Tensor square(String op, Tensor a) {
        if (a.shape.length < 2) {
            throw new IllegalArgumentException("linalg." + op + ": The input tensor A must have at least 2 dimensions,"
                    + " but its shape is " + Arrays.toString(a.shape));
        }
        if (a.size(-1) != a.size(-2)) {
            throw new IllegalArgumentException("linalg." + op + ": A must be batches of square matrices, but they are "
                    + a.size(-2) + " by " + a.size(-1) + " matrices");
        }
        if (!a.dtype.isFloating()) {
            throw new IllegalArgumentException(
                    "linalg." + op + ": Expected a floating point tensor as input. Got " + a.dtype.scalarName());
        }
        return a;
    }
}
