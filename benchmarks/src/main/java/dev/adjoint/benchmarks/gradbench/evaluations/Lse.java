package dev.adjoint.benchmarks.gradbench.evaluations;

import dev.adjoint.benchmarks.objectives.LogSumExp;
import dev.adjoint.benchmarks.objectives.LogSumExpGrad;
import java.util.Map;
import java.util.Random;

/** The logarithm of a sum of exponentials. */
final class Lse implements Evaluation {
    @Override
    public String module() {
        return "lse";
    }

    @Override
    public Map<String, Preparation> functions() {
        return Map.of("primal", Lse::primal, "gradient", Lse::gradient);
    }

    private static Task<?> primal(Input in) {
        double[] x = in.numbers("x");
        return new Task<>(() -> LogSumExp.logSumExp(x), Output::number);
    }

    private static Task<?> gradient(Input in) {
        double[] x = in.numbers("x");
        return new Task<>(() -> LogSumExpGrad.logSumExpGrad(x), Output::numbers);
    }

    @Override
    public Input sample() {
        return new Input(Map.of("x", new Random(1).doubles(2500).toArray()));
    }
}
