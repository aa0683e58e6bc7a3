package dev.adjoint.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.tensor.Tensor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ScheduleTest {
    private static final double ROUNDING = 1e-12;

    private static Optimizer optimizer(double lr) {
        return new SGD(List.of(Tensor.of(1f).requiresGrad(true)), lr);
    }

    /** Rates for the epochs 0, 1, 2, ..., worked out by hand from the formulas in PyTorch's documentation. */
    static Stream<Arguments> schedules() {
        return Stream.of(
                Arguments.of(Schedule.constant(), new double[] {1, 1, 1}),
                Arguments.of(Schedule.constant(0.5, 2), new double[] {0.5, 0.5, 1, 1}),
                Arguments.of(Schedule.step(2, 0.1), new double[] {1, 1, 0.1, 0.1, 0.01}),
                Arguments.of(Schedule.multiStep(0.5, 1, 3), new double[] {1, 0.5, 0.5, 0.25, 0.25}),
                Arguments.of(Schedule.multiStep(0.5, 2, 2), new double[] {1, 1, 0.25}),
                Arguments.of(Schedule.exponential(0.9), new double[] {1, 0.9, 0.81}),
                Arguments.of(Schedule.linear(0.5, 1, 4), new double[] {0.5, 0.625, 0.75, 0.875, 1, 1}),
                Arguments.of(Schedule.polynomial(4, 2), new double[] {1, 0.5625, 0.25, 0.0625, 0, 0}),
                Arguments.of(Schedule.cosineAnnealing(2, 0.2), new double[] {1, 0.6, 0.2, 0.6, 1}),
                Arguments.of(
                        Schedule.cosineAnnealingWarmRestarts(2, 2, 0),
                        new double[] {1, 0.5, 1, (1 + Math.sqrt(0.5)) / 2, 0.5}),
                Arguments.of(Schedule.constant(0.5, 1).until(1, Schedule.exponential(0.5)), new double[] {0.5, 1, 0.5}),
                Arguments.of(Schedule.exponential(0.5).times(Schedule.step(2, 0.1)), new double[] {1, 0.5, 0.025}));
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void followsItsFormula(Schedule schedule, double[] expected) {
        double lr = 1;
        Optimizer optimizer = optimizer(lr);
        LRScheduler scheduler = new LRScheduler(optimizer, schedule);
        for (int epoch = 0; epoch < expected.length; epoch++) {
            assertEquals(expected[epoch], optimizer.lr(), ROUNDING, "epoch " + epoch);
            assertEquals(epoch, scheduler.lastEpoch());
            scheduler.step();
        }
    }

    @Test
    void plateauLowersTheRateWhenPatienceEnds() {
        Optimizer optimizer = optimizer(1);
        ReduceLROnPlateau plateau = new ReduceLROnPlateau(optimizer, 0.5, 1, 0, 0.2);
        double[] metrics = {3, 2, 2, 2, 2, 2, Double.NaN, 2, 1};
        double[] rates = {1, 1, 1, 0.5, 0.5, 0.25, 0.25, 0.2, 0.2};
        for (int i = 0; i < metrics.length; i++) {
            plateau.step(metrics[i]);
            assertEquals(rates[i], optimizer.lr(), ROUNDING, "epoch " + i);
        }
    }
}
