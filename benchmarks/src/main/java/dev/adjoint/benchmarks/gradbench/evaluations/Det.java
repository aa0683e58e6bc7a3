package dev.adjoint.benchmarks.gradbench.evaluations;

import dev.adjoint.benchmarks.objectives.Determinant;
import dev.adjoint.benchmarks.objectives.DeterminantGrad;
import java.util.Map;
import java.util.Random;

/** The determinant by expansion. */
final class Det implements Evaluation {
    @Override
    public String module() {
        return "det";
    }

    @Override
    public Map<String, Preparation> functions() {
        return Map.of("primal", Det::primal, "gradient", Det::gradient);
    }

    private static Task<?> primal(Input in) {
        double[] a = in.numbers("A");
        int n = in.integer("ell");
        return new Task<>(() -> Determinant.determinant(a, n), Output::number);
    }

    private static Task<?> gradient(Input in) {
        double[] a = in.numbers("A");
        int n = in.integer("ell");
        return new Task<>(() -> DeterminantGrad.determinantGrad(a, n), Output::numbers);
    }

    @Override
    public Input sample() {
        return new Input(Map.of("A", new Random(1).doubles(49).toArray(), "ell", 7.0));
    }
}
