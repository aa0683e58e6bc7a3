package dev.adjoint.tensor;

/** The end of the graph: adds the gradient to a leaf's {@link Tensor#grad()}. */
final class AccumulateGrad extends Node {
    private static final Op<Void> ROW = Op.row("accumulateGrad", "torch::autograd::AccumulateGrad", (a, in) -> in[0]);

    private final Tensor leaf;

    AccumulateGrad(Tensor leaf) {
        super(ROW, leaf);
        this.leaf = leaf;
    }

    /** The tensor that collects its gradient here. */
    Tensor leaf() {
        return leaf;
    }

    /** Under the leaf's lock, since several threads may run backward passes that end here. */
    void accumulate(Tensor g, boolean owned, boolean create) {
        synchronized (leaf) {
            add(g, owned, create);
        }
    }

    private void add(Tensor g, boolean owned, boolean create) {
        Tensor present = leaf.gradient();
        if (present == null) {
            leaf.setGradient(owned && g.contiguous ? g : ViewRows.COPY.apply(null, g));
        } else if (create) {
            leaf.setGradient(present.add(g));
        } else {
            present.addInPlace(g);
            if (owned) {
                Buffers.give(g);
            }
        }
    }
}
