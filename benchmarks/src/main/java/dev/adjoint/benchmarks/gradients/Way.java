package dev.adjoint.benchmarks.gradients;

/** A way to a gradient, and the method of the cases that goes it. */
enum Way {
    PRIMAL("primal", "primal"),
    GENERATED("generated", "generated"),
    HAND_WRITTEN("handWritten", "hand-written"),
    HIPPARCHUS("hipparchus", "Hipparchus"),
    DIFFERENCES("differences", "differences");

    private final String method;
    private final String title;

    Way(String method, String title) {
        this.method = method;
        this.title = title;
    }

    String method() {
        return method;
    }

    String title() {
        return title;
    }

    /** Peers of the code that the project writes: measured in fewer rounds, for they can take seconds. */
    boolean slow() {
        return this == HIPPARCHUS || this == DIFFERENCES;
    }
}
