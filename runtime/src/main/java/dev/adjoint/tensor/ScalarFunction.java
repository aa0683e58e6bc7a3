package dev.adjoint.tensor;

import java.util.function.DoubleUnaryOperator;

/**
 * A function of one number with its derivatives, for {@link BridgeOps#map(ScalarFunction)}. The companion of a class
 * with annotated methods has a method that makes one, such as {@code DemoGrad.someFunc()}.
 */
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

    /** A function whose second derivative is not known. */
    static ScalarFunction of(DoubleUnaryOperator value, DoubleUnaryOperator derivative) {
        return new ScalarFunction() {
            @Override
            public double value(double x) {
                return value.applyAsDouble(x);
            }

            @Override
            public double derivative(double x) {
                return derivative.applyAsDouble(x);
            }
        };
    }

    /** A function with two derivatives. */
    static ScalarFunction of(DoubleUnaryOperator value, DoubleUnaryOperator derivative, DoubleUnaryOperator second) {
        return new ScalarFunction() {
            @Override
            public double value(double x) {
                return value.applyAsDouble(x);
            }

            @Override
            public double derivative(double x) {
                return derivative.applyAsDouble(x);
            }

            @Override
            public double secondDerivative(double x) {
                return second.applyAsDouble(x);
            }
        };
    }
}
