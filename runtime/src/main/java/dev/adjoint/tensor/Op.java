package dev.adjoint.tensor;

import org.jspecify.annotations.Nullable;

/**
 * One operation: a row of a table. It holds the name, how the result is computed, and for each operand its gradient as
 * tensor operations, so that gradients can themselves be differentiated.
 *
 * @param <A> the type of the operation's arguments other than tensors
 */
class Op<A> {
    /** What a gradient reads: nothing, operands, or the result. Only what is read is kept for the backward pass. */
    static final int NOTHING = 0;

    static final int A = 1;
    static final int B = 2;
    static final int C = 4;
    static final int Y = 8;

    final String name;
    final String gradName;
    final @Nullable Forward<A> forward;
    final Use<A>[] grads;
    private final String kinks;

    /** Computes the result from the operands' values; not recorded. */
    @FunctionalInterface
    interface Forward<A> {
        Tensor run(A args, Tensor[] in);
    }

    /** The gradient of one operand from the result's. */
    @FunctionalInterface
    interface Grad<A> {
        @Nullable
        Tensor of(Node n, A args, Tensor g);
    }

    /** The gradient of operand i, for operations on a list of tensors. */
    @FunctionalInterface
    interface ListGrad<A> {
        @Nullable
        Tensor of(Node n, A args, Tensor g, int i);
    }

    /** A gradient with what it reads. */
    record Use<A>(int reads, ListGrad<A> grad) {}

    Op(String name, String gradName, @Nullable Forward<A> forward, Use<A>[] grads, String kinks) {
        this.name = name;
        this.gradName = gradName;
        this.forward = forward;
        this.grads = grads;
        this.kinks = kinks;
    }

    /** A row. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is not exposed
    static <A> Op<A> row(String name, String gradName, Forward<A> forward, Use<A>... grads) {
        return new Op<>(name, gradName, forward, grads, "");
    }

    /** The gradient of the next operand, and what it reads. */
    static <A> Use<A> grad(int reads, Grad<A> grad) {
        return new Use<>(reads, (n, a, g, i) -> grad.of(n, a, g));
    }

    /** The gradient of each operand of a list. */
    static <A> Use<A> each(ListGrad<A> grad) {
        return new Use<>(NOTHING, grad);
    }

    /** An operand that never gets a gradient: indices and masks. */
    static <A> Use<A> none() {
        return new Use<>(NOTHING, (n, a, g, i) -> null);
    }

    /** The same row with the convention at its kinks. */
    Op<A> kinks(String convention) {
        return new Op<>(name, gradName, forward, grads, convention);
    }

    /** The same row under the name that PyTorch gives a variant of it. */
    Op<A> named(String variant) {
        return named(name, variant);
    }

    /** The same row for another operation. */
    Op<A> named(String operation, String variant) {
        return new Op<>(operation, variant, forward, grads, kinks);
    }

    /** The convention at kinks, empty where there are none. */
    String kinks() {
        return kinks;
    }

    /** Applies the operation and records it if an operand requires gradients. */
    Tensor apply(A args, Tensor... in) {
        Tensor y = forward.run(args, in);
        if (GradMode.isEnabled() && y.dtype.isFloating()) {
            record(y, args, in);
        }
        return y;
    }

    /** Records the operation if an operand requires gradients. */
    final void record(Tensor y, @Nullable A args, Tensor[] in) {
        boolean required = false;
        for (Tensor t : in) {
            required |= t.requiresGrad();
        }
        if (!required) {
            return;
        }
        Node[] next = new Node[in.length];
        int reads = 0;
        for (int i = 0; i < in.length; i++) {
            next[i] = in[i].edge();
            reads |= next[i] == null ? 0 : use(i).reads;
        }
        Node n = new Node(this, y, next);
        n.args = args;
        save(n, reads, y, in);
        y.attach(n);
    }

    private static void save(Node n, int reads, Tensor y, Tensor[] in) {
        if ((reads & A) != 0) {
            n.saveA(in[0]);
        }
        if ((reads & B) != 0 && in.length > 1) {
            n.saveB(in[1]);
        }
        if ((reads & C) != 0 && in.length > 2) {
            n.saveC(in[2]);
        }
        if ((reads & Y) != 0) {
            n.saveY(y);
        }
    }

    /** Whether gradients are new arrays, unless they are the incoming one, a view or a saved value. */
    boolean makesFreshGradients() {
        return true;
    }

    /** The gradients of all operands where they are computed together, else null. */
    @Nullable
    Tensor @Nullable [] gradients(Node n, Tensor g) {
        return null;
    }

    /** The gradient for operand i. */
    @Nullable
    Tensor gradient(Node n, Tensor g, int i) {
        @SuppressWarnings("unchecked") // a node's arguments are those of its own row
        A args = (A) n.args;
        return use(i).grad.of(n, args, g, i);
    }

    private Use<A> use(int i) {
        return grads[Math.min(i, grads.length - 1)];
    }
}
