package dev.adjoint.benchmarks.gradbench.evaluations;

import java.util.Map;

/** An evaluation of the suite. */
public interface Evaluation {
    /** The suite's name for it. */
    String module();

    /** By the suite's names for them. */
    Map<String, Preparation> functions();

    /** A made-up input of a usual size, for all functions. */
    Input sample();
}
