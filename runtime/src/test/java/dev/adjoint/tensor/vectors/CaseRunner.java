package dev.adjoint.tensor.vectors;

import com.google.gson.JsonObject;

/** Runs the cases of one kind of group. */
interface CaseRunner {
    /** Whether this runner knows what to do with such a case. */
    boolean accepts(JsonObject testCase);

    /** Runs a case; throws an {@link AssertionError}, or what the tape throws, where it fails. */
    void run(JsonObject testCase);
}
