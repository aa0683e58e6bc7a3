package dev.adjoint.benchmarks.gradbench.evaluations;

import dev.adjoint.benchmarks.objectives.RungeKutta;
import dev.adjoint.benchmarks.objectives.RungeKuttaGrad;
import java.util.Map;
import java.util.Random;

/** An ordinary differential equation. */
final class Ode implements Evaluation {
    @Override
    public String module() {
        return "ode";
    }

    @Override
    public Map<String, Preparation> functions() {
        return Map.of("primal", Ode::primal, "gradient", Ode::gradient);
    }

    private static Task<?> primal(Input in) {
        double[] x = in.numbers("x");
        int steps = in.integer("s");
        return new Task<>(() -> RungeKutta.solve(x, steps), Output::numbers);
    }

    private static Task<?> gradient(Input in) {
        double[] x = in.numbers("x");
        int steps = in.integer("s");
        return new Task<>(() -> RungeKuttaGrad.lastGrad(x, steps), Output::numbers);
    }

    @Override
    public Input sample() {
        return new Input(Map.of("x", new Random(1).doubles(1000).toArray(), "s", 10.0));
    }
}
