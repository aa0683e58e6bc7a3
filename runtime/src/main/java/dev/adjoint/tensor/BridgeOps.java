package dev.adjoint.tensor;

import java.util.function.DoubleUnaryOperator;

/** Functions with derivatives that were written or generated elsewhere, as element-wise operations. */
public sealed interface BridgeOps permits Tensor {

    private Tensor self() {
        return (Tensor) this;
    }

    /**
     * Applies a function to each element, in double precision: {@code x.map(DemoGrad.someFunc())}. Its derivative gives
     * the gradient.
     */
    default Tensor map(ScalarFunction f) {
        return Bridge.map(self(), f);
    }

    /**
     * Applies a function to each element, in double precision: {@code x.map(Demo::someFunc, DemoGrad::someFuncGrad)}.
     * The gradient can't be differentiated again.
     */
    default Tensor map(DoubleUnaryOperator f, DoubleUnaryOperator derivative) {
        return map(ScalarFunction.of(f, derivative));
    }
}
