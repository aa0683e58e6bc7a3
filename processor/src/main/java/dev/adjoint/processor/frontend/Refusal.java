package dev.adjoint.processor.frontend;

import dev.adjoint.processor.diagnostic.Diagnostic;
import java.util.List;

/** Methods that a later stage had to refuse: what to report instead of writing their class. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Diagnostic> problems;

    /**
     * Refuses.
     *
     * @param problems at least one
     */
    public Refusal(List<Diagnostic> problems) {
        super(problems.get(0).message());
        this.problems = List.copyOf(problems);
    }

    public List<Diagnostic> problems() {
        return problems;
    }
}
