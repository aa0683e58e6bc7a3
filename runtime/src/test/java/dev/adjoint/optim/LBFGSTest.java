package dev.adjoint.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.tensor.Tensor;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LBFGSTest {
    /** The distance to a minimum that a gradient below the default tolerance leaves. */
    private static final double NEAR = 1e-5;

    private static Supplier<Tensor> closure(Optimizer optimizer, Supplier<Tensor> loss) {
        return () -> {
            optimizer.zeroGrad();
            Tensor l = loss.get();
            l.backward();
            return l;
        };
    }

    private static Tensor rosenbrock(Tensor p) {
        Tensor x = p.select(0, 0);
        Tensor y = p.select(0, 1);
        return x.rsub(1).square().add(y.sub(x.square()).square().mul(100));
    }

    @Test
    void strongWolfeFindsTheMinimumOfRosenbrock() {
        Tensor p = Tensor.of(-1.2, 1.0).requiresGrad(true);
        LBFGS optimizer = new LBFGS(
                List.of(p),
                LBFGS.options().maxIter(100).maxEval(200).toleranceChange(1e-14).strongWolfe(true));
        optimizer.step(closure(optimizer, () -> rosenbrock(p)));
        assertEquals(1, p.get(0), NEAR);
        assertEquals(1, p.get(1), NEAR);
    }

    @Test
    void plainStepsFindTheMinimumOfAQuadratic() {
        Tensor a = Tensor.from(new float[] {3, 1, 1, 2}, 2, 2);
        Tensor b = Tensor.of(1f, -1f);
        Tensor x = Tensor.of(4f, 5f).requiresGrad(true);
        Tensor shift = Tensor.scalar(2f).requiresGrad(true);
        LBFGS optimizer = new LBFGS(List.of(x, shift));
        Supplier<Tensor> loss = () -> x.dot(a.matmul(x)).mul(0.5).sub(b.dot(x)).add(shift.square());
        for (int i = 0; i < 3; i++) {
            optimizer.step(closure(optimizer, loss));
        }
        assertEquals(0.6, x.get(0), 1e-4);
        assertEquals(-0.8, x.get(1), 1e-4);
        assertEquals(0, shift.item(), 1e-4);
    }

    @Test
    void nothingHappensAtAMinimum() {
        Tensor x = Tensor.of(0.0).requiresGrad(true);
        LBFGS optimizer = new LBFGS(List.of(x));
        assertEquals(
                0, optimizer.step(closure(optimizer, () -> x.square().sum())).item());
        assertEquals(0, x.item());
    }

    @Test
    void evaluationsAreLimited() {
        Tensor p = Tensor.of(-1.2, 1.0).requiresGrad(true);
        LBFGS optimizer =
                new LBFGS(List.of(p), LBFGS.options().maxIter(100).maxEval(7).strongWolfe(true));
        int[] count = {0};
        optimizer.step(closure(optimizer, () -> {
            count[0]++;
            return rosenbrock(p);
        }));
        // A line search that has begun is finished.
        assertTrue(count[0] >= 7 && count[0] < 7 + 25, "evaluations: " + count[0]);
    }
}
