package dev.adjoint.tensor;

import static dev.adjoint.tensor.Op.A;
import static dev.adjoint.tensor.Op.B;
import static dev.adjoint.tensor.Op.Y;
import static dev.adjoint.tensor.Op.grad;

import dev.adjoint.tensor.kernel.Convert;
import dev.adjoint.tensor.kernel.Matrices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table of matrix functions; all work on batches of matrices. */
final class LinalgRows {
    private LinalgRows() {}

    static final Op<Void> INV = Op.<Void>row(
            "inv",
            "LinalgInvExBackward0",
            (a, in) -> inverse(in[0], false),
            grad(Y, (n, a, g) -> turned(n.y()).matmul(g).matmul(turned(n.y())).neg()));
    static final Op<Boolean> DET = Op.<Boolean>row(
                    "det",
                    "LinalgDetBackward0",
                    (exact, in) -> determinant(in[0]),
                    grad(A | Y, (n, exact, g) -> determinantGradient(n, g, exact || GradMode.isEnabled())))
            .kinks("0 for a singular matrix, as in PyTorch; but exact where the gradient is recorded");
    /** For columns, or for one column whose solution is a vector. */
    static final Op<Boolean> SOLVE = Op.<Boolean>row(
            "solve",
            "LinalgSolveExBackward0",
            (vector, in) -> vector ? solution(in[0], in[1]).squeeze(-1).detach() : solution(in[0], in[1]),
            grad(
                    A | B | Y,
                    (n, vector, g) -> Linalg.solve(turned(n.a()), columns(vector, g))
                            .matmul(turned(columns(vector, n.y())))
                            .neg()),
            grad(A, (n, vector, g) -> Linalg.solve(turned(n.a()), columns(vector, g))));

    static final Op<Void> CHOLESKY = Op.<Void>row(
            "cholesky",
            "LinalgCholeskyExBackward0",
            (a, in) -> triangle(in[0]),
            grad(Y, (n, a, g) -> choleskyGradient(n.y(), g)));

    private static Tensor columns(boolean vector, Tensor x) {
        return vector ? x.unsqueeze(-1) : x;
    }

    private static Tensor turned(Tensor x) {
        return x.transpose(-2, -1);
    }

    /** L^-T P L^-1 made symmetric, where P is the lower triangle of L'g with its diagonal halved. */
    private static Tensor choleskyGradient(Tensor l, Tensor g) {
        int n = l.size(-1);
        Tensor half = Tensor.ones(l.dtype, n, n).sub(Tensor.eye(l.dtype, n, n).mul(0.5));
        Tensor p = turned(l).matmul(g.tril(0)).tril(0).mul(half);
        Tensor inverse = Linalg.inv(l);
        Tensor s = turned(inverse).matmul(p).matmul(inverse);
        return s.add(turned(s)).mul(0.5);
    }

    /** The matrix of cofactors: of a regular matrix the determinant times the transposed inverse. */
    private static @Nullable Tensor determinantGradient(Node n, Tensor g, boolean exact) {
        Tensor x = n.a();
        if (x.numel == 0) {
            return null;
        }
        Tensor scale = g.unsqueeze(-1).unsqueeze(-1);
        double limit = exact ? 100 * epsilon(x.dtype) : 0;
        boolean regular = Arrays.stream(n.y().detach().toDoubleArray()).noneMatch(d -> Math.abs(d) <= limit);
        if (exact && !regular) {
            return cofactors(x).mul(scale);
        }
        Tensor inverse = regular ? Linalg.inv(x) : inverse(x, true);
        return turned(inverse).mul(scale.mul(n.y().unsqueeze(-1).unsqueeze(-1)));
    }

    /** Signed determinants of what is left without a row and a column. */
    private static Tensor cofactors(Tensor x) {
        int n = x.size(-1);
        List<Tensor> cofactors = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Tensor rest = without(x, -2, i);
            for (int j = 0; j < n; j++) {
                cofactors.add(DET.apply(true, without(rest, -1, j)).mul((i + j) % 2 == 0 ? 1 : -1));
            }
        }
        return Tensor.stack(cofactors, -1).reshape(x.shape);
    }

    private static Tensor without(Tensor x, int dim, int index) {
        int rest = x.size(dim) - index - 1;
        return Tensor.cat(List.of(x.narrow(dim, 0, index), x.narrow(dim, index + 1, rest)), dim);
    }

    private static double epsilon(DType type) {
        return type == DType.FLOAT32 ? 0x1p-23 : 0x1p-52;
    }

    private static Tensor inverse(Tensor x, boolean approximately) {
        int n = x.size(-1);
        double[] a = x.detach().toDoubleArray();
        double[] eye = Tensor.eye(DType.FLOAT64, n, n).toDoubleArray();
        double[] result = new double[a.length];
        for (int at = 0; at < a.length; at += n * n) {
            Matrices.Lu lu = new Matrices.Lu(a, at, n);
            if (lu.firstZero() >= 0 && !approximately) {
                throw new ArithmeticException("linalg.inv: The diagonal element " + (lu.firstZero() + 1)
                        + " is zero, the inversion could not be completed because the input matrix is singular.");
            }
            lu.perturb(epsilon(x.dtype));
            lu.solve(eye, 0, n, result, at);
        }
        return of(result, x.dtype, x.shape);
    }

    private static Tensor determinant(Tensor x) {
        int n = x.size(-1);
        double[] a = x.detach().toDoubleArray();
        int[] shape = Arrays.copyOf(x.shape, x.shape.length - 2);
        double[] result = new double[Shape.numel("det", shape)];
        for (int i = 0; i < result.length; i++) {
            result[i] = new Matrices.Lu(a, i * n * n, n).determinant();
        }
        return of(result, x.dtype, shape);
    }

    private static Tensor solution(Tensor x, Tensor b) {
        int n = x.size(-1);
        int k = b.size(-1);
        double[] a = x.detach().toDoubleArray();
        double[] right = b.detach().toDoubleArray();
        double[] result = new double[right.length];
        for (int i = 0; i < result.length / Math.max(1, n * k); i++) {
            Matrices.Lu lu = new Matrices.Lu(a, i * n * n, n);
            if (lu.firstZero() >= 0) {
                throw new ArithmeticException("linalg.solve: The solver failed because the input matrix is singular.");
            }
            lu.solve(right, i * n * k, k, result, i * n * k);
        }
        return of(result, x.dtype, b.shape);
    }

    private static Tensor triangle(Tensor x) {
        int n = x.size(-1);
        double[] a = x.detach().toDoubleArray();
        double[] l = new double[a.length];
        for (int at = 0; at < a.length; at += n * n) {
            int failed = Matrices.cholesky(a, l, at, n);
            if (failed > 0) {
                throw new ArithmeticException("linalg.cholesky: The factorization could not be completed because the"
                        + " input is not positive-definite (the leading minor of order " + failed
                        + " is not positive-definite).");
            }
        }
        return of(l, x.dtype, x.shape);
    }

    private static Tensor of(double[] values, DType type, int[] shape) {
        Tensor y = Tensor.empty(type, shape);
        Convert.fromDoubles(values, y.storage.array, values.length);
        return y;
    }
}
