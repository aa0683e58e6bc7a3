package dev.adjoint.processor.diagnostic;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** Collects problems, each once, in the order in which they were met. */
public final class Report {
    private final Set<Diagnostic> diagnostics = new LinkedHashSet<>();

    public void add(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
    }

    public void addAll(Collection<Diagnostic> all) {
        diagnostics.addAll(all);
    }

    public Collection<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** Whether there is an error among them. */
    public boolean failed() {
        return diagnostics.stream().anyMatch(d -> d.problem().severity() == Severity.ERROR);
    }
}
