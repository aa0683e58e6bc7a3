package dev.adjoint.optim;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.tensor.Tensor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Arguments that no optimiser can work with; the texts begin as PyTorch's do. */
class BadArgumentsTest {
    private static final List<Tensor> P = List.of(Tensor.of(1f).requiresGrad(true));

    static Stream<Arguments> refused() {
        Tensor leaf = Tensor.of(1f).requiresGrad(true);
        return Stream.of(
                refused("optimizer got an empty parameter list", () -> new SGD(List.of(), 0.1)),
                refused("can't optimize a non-leaf Tensor", () -> new SGD(List.of(leaf.mul(2)), 0.1)),
                refused("can't optimize a Tensor of torch.int64", () -> new SGD(List.of(Tensor.of(1)), 0.1)),
                refused("same parameter twice", () -> new SGD(List.of(leaf, leaf), 0.1)),
                refused("Invalid learning rate: -1.0", () -> new SGD(P, -1)),
                refused("Invalid learning rate: NaN", () -> new Adam(P, Double.NaN)),
                refused(
                        "Invalid momentum value: -0.1",
                        () -> new SGD(P, SGD.options(0.1).momentum(-0.1))),
                refused(
                        "Invalid weight_decay value: -1.0",
                        () -> new SGD(P, SGD.options(0.1).weightDecay(-1))),
                refused(
                        "Nesterov momentum requires a momentum and zero dampening",
                        () -> new SGD(P, SGD.options(0.1).nesterov(true))),
                refused(
                        "Nesterov momentum requires a momentum and zero dampening",
                        () -> new SGD(
                                P, SGD.options(0.1).momentum(0.9).dampening(0.1).nesterov(true))),
                refused(
                        "Invalid beta parameter at index 0: 1.0",
                        () -> new Adam(P, Adam.options().betas(1, 0.9))),
                refused(
                        "Invalid beta parameter at index 1: -0.5",
                        () -> new AdamW(P, AdamW.options().betas(0.9, -0.5))),
                refused(
                        "Invalid epsilon value: -1.0",
                        () -> new Adam(P, Adam.options().eps(-1))),
                refused(
                        "Invalid alpha value: -1.0",
                        () -> new RMSprop(P, RMSprop.options().alpha(-1))),
                refused(
                        "Invalid lr_decay value: -1.0",
                        () -> new Adagrad(P, Adagrad.options().lrDecay(-1))),
                refused(
                        "Invalid initial_accumulator_value value: -1.0",
                        () -> new Adagrad(P, Adagrad.options().initialAccumulatorValue(-1))),
                refused(
                        "Invalid max_iter: 0",
                        () -> new LBFGS(P, LBFGS.options().maxIter(0))),
                refused(
                        "neither weight decay",
                        () -> new LBFGS(P, LBFGS.options().weightDecay(0.1))),
                refused("parameters of one type", () -> new LBFGS(List.of(P.get(0), Tensor.of(1.0)))),
                refused("Invalid max_norm: -1.0", () -> GradientClipping.norm(P, -1)),
                refused("Invalid norm_type: 0.0", () -> GradientClipping.norm(P, 1, 0, false)),
                refused("Invalid clip_value: NaN", () -> GradientClipping.value(P, Double.NaN)),
                refused("Invalid step_size: 0", () -> Schedule.step(0, 0.1)),
                refused("Invalid T_max: 0", () -> Schedule.cosineAnnealing(0, 0)),
                refused("Invalid T_mult: 0", () -> Schedule.cosineAnnealingWarmRestarts(1, 0, 0)),
                refused("Invalid start_factor: 0.0", () -> Schedule.linear(0, 1, 5)),
                refused("Factor should be < 1.0", () -> new ReduceLROnPlateau(new SGD(P, 1), 1, 1, 0, 0)));
    }

    private static Arguments refused(String text, Executable action) {
        return Arguments.of(text, action);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void refuses(String text, Executable action) {
        String message = assertThrows(IllegalArgumentException.class, action).getMessage();
        assertTrue(message.contains(text), message);
    }

    @Test
    void lbfgsNeedsTheLossAsFunction() {
        String message = assertThrows(UnsupportedOperationException.class, () -> new LBFGS(P).step())
                .getMessage();
        assertTrue(message.contains("step(() ->"), message);
    }
}
