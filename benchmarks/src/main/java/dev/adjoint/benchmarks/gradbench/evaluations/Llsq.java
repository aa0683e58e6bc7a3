package dev.adjoint.benchmarks.gradbench.evaluations;

import dev.adjoint.benchmarks.objectives.LeastSquares;
import dev.adjoint.benchmarks.objectives.LeastSquaresGrad;
import java.util.Map;
import java.util.Random;

/** Linear least squares. */
final class Llsq implements Evaluation {
    @Override
    public String module() {
        return "llsq";
    }

    @Override
    public Map<String, Preparation> functions() {
        return Map.of("primal", Llsq::primal, "gradient", Llsq::gradient);
    }

    private static Task<?> primal(Input in) {
        double[] x = in.numbers("x");
        int n = in.integer("n");
        return new Task<>(() -> LeastSquares.objective(x, n), Output::number);
    }

    private static Task<?> gradient(Input in) {
        double[] x = in.numbers("x");
        int n = in.integer("n");
        return new Task<>(() -> LeastSquaresGrad.objectiveGrad(x, n), Output::numbers);
    }

    @Override
    public Input sample() {
        return new Input(Map.of("x", new Random(1).doubles(128).toArray(), "n", 256.0));
    }
}
