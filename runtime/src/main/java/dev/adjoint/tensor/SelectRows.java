package dev.adjoint.tensor;

import static dev.adjoint.tensor.BinaryOp.binary;
import static dev.adjoint.tensor.Op.A;
import static dev.adjoint.tensor.Op.B;
import static dev.adjoint.tensor.Op.C;
import static dev.adjoint.tensor.Op.NOTHING;
import static dev.adjoint.tensor.Op.grad;
import static dev.adjoint.tensor.Op.none;
import static dev.adjoint.tensor.Op.row;

import dev.adjoint.tensor.kernel.BinaryKernel;
import dev.adjoint.tensor.kernel.Mask;
import java.util.Arrays;

/** The table of operations that choose between elements or interpolate. */
final class SelectRows {
    private SelectRows() {}

    static final Op<Void> WHERE = row(
            "where",
            "WhereBackward0",
            SelectRows::where,
            none(),
            grad(A, (n, a, g) -> g.where(n.a(), g.zerosLike())),
            grad(A, (n, a, g) -> g.zerosLike().where(n.a(), g)));
    static final Op<Double> MASKED_FILL = row(
            "maskedFill",
            "MaskedFillBackward0",
            SelectRows::maskedFill,
            grad(B, (n, a, g) -> g.maskedFill(n.b(), 0)),
            none());
    static final BinaryOp LERP_SCALAR = binary(
            "lerp",
            "LerpBackward0",
            BinaryKernel.of((a, b, w) -> w < 0.5 ? a + w * (b - a) : b - (b - a) * (1 - w)),
            grad(NOTHING, (n, a, g) -> g.mul(1 - n.p)),
            grad(NOTHING, (n, a, g) -> g.mul(n.p)));
    static final Op<Void> LERP = row(
            "lerp",
            "LerpBackward1",
            SelectRows::lerp,
            grad(C, (n, a, g) -> g.mul(n.c().rsub(1))),
            grad(C, (n, a, g) -> g.mul(n.c())),
            grad(A | B, (n, a, g) -> g.mul(n.b().sub(n.a()))));

    private static Tensor where(Void none, Tensor[] in) {
        if (in[0].dtype != DType.BOOL) {
            throw new IllegalArgumentException("where(): expected condition to be a boolean tensor, but got a tensor"
                    + " with dtype " + in[0].dtype.scalarName());
        }
        int[] shape = Shape.broadcast("where", Shape.broadcast("where", in[1].shape, in[2].shape), in[0].shape);
        DType type = Broadcast.resultType(in[1], in[2]);
        Tensor y = Tensor.empty("where", type, shape);
        Tensor mask = spread(in[0], DType.BOOL, shape);
        Tensor a = spread(in[1], type, shape);
        Tensor b = spread(in[2], type, shape);
        boolean[] m = (boolean[]) mask.storage.array;
        Mask.choose(m, mask.offset, a.storage.array, a.offset, b.storage.array, b.offset, y.storage.array, y.numel);
        return y;
    }

    private static Tensor spread(Tensor x, DType type, int[] shape) {
        return ViewRows.expanded("where", x.detach().cast(type), shape).dense();
    }

    private static Tensor maskedFill(Double value, Tensor[] in) {
        Tensor x = in[0];
        if (in[1].dtype != DType.BOOL) {
            throw new IllegalArgumentException(
                    "maskedFill(): only supports boolean masks, but got a mask with dtype " + in[1].dtype.scalarName());
        }
        int[] shape = Shape.broadcast("maskedFill", x.shape, in[1].shape);
        if (x.dtype == DType.INT64 && !(Math.abs(value) <= 0x1p63)) {
            throw new IllegalArgumentException(
                    "maskedFill(): value cannot be converted to type int64_t without overflow: " + value);
        }
        Tensor fill = Tensor.full(x.dtype, value);
        return where(null, new Tensor[] {in[1], fill, Arrays.equals(shape, x.shape) ? x : spread(x, x.dtype, shape)});
    }

    private static Tensor lerp(Void none, Tensor[] in) {
        Errors.requireFloating("lerp", in[0]);
        Errors.requireSameType("lerp", in[0], in[1]);
        Errors.requireSameType("lerp", in[0], in[2]);
        int[] ab = Shape.broadcast("lerp", in[0].shape, in[1].shape);
        int[] shape = Shape.broadcast("lerp", ab, in[2].shape);
        Tensor a = in[0].detach();
        Tensor w = in[2].detach();
        Tensor y = a.add(in[1].detach().sub(a).mul(w));
        return ViewRows.expanded("lerp", y, shape);
    }
}
