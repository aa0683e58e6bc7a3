package dev.adjoint.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Derivatives where a function has none, or its formula divides by zero: PyTorch's conventions, or the exact value. */
class KinksTest {
    private static Tensor at(double... x) {
        return Tensor.of(x).requiresGrad(true);
    }

    private static double[] second(UnaryOperator<Tensor> f, double... at) {
        Tensor x = at(at);
        Tensor slope = Autograd.grad(f.apply(x).sum(), x, true);
        return Autograd.grad(slope.sum(), x).toDoubleArray();
    }

    @Test
    void secondDerivativesAreZeroWhereBranchesMeet() {
        assertArrayEquals(new double[] {0, 0}, second(x -> Functional.elu(x, 2), 0, 1));
        assertArrayEquals(new double[] {0, 0}, second(x -> Functional.softplus(x, 2, 4), 2, 3));
        Tensor zeros = Tensor.zeros(DType.FLOAT64, 3);
        assertArrayEquals(
                new double[] {2, 0, 0}, second(x -> Losses.smoothL1Loss(x, zeros, Reduction.SUM, 0.5), 0.4, 0.5, -0.5));
    }

    @Test
    void productsOfOneElementAreExactlyLinear() {
        Tensor x = at(0.3, 0.7);
        Tensor slope = Autograd.grad(x.unsqueeze(1).prod(1).sum(), x, true);
        assertArrayEquals(new double[] {1, 1}, slope.toDoubleArray());
        assertFalse(slope.requiresGrad(), "a constant does not depend on x");
    }

    @Test
    void rootsAsPowersAreRoots() {
        Tensor x = at(-0.0, -1);
        Tensor y = x.pow(0.5);
        y.sum().backward();
        assertEquals("tensor([-0., nan], dtype=torch.float64)", y.detach().toString());
        assertEquals("tensor([-inf, nan], dtype=torch.float64)", x.grad().toString());
    }

    @Test
    void angleOfTheOriginHasNoDerivative() {
        Tensor x = at(0);
        x.atan2(Tensor.of(0.0)).backward();
        assertEquals("tensor([nan], dtype=torch.float64)", x.grad().toString());
    }

    @Test
    void recordedDerivativesOfDeterminantsAreExactForSingularMatrices() {
        Tensor x = Tensor.from(new double[] {1, 1, 0, 0, 0, 0, 0, 0, 1}, 3, 3).requiresGrad(true);
        Tensor cofactors = Autograd.grad(Linalg.det(x), x, true);
        assertArrayEquals(new double[] {0, 0, 0, -1, 1, 0, 0, 0, 0}, cofactors.toDoubleArray(), 0);
        Tensor second = Autograd.grad(cofactors.sum(), x);
        assertArrayEquals(new double[] {1, -1, 0, -2, 2, 0, 1, -1, 0}, second.toDoubleArray(), 0);
    }
}
