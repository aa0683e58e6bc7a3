package dev.adjoint.tensor;

/** A function of one number with its derivative, for {@link BridgeOps#map(ScalarFunction)}. */
public interface ScalarFunction {
    /** The value. */
    double value(double x);

    /** The first derivative. */
    double derivative(double x);

    /**
     * The second derivative.
     *
     * @throws UnsupportedOperationException if it is not known, which is the default
     */
    default double secondDerivative(double x) {
        throw new UnsupportedOperationException("map(): the second derivative of this function is not known: implement"
                + " secondDerivative, or don't differentiate twice");
    }
}
