package dev.adjoint.nn;

import dev.adjoint.tensor.DType;
import dev.adjoint.tensor.Tensor;
import java.util.random.RandomGenerator;

/** Initial values of parameters, and checks of the sizes that layers are made with. */
final class Init {
    private Init() {}

    /** Uniform between -1/sqrt(fanIn) and 1/sqrt(fanIn), as PyTorch's linear layers and convolutions have. */
    static Tensor fan(RandomGenerator random, DType type, int fanIn, int... shape) {
        double bound = 1 / Math.sqrt(fanIn);
        Tensor t = Tensor.zeros(DType.FLOAT64, shape);
        double[] values = new double[t.numel()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (2 * random.nextDouble() - 1) * bound;
        }
        return Tensor.from(values, shape).to(type);
    }

    static int atLeast(int least, String layer, String what, int size) {
        if (size < least) {
            throw new IllegalArgumentException(
                    layer + "(): " + what + " must be at least " + least + ", but is " + size);
        }
        return size;
    }
}
