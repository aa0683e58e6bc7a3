package dev.adjoint.tensor;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The rules for changing a tensor in place, and what such a change does to the recorded graph. */
final class InPlace {
    static final Op<Void> ZERO = overwriting("zero", "ZeroBackward0");
    static final Op<Void> FILL = overwriting("fill", "FillBackward2");
    static final Op<Void> COPY_FROM = overwriting("copy", "torch::autograd::CopyBackwards");

    private InPlace() {}

    /** A row whose result does not depend on what it overwrites, only on the second operand. */
    private static Op<Void> overwriting(String name, String gradName) {
        return Op.row(
                name,
                gradName,
                (a, in) -> in[0],
                Op.grad(Op.NOTHING, (n, a, g) -> g.zerosLike()),
                Op.grad(Op.NOTHING, (n, a, g) -> g));
    }

    /** Replaces the elements of x by those of a source, or by a number. */
    static Tensor overwrite(Op<Void> op, Tensor x, @Nullable Tensor source, double value) {
        if (source == null) {
            checkGraph(op.name, x);
        } else {
            check(op.name, x);
            checkSource(op.name, x, source);
        }
        boolean records = GradMode.isEnabled() && (x.requiresGrad() || (source != null && source.requiresGrad()));
        Node n = records ? new Node(op, x, new Node[] {x.edge(), source == null ? null : source.edge()}) : null;
        Tensor values = source == null
                ? Tensor.full(x.dtype, value, x.shape)
                : source.detach().cast(x.dtype);
        x.store(ViewRows.expanded(op.name, values, x.shape).dense());
        x.storage.version++;
        if (n != null) {
            rebase(x, n);
        }
        return x;
    }

    private static void checkSource(String op, Tensor x, Tensor source) {
        requireShape(op, x, Shape.broadcast(op, x.shape, source.shape));
        checkOverlap(op, x, source);
    }

    private static void requireShape(String op, Tensor x, int[] result) {
        if (!Arrays.equals(x.shape, result)) {
            throw new IllegalArgumentException(op + "InPlace(): output with shape " + Arrays.toString(x.shape)
                    + " doesn't match the broadcast shape " + Arrays.toString(result));
        }
    }

    /** Refuses an operand that shares some elements with x, but not each with its counterpart. */
    static void checkOverlap(String op, Tensor x, Tensor operand) {
        if (x.storage != operand.storage || !Shape.isDense(x) || !Shape.isDense(operand)) {
            return;
        }
        boolean same =
                x.offset == operand.offset && x.numel == operand.numel && Arrays.equals(x.strides(), operand.strides());
        if (!same && x.offset < operand.offset + operand.numel && operand.offset < x.offset + x.numel) {
            throw new IllegalStateException(op + "InPlace(): unsupported operation: some elements of the input tensor"
                    + " and the written-to tensor refer to a single memory location. Please clone() the tensor before"
                    + " performing the operation. The shapes are " + Arrays.toString(operand.shape) + " and "
                    + Arrays.toString(x.shape));
        }
    }

    /** Refuses changes that would make gradients wrong or hit one element twice. */
    static void check(String op, Tensor x) {
        checkGraph(op, x);
        int[] strides = x.contiguous ? Shape.SCALAR : x.strides();
        for (int d = 0; d < strides.length; d++) {
            if (strides[d] == 0 && x.shape[d] > 1) {
                throw new IllegalStateException(op + "InPlace(): unsupported operation: more than one element of the"
                        + " written-to tensor refers to a single memory location. Please clone() the tensor before"
                        + " performing the operation. Its shape is " + Arrays.toString(x.shape));
            }
        }
    }

    private static void checkGraph(String op, Tensor x) {
        if (!GradMode.isEnabled()) {
            return;
        }
        Tensor base = x.base();
        if (base == null) {
            if (x.requiresGrad() && x.isLeaf()) {
                throw new IllegalStateException(
                        op + "InPlace(): a leaf Variable that requires grad is being used in an in-place operation.");
            }
            return;
        }
        if (!base.requiresGrad()) {
            return;
        }
        if (base.isLeaf()) {
            throw new IllegalStateException(
                    op
                            + "InPlace(): a view of a leaf Variable that requires grad is being used in an in-place operation.");
        }
        x.link().checkWritable(op, x);
    }

    static void requireType(String op, Tensor x, DType result) {
        if (x.dtype != result && (result.category() > x.dtype.category())) {
            throw new IllegalArgumentException(op + "InPlace(): result type " + result.scalarName()
                    + " can't be cast to the desired output type " + x.dtype.scalarName());
        }
    }

    /** The node of an in-place operation on one tensor, null when nothing is recorded. */
    static @Nullable Node node(Op<?> op, Tensor x) {
        return GradMode.isEnabled() && x.requiresGrad() ? new Node(op, x, new Node[] {x.edge()}) : null;
    }

    /** Copies a result, of the same shape, into x. */
    static void write(String op, Tensor x, Tensor result) {
        requireType(op, x, result.dtype);
        requireShape(op, x, result.shape);
        x.store(result.cast(x.dtype).dense());
    }

    /** Makes the node the origin of x; for a view also of that part of its base. */
    static void rebase(Tensor x, Node n) {
        Tensor base = x.base();
        if (base == null) {
            x.attach(n);
            return;
        }
        Geometry part = x.link().geometry(x);
        Node slices = new Node(ViewRows.COPY_SLICES, base, new Node[] {base.edge(), n});
        slices.args = part;
        base.attach(slices);
        x.link().refresh(x);
    }
}
