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
        return ElementwiseRows.SUB.apply(Scalars.subtracted("sub", self()), Scalars.subtracted("sub", other), alpha);
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
        if (self().dtype == DType.BOOL && other.dtype == DType.BOOL) {
            throw Errors.notImplemented("pow", self());
        }
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

    /**
     * Limits the elements to this range; an infinite limit is none. The derivative at the limits is 1. A tensor of
     * integers becomes one of floats.
     */
    default Tensor clamp(double min, double max) {
        return ElementwiseRows.CLAMP.apply(Scalars.floating(self()), min, max);
    }

    /** Limits the elements to this range. */
    default Tensor clamp(long min, long max) {
        return ElementwiseRows.CLAMP.apply(Scalars.integral(self()), min, max);
    }

    /** At least this; a tensor of integers becomes one of floats. */
    default Tensor clampMin(double min) {
        return clamp(min, Double.POSITIVE_INFINITY);
    }

    /** At least this. */
    default Tensor clampMin(long min) {
        return ElementwiseRows.CLAMP.apply(Scalars.integral(self()), min, Double.POSITIVE_INFINITY);
    }

    /** At most this; a tensor of integers becomes one of floats. */
    default Tensor clampMax(double max) {
        return clamp(Double.NEGATIVE_INFINITY, max);
    }

    /** At most this. */
    default Tensor clampMax(long max) {
        return ElementwiseRows.CLAMP.apply(Scalars.integral(self()), Double.NEGATIVE_INFINITY, max);
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
        Errors.requireFloating("lerp", self());
        Errors.requireSameType("lerp", self(), end);
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
}
