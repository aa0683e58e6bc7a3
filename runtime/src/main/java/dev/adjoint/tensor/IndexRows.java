package dev.adjoint.tensor;

import static dev.adjoint.tensor.Op.NOTHING;
import static dev.adjoint.tensor.Op.each;
import static dev.adjoint.tensor.Op.grad;
import static dev.adjoint.tensor.Op.row;

import dev.adjoint.tensor.kernel.Take;

/** The table of operations that copy chosen elements, and of joining tensors. */
final class IndexRows {
    private IndexRows() {}

    /**
     * Which element goes where.
     *
     * @param map for each element of the result, in row-major order, the place it is taken from; -1 for zero
     * @param shape the result's shape
     * @param from the shape of what is taken from
     */
    record Places(int[] map, int[] shape, int[] from) {}

    /** Joined tensors: the dimension and, for each, where it begins and how long it is. */
    record Joint(int dim, int[] starts, int[] sizes, int[] shape) {}

    static final Op<Places> TAKE = row(
            "take", "TakeBackward0", (a, in) -> take(a, in[0]), grad(NOTHING, (n, a, g) -> IndexRows.PUT.apply(a, g)));
    static final Op<Places> PUT =
            row("put", "PutBackward0", (a, in) -> put(a, in[0]), grad(NOTHING, (n, a, g) -> TAKE.apply(a, g)));
    static final Op<Places> FLIP = TAKE.named("FlipBackward0");
    static final Op<Places> ROLL = TAKE.named("RollBackward0");
    static final Op<Places> REPEAT = TAKE.named("RepeatBackward0");
    static final Op<Places> TRIL = TAKE.named("TrilBackward0");
    static final Op<Places> TRIU = TAKE.named("TriuBackward0");
    static final Op<Places> INDEX_SELECT = TAKE.named("IndexSelectBackward0");
    static final Op<Places> GATHER = TAKE.named("GatherBackward0");
    static final Op<Places> INDEX = TAKE.named("IndexBackward0");
    static final Op<Places> SCATTER_ADD = row(
            "scatterAdd",
            "ScatterAddBackward0",
            IndexRows::scatterAdd,
            grad(NOTHING, (n, a, g) -> g),
            grad(NOTHING, (n, a, g) -> TAKE.apply(a, g)));
    static final Op<Geometry> TRACE = row(
            "trace",
            "TraceBackward0",
            IndexRows::trace,
            grad(NOTHING, (n, a, g) -> ViewRows.embed(a, g.expand(a.shape()))));
    static final Op<Joint> CAT =
            row("cat", "CatBackward0", Joining::copy, each((n, a, g, i) -> Joining.part(a, g, i, n.next[i].shape)));
    static final Op<Joint> STACK =
            row("stack", "StackBackward0", Joining::copy, each((n, a, g, i) -> g.select(a.dim, i)));

    private static Tensor take(Places a, Tensor given) {
        Tensor x = given.dense();
        Tensor y = Tensor.empty(x.dtype, a.shape);
        Take.take(x.storage.array, x.offset, a.map, y.storage.array);
        return y;
    }

    private static Tensor put(Places a, Tensor given) {
        Tensor g = given.dense();
        Tensor y = Tensor.empty(g.dtype, a.from);
        Take.add(g.storage.array, g.offset, a.map, y.storage.array);
        return y;
    }

    private static Tensor scatterAdd(Places a, Tensor[] in) {
        Tensor y = Values.copy(in[0]);
        Tensor src = in[1].dense();
        Take.add(src.storage.array, src.offset, a.map, y.storage.array);
        return y;
    }

    private static Tensor trace(Geometry a, Tensor[] in) {
        Tensor x = in[0].detach().dense();
        Tensor diagonal = x.viewAs(a.shape(), a.strides(), x.offset + a.offset(), View.Kind.SINGLE);
        return diagonal.sum().detach();
    }
}
