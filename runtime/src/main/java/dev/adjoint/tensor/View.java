package dev.adjoint.tensor;

import org.jspecify.annotations.Nullable;

/** What ties a view to the tensor whose elements it shares: the tape follows in-place changes through it. */
final class View {
    /** How the view came to be, which decides whether it may be changed in place. */
    enum Kind {
        /** One view of its base. */
        SINGLE,
        /** One of several outputs of an operation. */
        MULTIPLE,
        /** Made while nothing was recorded. */
        UNRECORDED
    }

    private static final String FROM_MULTIPLE = " This view is the output of a function that returns multiple views."
            + " Such functions do not allow the output views to be modified inplace. You should replace the inplace"
            + " operation by an out-of-place one.";

    final Tensor base;
    private final Kind kind;
    private int version;

    View(Tensor base, Kind kind) {
        this.base = base;
        this.kind = kind;
        this.version = base.storage.version;
    }

    View derive(Kind other) {
        return new View(base, kind == Kind.SINGLE ? other : kind);
    }

    /**
     * Gives the view a new place in the graph after its elements were changed through another tensor.
     *
     * @param maker the step that made the view, null if it was not recorded
     */
    void follow(Tensor x, @Nullable Node maker) {
        if (version != base.storage.version && (maker != null || base.requiresGrad())) {
            requireSingle(maker);
            refresh(x);
        }
    }

    private void requireSingle(@Nullable Node maker) {
        if (kind == Kind.MULTIPLE) {
            throw new IllegalStateException("Output 0 of " + (maker == null ? "a split" : maker.shortName())
                    + " is a view and its base or another view of its base has been modified inplace." + FROM_MULTIPLE);
        }
        if (kind == Kind.UNRECORDED) {
            throw new IllegalStateException(
                    "A view was created in no_grad mode and its base or another view of its base"
                            + " has been modified inplace. Move both the view and the change inside Autograd.noGrad, with every"
                            + " use of the view, or both outside.");
        }
    }

    void refresh(Tensor x) {
        version = base.storage.version;
        if (base.requiresGrad() && x.dtype.isFloating()) {
            Node n = new Node(ViewRows.AS_STRIDED, x, new Node[] {base.edge()});
            n.args = geometry(x);
            x.attach(n);
        } else {
            x.detachFromGraph();
        }
    }

    /** The view's place among the elements of its base. */
    Geometry geometry(Tensor x) {
        if (!base.contiguous) {
            throw new IllegalStateException("a view of a non-contiguous detached tensor is being modified inplace while"
                    + " gradients are recorded; clone() the tensor before the operation");
        }
        return new Geometry(x.shape, x.strides(), x.offset - base.offset, base.shape);
    }

    void checkWritable(String op, Tensor x) {
        if (kind == Kind.MULTIPLE) {
            Node n = x.gradFn();
            throw new IllegalStateException(op + "InPlace(): Output 0 of " + (n == null ? "a split" : n.shortName())
                    + " is a view and is being modified inplace." + FROM_MULTIPLE);
        }
        if (kind == Kind.UNRECORDED) {
            throw new IllegalStateException(op + "InPlace(): A view was created in no_grad mode and is being modified"
                    + " inplace with grad mode enabled. Replace the inplace operation by an out-of-place one.");
        }
    }
}
