package dev.adjoint.tensor;

import static dev.adjoint.tensor.Op.A;
import static dev.adjoint.tensor.Op.B;
import static dev.adjoint.tensor.Op.NOTHING;
import static dev.adjoint.tensor.Op.grad;
import static dev.adjoint.tensor.Op.row;

import dev.adjoint.tensor.kernel.Gemm;

/** The table of matrix products. */
final class MatrixRows {
    private MatrixRows() {}

    static final Op<Void> MM = row(
            "mm",
            "MmBackward0",
            (a, in) -> mm(in[0], in[1]),
            grad(B, (n, a, g) -> g.mm(n.b().t())),
            grad(A, (n, a, g) -> n.a().t().mm(g)));
    static final Op<Void> BMM = row(
            "bmm",
            "BmmBackward0",
            (a, in) -> bmm(in[0], in[1]),
            grad(B, (n, a, g) -> g.bmm(n.b().transpose(1, 2))),
            grad(A, (n, a, g) -> n.a().transpose(1, 2).bmm(g)));
    static final Op<Void> MV = row(
            "mv",
            "MvBackward0",
            (a, in) -> mv(in[0], in[1]),
            grad(B, (n, a, g) -> g.unsqueeze(1).mul(n.b())),
            grad(A, (n, a, g) -> n.a().t().mv(g)));
    static final Op<Void> DOT = row(
            "dot",
            "DotBackward0",
            (a, in) -> dot(in[0], in[1]),
            grad(B, (n, a, g) -> n.b().mul(g)),
            grad(A, (n, a, g) -> n.a().mul(g)));
    /** x W' + b for a matrix x. */
    static final Op<Void> ADDMM = row(
            "linear",
            "AddmmBackward0",
            (a, in) -> addmm(in[0], in[1], in[2]),
            grad(B, (n, a, g) -> g.mm(n.b())),
            grad(A, (n, a, g) -> g.t().mm(n.a())),
            grad(NOTHING, (n, a, g) -> g));

    private static Tensor mm(Tensor x, Tensor y) {
        Errors.requireNumbers("mm", x);
        int[] shape = {x.shape[0], y.shape[1]};
        Tensor z = x.shape[1] == 0 ? Tensor.empty("mm", x.dtype, shape) : Tensor.unwritten("mm", x.dtype, shape);
        product(x, y, z, 0);
        return z;
    }

    private static void product(Tensor x, Tensor y, Tensor z, double beta) {
        Gemm.run(x.shape[0], y.shape[1], x.shape[1], matrix(x), matrix(y), z.storage.array, 0, beta);
    }

    /** The elements of a matrix as BLAS takes them: one stride, plain or transposed, else a copy. */
    private static Gemm.Matrix matrix(Tensor x) {
        if (x.contiguous) {
            return new Gemm.Matrix(x.storage.array, x.offset, Math.max(x.shape[1], 1), false);
        }
        int[] s = x.strides();
        if (s[1] == 1 && s[0] >= Math.max(1, x.shape[1])) {
            return new Gemm.Matrix(x.storage.array, x.offset, s[0], false);
        }
        if (s[0] == 1 && s[1] >= Math.max(1, x.shape[0])) {
            return new Gemm.Matrix(x.storage.array, x.offset, s[1], true);
        }
        return matrix(x.dense());
    }

    private static Tensor bmm(Tensor x, Tensor y) {
        Errors.requireNumbers("bmm", x);
        int batch = x.shape[0];
        int m = x.shape[1];
        int n = y.shape[2];
        Tensor z = Tensor.empty("bmm", x.dtype, new int[] {batch, m, n});
        Tensor a = x.detach();
        Tensor b = y.detach();
        for (int i = 0; i < batch; i++) {
            Gemm.run(m, n, x.shape[2], matrix(a.select(0, i)), matrix(b.select(0, i)), z.storage.array, i * m * n);
        }
        return z;
    }

    private static Tensor mv(Tensor x, Tensor v) {
        Tensor z = mm(x.detach(), v.detach().view(v.numel, 1));
        return new Tensor(z.storage, z.dtype, new int[] {z.numel}, z.numel);
    }

    private static Tensor dot(Tensor x, Tensor y) {
        Errors.requireNumbers("dot", x);
        Tensor products = x.detach().mul(y.detach());
        return Reduce.sum(products, Reduce.Dims.of("dot", products, Shape.SCALAR, false), x.dtype);
    }

    private static Tensor addmm(Tensor x, Tensor w, Tensor bias) {
        Errors.requireNumbers("linear", x);
        int rows = x.shape[0];
        Tensor y = Tensor.unwritten("linear", x.dtype, new int[] {rows, w.shape[0]});
        Tensor b = ViewRows.expanded("linear", bias.detach(), new int[] {w.shape[0]})
                .dense();
        for (int i = 0; i < rows; i++) {
            System.arraycopy(b.storage.array, b.offset, y.storage.array, i * b.numel, b.numel);
        }
        product(x, ViewRows.permute(new int[] {1, 0}, new Tensor[] {w.detach()}), y, 1);
        return y;
    }
}
