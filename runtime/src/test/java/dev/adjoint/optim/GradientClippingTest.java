package dev.adjoint.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.adjoint.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class GradientClippingTest {
    private static final double ROUNDING = 1e-12;

    private static Tensor parameter(double... gradient) {
        Tensor p =
                Tensor.zeros(dev.adjoint.tensor.DType.FLOAT64, gradient.length).requiresGrad(true);
        p.setGrad(Tensor.of(gradient));
        return p;
    }

    @Test
    void scalesToTheNormOfAllGradientsTogether() {
        List<Tensor> parameters =
                List.of(parameter(3, 0), parameter(-4), Tensor.of(1f).requiresGrad(true));
        assertEquals(5, GradientClipping.norm(parameters, 1), ROUNDING);
        double scale = 1 / (5 + 1e-6);
        assertArrayEquals(new double[] {3 * scale, 0}, parameters.get(0).grad().toDoubleArray(), ROUNDING);
        assertArrayEquals(new double[] {-4 * scale}, parameters.get(1).grad().toDoubleArray(), ROUNDING);
    }

    @Test
    void leavesSmallGradientsAlone() {
        Tensor p = parameter(3, 4);
        assertEquals(5, GradientClipping.norm(List.of(p), 6), ROUNDING);
        assertArrayEquals(new double[] {3, 4}, p.grad().toDoubleArray());
    }

    @Test
    void knowsOtherNorms() {
        assertEquals(7, GradientClipping.norm(List.of(parameter(3, -4)), 9, 1, false), ROUNDING);
        assertEquals(4, GradientClipping.norm(List.of(parameter(3, -4)), 9, Double.POSITIVE_INFINITY, false));
    }

    @Test
    void refusesNormsThatAreNotFiniteOnDemand() {
        List<Tensor> parameters = List.of(parameter(Double.NaN));
        assertThrows(IllegalStateException.class, () -> GradientClipping.norm(parameters, 1, 2, true));
        assertEquals(Double.NaN, GradientClipping.norm(parameters, 1));
    }

    @Test
    void limitsValues() {
        Tensor p = parameter(-3, 0.5, 3);
        GradientClipping.value(List.of(p), 1);
        assertArrayEquals(new double[] {-1, 0.5, 1}, p.grad().toDoubleArray());
    }
}
