package dev.adjoint.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Arrays are used again only when nobody can see them: long tensors keep their values through later passes. */
class BuffersTest {
    private static final int LENGTH = 1000;

    private final Random random = new Random(3);
    private final Tensor x = Tensor.randn(random, LENGTH).requiresGrad(true);
    private final List<Tensor> seen = new ArrayList<>();
    private final List<float[]> values = new ArrayList<>();

    private Tensor watch(Tensor t) {
        seen.add(t);
        values.add(t.toArray());
        return t;
    }

    /** Runs passes whose gradients would overwrite arrays that were given away too early. */
    private void check() {
        for (int i = 0; i < 5; i++) {
            Tensor y = Tensor.randn(random, LENGTH).requiresGrad(true);
            y.tanh().mul(y).exp().neg().mul(0.1).sum().backward();
        }
        for (int i = 0; i < seen.size(); i++) {
            assertArrayEquals(values.get(i), seen.get(i).toArray());
        }
    }

    /** Passes the gradient on, having shown it. */
    private final class Watching extends Function {
        @Override
        protected List<Tensor> forward(Context context, List<Tensor> inputs) {
            return List.of(inputs.get(0).mul(2));
        }

        @Override
        protected List<Tensor> backward(Context context, List<Tensor> gradients) {
            return List.of(watch(gradients.get(0)).mul(2));
        }
    }

    @Test
    void gradientsThatUserCodeSaw() {
        Tensor a = x.mul(2).retainGrad();
        Tensor b = a.tanh();
        b.registerHook(this::watch);
        Tensor c = new Watching().apply(b).exp();
        c.mul(c).add(c.neg()).sum().backward();
        watch(a.grad());
        watch(x.grad());
        check();
    }

    @Test
    void gradientsOnDemand() {
        Tensor a = x.mul(2);
        Tensor b = a.exp().mul(a);
        Autograd.grad(List.of(b.sum()), List.of(x, a, b), null, false, false, false)
                .forEach(this::watch);
        check();
    }

    @Test
    void gradientsThatArriveTwice() {
        Tensor a = x.mul(2);
        a.mul(3).add(a.mul(x)).sum().backward(null, true, false);
        watch(x.grad().copy());
        a.exp().sum().backward(null, true, true);
        watch(x.grad());
        check();
    }

    @Test
    void sharedSeeds() {
        Tensor seed = watch(Tensor.randn(random, LENGTH));
        x.add(x.mul(2)).backward(seed);
        x.neg().neg().tanh().backward(seed);
        watch(x.grad());
        check();
    }
}
