package dev.adjoint.benchmarks.gradbench.evaluations;

import dev.adjoint.benchmarks.objectives.Square;
import dev.adjoint.benchmarks.objectives.SquareGrad;
import java.util.Map;

/** A square, and its derivative. */
final class Hello implements Evaluation {
    @Override
    public String module() {
        return "hello";
    }

    @Override
    public Map<String, Preparation> functions() {
        return Map.of(
                "square", in -> new Task<>(() -> Square.square(in.number()), Output::number),
                "double", in -> new Task<>(() -> SquareGrad.squareGrad(in.number()), Output::number));
    }

    @Override
    public Input sample() {
        return new Input(1.5);
    }
}
