package dev.adjoint.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.tensor.Tensor;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OptimizerTest {
    /** Adds of doubles in another order than PyTorch's. */
    private static final double ROUNDING = 1e-12;

    static Stream<Function<List<Tensor>, Optimizer>> all() {
        return Stream.of(
                p -> new SGD(p, 0.1),
                p -> new SGD(p, SGD.options(0.1).momentum(0.9).nesterov(true)),
                p -> new Adam(p, Adam.options().lr(0.1).amsgrad(true)),
                p -> new AdamW(p, 0.1),
                p -> new RMSprop(p, RMSprop.options().lr(0.1).momentum(0.5).centered(true)),
                p -> new Adagrad(p, 0.1));
    }

    @Test
    void stepPrintsWhatPyTorchPrints() {
        Tensor x = Tensor.of(1f, 2f).requiresGrad(true);
        Optimizer optimizer = new SGD(List.of(x), 0.1);
        x.mul(x).sum().backward();
        optimizer.step();
        assertEquals("tensor([0.8000, 1.6000], requires_grad=True)", x.toString());
        optimizer.zeroGrad();
        assertEquals("tensor([0., 0.])", x.grad().toString());
        optimizer.zeroGrad(true);
        assertNull(x.grad());
    }

    @ParameterizedTest
    @MethodSource("all")
    void descends(Function<List<Tensor>, Optimizer> maker) {
        Tensor x = Tensor.of(3.0, -2.0).requiresGrad(true);
        Optimizer optimizer = maker.apply(List.of(x));
        double before = x.mul(x).sum().item();
        for (int i = 0; i < 30; i++) {
            optimizer.zeroGrad();
            x.mul(x).sum().backward();
            optimizer.step();
        }
        assertTrue(x.mul(x).sum().item() < before);
    }

    @ParameterizedTest
    @MethodSource("all")
    void parameterWithoutGradientStays(Function<List<Tensor>, Optimizer> maker) {
        Tensor used = Tensor.of(1f).requiresGrad(true);
        Tensor unused = Tensor.of(1f).requiresGrad(true);
        Optimizer optimizer = maker.apply(List.of(used, unused));
        used.mul(2).sum().backward();
        optimizer.step();
        assertEquals(1, unused.item());
        assertTrue(used.item() < 1);
    }

    @ParameterizedTest
    @MethodSource("all")
    void parameterWithGapsIsChangedAsOneWithout(Function<List<Tensor>, Optimizer> maker) {
        double[] values = {1, 2, 3, 4, 5, 6};
        Tensor plain = Tensor.from(new double[] {1, 3, 5, 2, 4, 6}, 2, 3).requiresGrad(true);
        Tensor turned = Tensor.from(values, 3, 2).t().requiresGrad(true);
        for (Tensor p : List.of(plain, turned)) {
            Optimizer optimizer = maker.apply(List.of(p));
            p.mul(p).sum().backward();
            optimizer.step();
        }
        assertArrayEquals(plain.detach().toDoubleArray(), turned.detach().toDoubleArray(), 0);
    }

    @ParameterizedTest
    @MethodSource("all")
    void longParametersAreChangedAsShortOnes(Function<List<Tensor>, Optimizer> maker) {
        int n = 200_001;
        Tensor many = Tensor.full(2f, n).requiresGrad(true);
        Tensor one = Tensor.of(2f).requiresGrad(true);
        for (Tensor p : List.of(many, one)) {
            Optimizer optimizer = maker.apply(List.of(p));
            p.setGrad(Tensor.full(0.5f, p.numel()));
            optimizer.step();
            optimizer.step();
        }
        float[] all = many.detach().toArray();
        for (int i : new int[] {0, 1, 65_535, 65_536, n - 1}) {
            assertEquals(one.item(), all[i]);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void emptyParameterIsAccepted(Function<List<Tensor>, Optimizer> maker) {
        Tensor empty = Tensor.zeros(0).requiresGrad(true);
        Optimizer optimizer = maker.apply(List.of(empty));
        empty.sum().backward();
        optimizer.step();
        assertEquals(0, empty.numel());
    }

    @Test
    void maximizeClimbs() {
        Tensor x = Tensor.of(1.0).requiresGrad(true);
        new SGD(List.of(x), SGD.options(0.1).maximize(true)).step();
        x.setGrad(Tensor.of(2.0));
        new SGD(List.of(x), SGD.options(0.1).maximize(true).weightDecay(0.5)).step();
        assertEquals(1 + 0.1 * (2 - 0.5), x.item(), ROUNDING);
    }

    @Test
    void absentWeightDecayDoesNotTouchInfiniteParameters() {
        Tensor x = Tensor.of(Double.POSITIVE_INFINITY).requiresGrad(true);
        x.setGrad(Tensor.of(1.0));
        new SGD(List.of(x), 0.1).step();
        assertEquals(Double.POSITIVE_INFINITY, x.item());
    }

    @Test
    void stepCountsAsChangeInPlace() {
        Tensor x = Tensor.of(1f, 2f).requiresGrad(true);
        Optimizer optimizer = new SGD(List.of(x), 0.1);
        Tensor loss = x.mul(x).sum();
        loss.backward(null, true, false);
        optimizer.step();
        String message =
                assertThrows(IllegalStateException.class, loss::backward).getMessage();
        assertTrue(message.contains("modified by an inplace operation"), message);
    }

    @Test
    void zeroGradLeavesRecordedGradientsAlone() {
        Tensor x = Tensor.of(2.0).requiresGrad(true);
        x.pow(3).sum().backward(null, false, true);
        Tensor recorded = x.grad();
        new SGD(List.of(x), 0.1).zeroGrad();
        assertEquals(12, recorded.item(), ROUNDING);
        assertEquals(0, x.grad().item());
    }

    @Test
    void schedulerTakesTheRateOver() {
        Tensor x = Tensor.of(1.0).requiresGrad(true);
        Optimizer optimizer = new SGD(List.of(x), 1);
        optimizer.setLr(0.25);
        x.setGrad(Tensor.of(2.0));
        optimizer.step();
        assertEquals(0.5, x.item());
    }
}
