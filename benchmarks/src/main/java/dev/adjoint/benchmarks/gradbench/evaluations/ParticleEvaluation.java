package dev.adjoint.benchmarks.gradbench.evaluations;

import dev.adjoint.benchmarks.objectives.Descent;
import dev.adjoint.benchmarks.objectives.Particle;
import dev.adjoint.benchmarks.objectives.ParticleGrad;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** A charged particle; the names of the functions are the modes, outer and inner. */
final class ParticleEvaluation implements Evaluation {
    @Override
    public String module() {
        return "particle";
    }

    @Override
    public Map<String, Preparation> functions() {
        return Map.of(
                "ff", in -> task(in, Particle::landingForward, w -> ParticleGrad.landingForwardJvp(w, 1)),
                "fr", in -> task(in, Particle::landingReverse, w -> ParticleGrad.landingReverseJvp(w, 1)),
                "rf", in -> task(in, Particle::landingForward, w -> ParticleGrad.landingForwardVjp(w, 1)),
                "rr", in -> task(in, Particle::landingReverse, w -> ParticleGrad.landingReverseVjp(w, 1)));
    }

    private static Task<?> task(Input in, DoubleUnaryOperator landing, DoubleUnaryOperator derivative) {
        double[] start = {in.number("w")};
        return new Task<>(
                () -> Descent.argmin(
                        start, w -> landing.applyAsDouble(w[0]), w -> new double[] {derivative.applyAsDouble(w[0])})[0],
                Output::number);
    }

    @Override
    public Input sample() {
        return new Input(Map.of("w", 0.0));
    }
}
