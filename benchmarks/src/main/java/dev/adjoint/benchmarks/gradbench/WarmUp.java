package dev.adjoint.benchmarks.gradbench;

import dev.adjoint.benchmarks.gradbench.evaluations.Evaluation;
import dev.adjoint.benchmarks.gradbench.evaluations.Preparation;
import dev.adjoint.benchmarks.gradbench.evaluations.Task;

/**
 * Runs the functions of an evaluation on made-up inputs until the virtual machine has compiled them. The suite allows any
 * preparation when an evaluation is defined, and scores the mean of all runs that follow.
 */
final class WarmUp {
    /** For each function. */
    private static final long NANOSECONDS = 400_000_000;

    /** What is this cheap needs no more of them, and what is dear needs some. */
    private static final int MOST = 50_000;

    private static final int LEAST = 3;

    private WarmUp() {}

    /** Tells how long it took. */
    static Runs run(Evaluation evaluation) {
        long start = System.nanoTime();
        for (Preparation function : evaluation.functions().values()) {
            run(function.prepare(evaluation.sample()));
        }
        return Runs.single("warm-up", System.nanoTime() - start);
    }

    private static void run(Task<?> task) {
        long end = System.nanoTime() + NANOSECONDS;
        for (int i = 0; i < LEAST || (i < MOST && System.nanoTime() < end); i++) {
            task.run();
        }
    }
}
