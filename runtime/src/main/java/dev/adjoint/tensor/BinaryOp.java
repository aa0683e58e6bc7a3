package dev.adjoint.tensor;

import dev.adjoint.tensor.kernel.BinaryKernel;
import java.util.Arrays;

/** A row of an element-wise operation on two tensors that are broadcast to one shape, with one number {@code p}. */
final class BinaryOp extends Op<Void> {
    private final BinaryKernel kernel;
    private final Use<Void> gradA;
    private final Use<Void> gradB;

    private BinaryOp(String name, String gradName, BinaryKernel kernel, Use<Void>[] grads, String kinks) {
        super(name, gradName, null, grads, kinks);
        this.kernel = kernel;
        this.gradA = grads[0];
        this.gradB = grads[1];
    }

    /** A row. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // generic array creation
    static BinaryOp binary(String name, String gradName, BinaryKernel kernel, Use<Void> gradA, Use<Void> gradB) {
        return new BinaryOp(name, gradName, kernel, new Use[] {gradA, gradB}, "");
    }

    @Override
    BinaryOp kinks(String convention) {
        return new BinaryOp(name, gradName, kernel, grads, convention);
    }

    @Override
    Tensor gradient(Node n, Tensor g, int i) {
        return (i == 0 ? gradA : gradB).grad().of(n, null, g, i);
    }

    Tensor apply(Tensor a, Tensor b) {
        return apply(a, b, 1);
    }

    Tensor apply(Tensor a, Tensor b, double p) {
        Tensor y = compute(a, b, p);
        if ((a.requiresGrad() || b.requiresGrad()) && GradMode.isEnabled()) {
            record(y, a, b, p);
        }
        return y;
    }

    /** Overwrites a with the result, under the rules for in-place changes. */
    Tensor applyInPlace(Tensor a, Tensor b, double p) {
        InPlace.check(name, a);
        InPlace.checkOverlap(name, a, b);
        boolean records = GradMode.isEnabled() && (a.requiresGrad() || b.requiresGrad());
        Node n = records ? node(a, a.alias(), b, p) : null;
        if (n != null) {
            n.keepA();
        }
        boolean aligned = a.contiguous && b.contiguous && a.offset == b.offset;
        if (aligned && a.dtype == b.dtype && sameShape(a, b) && hasLoop(a.dtype)) {
            Broadcast.loop(kernel, a.storage.array, b.storage.array, a.storage.array, a.offset, a.numel, p);
        } else {
            InPlace.write(name, a, compute(a, b, p));
        }
        a.storage.version++;
        if (n != null) {
            if ((n.op.grads[0].reads() & Y) != 0) {
                n.saveY(a);
            }
            InPlace.rebase(a, n);
        }
        return a;
    }

    private Tensor compute(Tensor a, Tensor b, double p) {
        if (isPlain(a) && isPlain(b) && a.dtype == b.dtype && hasLoop(a.dtype) && sameShape(a, b)) {
            Tensor y = Tensor.like(a);
            Broadcast.loop(kernel, a.storage.array, b.storage.array, y.storage.array, 0, y.numel, p);
            return y;
        }
        return Broadcast.run(name, kernel, a, b, p);
    }

    /** Whether the elements lie at the places where they would lie in a new tensor. */
    private static boolean isPlain(Tensor t) {
        return t.contiguous && t.offset == 0;
    }

    private boolean hasLoop(DType t) {
        return t.isFloating() || (t == DType.INT64 && kernel.i64() != null);
    }

    private static boolean sameShape(Tensor a, Tensor b) {
        return a.shape == b.shape || Arrays.equals(a.shape, b.shape);
    }

    private void record(Tensor y, Tensor a, Tensor b, double p) {
        if (y.dtype.isFloating()) {
            y.attach(node(y, a, b, p));
        }
    }

    private Node node(Tensor y, Tensor a, Tensor b, double p) {
        Node toA = a.edge();
        Node toB = b.edge();
        Node n = new Node(this, y, new Node[] {toA, toB});
        n.p = p;
        int reads = (toA == null ? 0 : gradA.reads()) | (toB == null ? 0 : gradB.reads());
        if ((reads & A) != 0) {
            n.saveA(a);
        }
        if ((reads & B) != 0) {
            n.saveB(b);
        }
        if ((reads & Y) != 0) {
            n.saveY(y);
        }
        return n;
    }
}
