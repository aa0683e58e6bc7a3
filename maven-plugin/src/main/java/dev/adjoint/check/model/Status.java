package dev.adjoint.check.model;

/** How the check of a derivative ended. */
public enum Status {
    /** Every input that could be decided agrees. */
    PASSED("ok"),
    /** At least one input shows that the derivative is wrong. */
    FAILED("FAILED"),
    /** The check itself could not be carried out: a class does not load, a supplier throws, the time ran out. */
    BROKEN("BROKEN"),
    /** No input reached the derivative, or none was smooth enough to decide. */
    UNCHECKED("unchecked");

    private final String label;

    Status(String label) {
        this.label = label;
    }

    /** What the table shows. */
    public String label() {
        return label;
    }
}
