package dev.adjoint.tensor;

/**
 * Changes in place; PyTorch writes these with a trailing underscore. They return this tensor. A leaf that requires
 * gradients can't be changed while operations are recorded; a value that a backward pass needs can be, but that pass
 * then fails with an {@link IllegalStateException}.
 */
public sealed interface InPlaceOps permits Tensor {

    private Tensor self() {
        return (Tensor) this;
    }

    /** {@code this += other}. */
    default Tensor addInPlace(Tensor other) {
        return ElementwiseRows.ADD.applyInPlace(self(), other, 1);
    }

    /** {@code this += alpha * other}. */
    default Tensor addInPlace(Tensor other, double alpha) {
        Scalars.requireIntegral("addInPlace", self(), other, alpha);
        return ElementwiseRows.ADD.applyInPlace(self(), other, alpha);
    }

    /** {@code this += s}. */
    default Tensor addInPlace(double s) {
        return ElementwiseRows.ADD_SCALAR.applyInPlace(self(), Scalars.fitting("add", self(), s), 0);
    }

    /** {@code this -= other}. */
    default Tensor subInPlace(Tensor other) {
        return ElementwiseRows.SUB.applyInPlace(Scalars.subtracted("sub", self()), Scalars.subtracted("sub", other), 1);
    }

    /** {@code this -= s}. */
    default Tensor subInPlace(double s) {
        return ElementwiseRows.SUB_SCALAR.applyInPlace(self(), -Scalars.fitting("sub", self(), s), 0);
    }

    /** {@code this *= other}. */
    default Tensor mulInPlace(Tensor other) {
        return ElementwiseRows.MUL.applyInPlace(self(), other, 1);
    }

    /** {@code this *= s}. */
    default Tensor mulInPlace(double s) {
        return ElementwiseRows.MUL_SCALAR.applyInPlace(self(), Scalars.fitting("mul", self(), s), 0);
    }

    /** {@code this /= other}. */
    default Tensor divInPlace(Tensor other) {
        return ElementwiseRows.DIV.applyInPlace(self(), other, 1);
    }

    /** {@code this /= s}. */
    default Tensor divInPlace(double s) {
        return ElementwiseRows.DIV_SCALAR.applyInPlace(self(), s, 0);
    }

    /** {@code this = -this}. */
    default Tensor negInPlace() {
        return ElementwiseRows.NEG.applyInPlace(self(), 0, 0);
    }

    /** {@code this = |this|}. */
    default Tensor absInPlace() {
        return ElementwiseRows.ABS.applyInPlace(self(), 0, 0);
    }

    /** {@code this} to the power of s. */
    default Tensor powInPlace(double s) {
        Scalars.requireNonNegative(self(), s);
        return ElementwiseRows.POW_SCALAR.applyInPlace(self(), Scalars.fitting("pow", self(), s), 0);
    }

    /** {@code this = 1 / this}. */
    default Tensor reciprocalInPlace() {
        return ElementwiseRows.RECIPROCAL.applyInPlace(self(), 0, 0);
    }

    /** {@code this = log(this)}. */
    default Tensor logInPlace() {
        return ElementwiseRows.LOG.applyInPlace(self(), 0, 0);
    }

    /** {@code this = exp(this)}. */
    default Tensor expInPlace() {
        return ElementwiseRows.EXP.applyInPlace(self(), 0, 0);
    }

    /** {@code this = sqrt(this)}. */
    default Tensor sqrtInPlace() {
        return ElementwiseRows.SQRT.applyInPlace(self(), 0, 0);
    }

    /** {@code this = tanh(this)}. */
    default Tensor tanhInPlace() {
        return ActivationRows.TANH.applyInPlace(self(), 0, 0);
    }

    /** {@code this = sigmoid(this)}. */
    default Tensor sigmoidInPlace() {
        return ActivationRows.SIGMOID.applyInPlace(self(), 0, 0);
    }

    /** {@code this = relu(this)}. */
    default Tensor reluInPlace() {
        return ActivationRows.RELU.applyInPlace(self(), 0, 0);
    }

    /** Limits the elements, floating-point numbers, to this range. */
    default Tensor clampInPlace(double min, double max) {
        InPlace.requireType("clamp", self(), Scalars.floating(self()).dtype);
        return ElementwiseRows.CLAMP.applyInPlace(self(), min, max);
    }

    /** Limits the elements to this range. */
    default Tensor clampInPlace(long min, long max) {
        return ElementwiseRows.CLAMP.applyInPlace(self(), min, max);
    }

    /** {@code this += value * a * b}. */
    default Tensor addcmulInPlace(Tensor a, Tensor b, double value) {
        return addInPlace(a.mul(b), value);
    }

    /** {@code this += value * a / b}. */
    default Tensor addcdivInPlace(Tensor a, Tensor b, double value) {
        return addInPlace(a.div(b), value);
    }

    /** {@code this += weight * (end - this)}. */
    default Tensor lerpInPlace(Tensor end, double weight) {
        Errors.requireFloating("lerpInPlace", self());
        Errors.requireSameType("lerpInPlace", self(), end);
        return SelectRows.LERP_SCALAR.applyInPlace(self(), end, weight);
    }

    /** Sets all elements to 0. */
    default Tensor zeroInPlace() {
        return InPlace.overwrite(InPlace.ZERO, self(), null, 0);
    }

    /** Sets all elements to this value. */
    default Tensor fillInPlace(double value) {
        return InPlace.overwrite(InPlace.FILL, self(), null, value);
    }

    /** Takes over the elements of another tensor, which is broadcast and converted. */
    default Tensor copyInPlace(Tensor source) {
        return InPlace.overwrite(InPlace.COPY_FROM, self(), source, 0);
    }
}
