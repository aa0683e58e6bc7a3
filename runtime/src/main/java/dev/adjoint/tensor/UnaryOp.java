package dev.adjoint.tensor;

import dev.adjoint.tensor.kernel.Parallel;
import dev.adjoint.tensor.kernel.UnaryKernel;

/** A row of an element-wise operation on one tensor, with up to two numbers {@code p} and {@code q}. */
final class UnaryOp extends Op<Void> {
    private final UnaryKernel kernel;
    private final int reads;
    private final Grad<Void> grad;
    private final boolean floatsOnly;

    private UnaryOp(
            String name,
            String gradName,
            UnaryKernel kernel,
            int reads,
            Grad<Void> grad,
            boolean floatsOnly,
            String kinks) {
        super(name, gradName, null, uses(reads, grad), kinks);
        this.kernel = kernel;
        this.reads = reads;
        this.grad = grad;
        this.floatsOnly = floatsOnly;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // generic array creation
    private static Use<Void>[] uses(int reads, Grad<Void> grad) {
        return new Use[] {grad(reads, grad)};
    }

    /** A row. */
    static UnaryOp unary(String name, String gradName, UnaryKernel kernel, int reads, Grad<Void> grad) {
        return new UnaryOp(name, gradName, kernel, reads, grad, false, "");
    }

    @Override
    UnaryOp kinks(String convention) {
        return new UnaryOp(name, gradName, kernel, reads, grad, floatsOnly, convention);
    }

    /** The same row for an operation that integers and truth values are refused by, not converted for. */
    UnaryOp ofFloats() {
        return new UnaryOp(name, gradName, kernel, reads, grad, true, kinks());
    }

    @Override
    Tensor gradient(Node n, Tensor g, int i) {
        return grad.of(n, null, g);
    }

    Tensor apply(Tensor x) {
        return apply(x, 0, 0);
    }

    Tensor apply(Tensor x, double p) {
        return apply(x, p, 0);
    }

    Tensor apply(Tensor x, double p, double q) {
        Tensor y = compute(operand(x), p, q);
        if (x.requiresGrad() && GradMode.isEnabled()) {
            record(y, x, p, q);
        }
        return y;
    }

    /** Overwrites x with the result, under the rules for in-place changes. */
    Tensor applyInPlace(Tensor x, double p, double q) {
        InPlace.check(name, x);
        InPlace.requireType(name, x, operand(x).dtype);
        Node n = InPlace.node(this, x);
        if (n != null && (reads & A) != 0) {
            n.saveA(x.snapshot());
        }
        if (x.contiguous) {
            loop(x.storage.array, x.storage.array, x.offset, x.numel, p, q);
        } else {
            InPlace.write(name, x, compute(x, p, q));
        }
        x.storage.version++;
        if (n != null) {
            n.p = p;
            n.q = q;
            if ((reads & Y) != 0) {
                n.saveY(x);
            }
            InPlace.rebase(x, n);
        }
        return x;
    }

    /**
     * The operand in a type that the kernel has a loop for: integers and truth values become floats where there is none
     * for integers.
     */
    private Tensor operand(Tensor x) {
        if (x.dtype.isFloating()) {
            return x;
        }
        boolean integers = kernel.i64() != null;
        if (floatsOnly || (integers && x.dtype == DType.BOOL)) {
            throw Errors.notImplemented(name, x);
        }
        return integers ? x : x.cast(DType.FLOAT32);
    }

    private Tensor compute(Tensor given, double p, double q) {
        Tensor x = given.contiguous ? given : given.dense();
        Tensor y = Tensor.like(x);
        if (x.offset == 0) {
            loop(x.storage.array, y.storage.array, 0, y.numel, p, q);
        } else {
            System.arraycopy(x.storage.array, x.offset, y.storage.array, 0, y.numel);
            loop(y.storage.array, y.storage.array, 0, y.numel, p, q);
        }
        return y;
    }

    private void loop(Object x, Object y, int begin, int n, double p, double q) {
        if (Parallel.pays(n)) {
            Parallel.run(n, Parallel.GRAIN, (from, to) -> kernel.run(x, y, begin + from, begin + to, p, q));
        } else {
            kernel.run(x, y, begin, begin + n, p, q);
        }
    }

    private void record(Tensor y, Tensor x, double p, double q) {
        Node n = new Node(this, y, new Node[] {x.edge()});
        n.p = p;
        n.q = q;
        if ((reads & A) != 0) {
            n.saveA(x);
        }
        if ((reads & Y) != 0) {
            n.saveY(y);
        }
        y.attach(n);
    }
}
