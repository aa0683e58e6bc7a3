package dev.adjoint.processor.diagnostic;

/** How bad a problem is. */
public enum Severity {
    /** The compilation fails. */
    ERROR,
    /** The derivative is right, but the user should know something. */
    WARNING,
    /** Information that was asked for. */
    NOTE
}
