package dev.adjoint.tensor;

/** Comparisons and logic, element by element; the results are truth values, which have no derivative. */
public sealed interface ComparisonOps permits Tensor {

    private Tensor self() {
        return (Tensor) this;
    }

    /** Where the elements are equal, as truth values. */
    default Tensor eq(Tensor other) {
        return Compare.run("eq", Compare.EQ, self(), other);
    }

    /** Where the elements differ, as truth values. */
    default Tensor ne(Tensor other) {
        return Compare.run("ne", Compare.NE, self(), other);
    }

    /** Where this is less, as truth values. */
    default Tensor lt(Tensor other) {
        return Compare.run("lt", Compare.LT, self(), other);
    }

    /** Where this is less or equal, as truth values. */
    default Tensor le(Tensor other) {
        return Compare.run("le", Compare.LE, self(), other);
    }

    /** Where this is greater, as truth values. */
    default Tensor gt(Tensor other) {
        return other.lt(self());
    }

    /** Where this is greater or equal, as truth values. */
    default Tensor ge(Tensor other) {
        return other.le(self());
    }

    /** Where the elements equal this number. */
    default Tensor eq(double s) {
        return eq(Scalars.number(self(), s));
    }

    /** Where the elements differ from this number. */
    default Tensor ne(double s) {
        return ne(Scalars.number(self(), s));
    }

    /** Where the elements are less than this number. */
    default Tensor lt(double s) {
        return lt(Scalars.number(self(), s));
    }

    /** Where the elements are at most this number. */
    default Tensor le(double s) {
        return le(Scalars.number(self(), s));
    }

    /** Where the elements are greater than this number. */
    default Tensor gt(double s) {
        return gt(Scalars.number(self(), s));
    }

    /** Where the elements are at least this number. */
    default Tensor ge(double s) {
        return ge(Scalars.number(self(), s));
    }

    /** Where both are true (not zero). */
    default Tensor logicalAnd(Tensor other) {
        return Compare.run("logicalAnd", Compare.AND, self().cast(DType.BOOL), other.cast(DType.BOOL));
    }

    /** Where one is true (not zero). */
    default Tensor logicalOr(Tensor other) {
        return Compare.run("logicalOr", Compare.OR, self().cast(DType.BOOL), other.cast(DType.BOOL));
    }

    /** Where this is false (zero). */
    default Tensor logicalNot() {
        return Compare.not(self().cast(DType.BOOL));
    }
}
