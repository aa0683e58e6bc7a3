package dev.adjoint.tensor;

/**
 * Element-wise operations. Two tensors are broadcast to one shape and promoted to one type as PyTorch does; operands
 * that don't fit are an {@link IllegalArgumentException} that names both shapes.
 */
public sealed interface ElementwiseOps permits Tensor {

    private Tensor self() {
        return (Tensor) this;
    }

    /** {@code this + other}. */
    default Tensor add(Tensor other) {
        return ElementwiseRows.ADD.apply(self(), other, 1);
    }

    /** {@code this + alpha * other}. */
    default Tensor add(Tensor other, double alpha) {
        Scalars.requireIntegral("add", self(), other, alpha);
        return ElementwiseRows.ADD.apply(self(), other, alpha);
    }

    /** {@code this + s}; a tensor of integers becomes one of floats. */
    default Tensor add(double s) {
        return ElementwiseRows.ADD_SCALAR.apply(Scalars.floating(self()), s);
    }

    /** {@code this + s}. */
    default Tensor add(long s) {
        return ElementwiseRows.ADD_SCALAR.apply(Scalars.integral(self()), s);
    }

    /** {@code this - other}. */
    default Tensor sub(Tensor other) {
        return sub(other, 1);
    }

    /** {@code this - alpha * other}. */
    default Tensor sub(Tensor other, double alpha) {
        Scalars.requireIntegral("sub", self(), other, alpha);
        if (self().dtype == DType.BOOL && other.dtype == DType.BOOL) {
            throw new IllegalArgumentException("sub(): Subtraction with two bool tensors is not supported. Use the"
                    + " logical operations instead.");
        }
        return ElementwiseRows.SUB.apply(self(), other, alpha);
    }

    /** {@code this - s}; a tensor of integers becomes one of floats. */
    default Tensor sub(double s) {
        return ElementwiseRows.SUB_SCALAR.apply(Scalars.floating(Scalars.subtracted("sub", self())), -s);
    }

    /** {@code this - s}. */
    default Tensor sub(long s) {
        return ElementwiseRows.SUB_SCALAR.apply(Scalars.subtracted("sub", self()), -s);
    }

    /** {@code s - this}; a tensor of integers becomes one of floats. */
    default Tensor rsub(double s) {
        return ElementwiseRows.RSUB_SCALAR.apply(Scalars.floating(Scalars.subtracted("rsub", self())), s);
    }

    /** {@code s - this}. */
    default Tensor rsub(long s) {
        return ElementwiseRows.RSUB_SCALAR.apply(Scalars.subtracted("rsub", self()), s);
    }

    /** {@code this * other}. */
    default Tensor mul(Tensor other) {
        return ElementwiseRows.MUL.apply(self(), other);
    }

    /** {@code this * s}; a tensor of integers becomes one of floats. */
    default Tensor mul(double s) {
        return ElementwiseRows.MUL_SCALAR.apply(Scalars.floating(self()), s);
    }

    /** {@code this * s}. */
    default Tensor mul(long s) {
        return ElementwiseRows.MUL_SCALAR.apply(Scalars.integral(self()), s);
    }

    /** {@code this / other}; integers are divided as floats. */
    default Tensor div(Tensor other) {
        return ElementwiseRows.DIV.apply(self(), other);
    }

    /** {@code this / s}. */
    default Tensor div(double s) {
        return ElementwiseRows.DIV_SCALAR.apply(self(), s);
    }

    /** {@code s / this}. */
    default Tensor rdiv(double s) {
        return reciprocal().mul(s);
    }

    /** {@code this} to the power of {@code other}. */
    default Tensor pow(Tensor other) {
        Scalars.requireNonNegative(self(), other);
        return ElementwiseRows.POW.apply(self(), other);
    }

    /** {@code this} to the power of s; a tensor of integers becomes one of floats. */
    default Tensor pow(double s) {
        return ElementwiseRows.POW_SCALAR.apply(Scalars.floating(self()), s);
    }

    /** {@code this} to the power of s. */
    default Tensor pow(long s) {
        Scalars.requireNonNegative(self(), s);
        return ElementwiseRows.POW_SCALAR.apply(Scalars.integral(self()), s);
    }

    /** {@code s} to the power of this. */
    default Tensor rpow(double s) {
        return ElementwiseRows.RPOW_SCALAR.apply(self(), s);
    }

    /** {@code s} to the power of this. */
    default Tensor rpow(long s) {
        return self().dtype.isFloating()
                ? ElementwiseRows.RPOW_SCALAR.apply(self(), s)
                : Tensor.scalar(s).pow(self().cast(DType.INT64));
    }

    /** {@code -this}. */
    default Tensor neg() {
        if (self().dtype == DType.BOOL) {
            throw new IllegalArgumentException("neg(): Negation on a bool tensor is not supported. Use logicalNot().");
        }
        return ElementwiseRows.NEG.apply(self());
    }

    /** The absolute value; its derivative at 0 is 0. */
    default Tensor abs() {
        return ElementwiseRows.ABS.apply(self());
    }

    /** {@code e} to the power of this. */
    default Tensor exp() {
        return ElementwiseRows.EXP.apply(self());
    }

    /** The natural logarithm. */
    default Tensor log() {
        return ElementwiseRows.LOG.apply(self());
    }

    /** {@code log(1 + this)}, exact near 0. */
    default Tensor log1p() {
        return ElementwiseRows.LOG1P.apply(self());
    }

    /** {@code exp(this) - 1}, exact near 0. */
    default Tensor expm1() {
        return ElementwiseRows.EXPM1.apply(self());
    }

    /** The square root; its derivative at 0 is infinite. */
    default Tensor sqrt() {
        return ElementwiseRows.SQRT.apply(self());
    }

    /** {@code 1 / sqrt(this)}. */
    default Tensor rsqrt() {
        return ElementwiseRows.RSQRT.apply(self());
    }

    /** The sine. */
    default Tensor sin() {
        return ElementwiseRows.SIN.apply(self());
    }

    /** The cosine. */
    default Tensor cos() {
        return ElementwiseRows.COS.apply(self());
    }

    /** The tangent. */
    default Tensor tan() {
        return ElementwiseRows.TAN.apply(self());
    }

    /** The arc sine. */
    default Tensor asin() {
        return ElementwiseRows.ASIN.apply(self());
    }

    /** The arc cosine. */
    default Tensor acos() {
        return ElementwiseRows.ACOS.apply(self());
    }

    /** The arc tangent. */
    default Tensor atan() {
        return ElementwiseRows.ATAN.apply(self());
    }

    /** The angle of the point (other, this). */
    default Tensor atan2(Tensor other) {
        return ElementwiseRows.ATAN2.apply(self(), other);
    }

    /** {@code sqrt(this^2 + other^2)}. */
    default Tensor hypot(Tensor other) {
        Scalars.requireFloating("hypot", self(), other);
        return ElementwiseRows.HYPOT.apply(self(), other);
    }

    /** The hyperbolic sine. */
    default Tensor sinh() {
        return ElementwiseRows.SINH.apply(self());
    }

    /** The hyperbolic cosine. */
    default Tensor cosh() {
        return ElementwiseRows.COSH.apply(self());
    }

    /** The hyperbolic tangent. */
    default Tensor tanh() {
        return ActivationRows.TANH.apply(self());
    }

    /** The logistic function {@code 1 / (1 + exp(-this))}. */
    default Tensor sigmoid() {
        return ActivationRows.SIGMOID.apply(self());
    }

    /** The larger of this and 0; its derivative at 0 is 0. */
    default Tensor relu() {
        return ActivationRows.RELU.apply(self());
    }

    /** The error function. */
    default Tensor erf() {
        return ElementwiseRows.ERF.apply(self());
    }

    /** {@code this * this}. */
    default Tensor square() {
        return pow(2L);
    }

    /** {@code 1 / this}. */
    default Tensor reciprocal() {
        return ElementwiseRows.RECIPROCAL.apply(self());
    }

    /** -1, 0 or 1; the derivative is 0. */
    default Tensor sign() {
        return self().dtype == DType.BOOL ? self().copy() : ElementwiseRows.SIGN.apply(self());
    }

    /** The largest integer not above; the derivative is 0. */
    default Tensor floor() {
        return ElementwiseRows.FLOOR.apply(self());
    }

    /** The smallest integer not below; the derivative is 0. */
    default Tensor ceil() {
        return ElementwiseRows.CEIL.apply(self());
    }

    /** The nearest integer, the even one at a tie; the derivative is 0. */
    default Tensor round() {
        return ElementwiseRows.ROUND.apply(self());
    }

    /** Limits the elements to this range; an infinite limit is none. The derivative at the limits is 1. */
    default Tensor clamp(double min, double max) {
        return ElementwiseRows.CLAMP.apply(Scalars.limited(self(), min, max), min, max);
    }

    /** At least this. */
    default Tensor clampMin(double min) {
        return clamp(min, Double.POSITIVE_INFINITY);
    }

    /** At most this. */
    default Tensor clampMax(double max) {
        return clamp(Double.NEGATIVE_INFINITY, max);
    }

    /** The larger one; at a tie each operand gets half the gradient. */
    default Tensor maximum(Tensor other) {
        return ElementwiseRows.MAXIMUM.apply(self(), other);
    }

    /** The smaller one; at a tie each operand gets half the gradient. */
    default Tensor minimum(Tensor other) {
        return ElementwiseRows.MINIMUM.apply(self(), other);
    }

    /** {@code this + weight * (end - this)}. */
    default Tensor lerp(Tensor end, Tensor weight) {
        return SelectRows.LERP.apply(null, self(), end, weight);
    }

    /** {@code this + weight * (end - this)}. */
    default Tensor lerp(Tensor end, double weight) {
        return SelectRows.LERP_SCALAR.apply(self(), end, weight);
    }

    /** This where the mask is true, else other. The mask comes second: {@code x.where(mask, y)}. */
    default Tensor where(Tensor mask, Tensor other) {
        return SelectRows.WHERE.apply(null, mask, self(), other);
    }

    /** A copy with this value where the mask is true. */
    default Tensor maskedFill(Tensor mask, double value) {
        return SelectRows.MASKED_FILL.apply(value, self(), mask);
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
