package dev.adjoint.tensor;

/** Comparisons and logic; their results are masks and never part of the graph. */
final class Compare {
    private Compare() {}

    /** A relation of two numbers. */
    @FunctionalInterface
    interface Relation {
        boolean holds(double a, double b);
    }

    static final Relation EQ = (a, b) -> a == b;
    static final Relation NE = (a, b) -> a != b;
    static final Relation LT = (a, b) -> a < b;
    static final Relation LE = (a, b) -> a <= b;
    static final Relation AND = (a, b) -> a != 0 && b != 0;
    static final Relation OR = (a, b) -> a != 0 || b != 0;

    static Tensor run(String op, Relation relation, Tensor a, Tensor b) {
        int[] shape = Shape.broadcast(op, a.shape, b.shape);
        DType type = Broadcast.resultType(a, b);
        Tensor left = ViewRows.expanded(op, a.detach().cast(type), shape).dense();
        Tensor right = ViewRows.expanded(op, b.detach().cast(type), shape).dense();
        Tensor y = Tensor.empty(op, DType.BOOL, shape);
        boolean[] result = (boolean[]) y.storage.array;
        if (type == DType.INT64) {
            longs(relation, left, right, result);
        } else {
            for (int i = 0; i < result.length; i++) {
                result[i] = relation.holds(left.element(left.offset + i), right.element(right.offset + i));
            }
        }
        return y;
    }

    /** By the sign of their comparison, since large integers have no exact double. */
    private static void longs(Relation relation, Tensor a, Tensor b, boolean[] result) {
        long[] left = (long[]) a.storage.array;
        long[] right = (long[]) b.storage.array;
        for (int i = 0; i < result.length; i++) {
            result[i] = relation.holds(Long.compare(left[a.offset + i], right[b.offset + i]), 0);
        }
    }

    static Tensor not(Tensor x) {
        Tensor dense = x.dense();
        Tensor y = Tensor.empty(DType.BOOL, dense.shape);
        boolean[] in = (boolean[]) dense.storage.array;
        boolean[] out = (boolean[]) y.storage.array;
        for (int i = 0; i < out.length; i++) {
            out[i] = !in[dense.offset + i];
        }
        return y;
    }
}
