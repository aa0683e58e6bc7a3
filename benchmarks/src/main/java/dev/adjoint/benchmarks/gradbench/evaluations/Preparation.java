package dev.adjoint.benchmarks.gradbench.evaluations;

/** A function of an evaluation: what is done once for each input, and is not timed. */
@FunctionalInterface
public interface Preparation {
    /** Gives what is then run and timed. */
    Task<?> prepare(Input input);
}
