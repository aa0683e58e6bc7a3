package dev.adjoint.benchmarks.gradbench.evaluations;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All evaluations. */
public final class Evaluations {
    private static final List<Evaluation> ALL = List.of(
            new Hello(),
            new Llsq(),
            new Lse(),
            new Ode(),
            new GmmEvaluation(),
            new Ba(),
            new Ht(),
            new LstmEvaluation(),
            new KMeansEvaluation(),
            new Det(),
            new ParticleEvaluation(),
            new SaddleEvaluation());

    private Evaluations() {}

    /** The evaluation of this name, or null. */
    public static @Nullable Evaluation find(@Nullable String module) {
        return ALL.stream().filter(e -> e.module().equals(module)).findFirst().orElse(null);
    }
}
