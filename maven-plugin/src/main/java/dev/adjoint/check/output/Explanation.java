package dev.adjoint.check.output;

import dev.adjoint.check.model.Derivative;
import dev.adjoint.check.model.Finding;
import dev.adjoint.check.model.Outcome;
import java.util.ArrayList;
import java.util.List;

/** Why derivatives did not pass, in words. */
public final class Explanation {
    private Explanation() {}

    /** The findings of one outcome: where, what, at which input, and how to see it again. */
    public static List<String> of(Outcome outcome, Reproduction reproduction) {
        Derivative derivative = outcome.derivative();
        List<String> lines = new ArrayList<>();
        String where = derivative.id() + " (" + derivative.source() + ":" + derivative.line() + ")";
        for (Finding finding : outcome.findings()) {
            lines.add(where + ": " + finding.message());
            if (!finding.input().isEmpty()) {
                lines.add("    input:     " + finding.input());
            }
            lines.add("    reproduce: " + reproduction.of(derivative, finding));
        }
        return lines;
    }

    /** What is worth knowing of one outcome. */
    public static List<String> notes(Outcome outcome) {
        return outcome.notes().stream()
                .map(note -> outcome.derivative().id() + ": " + note)
                .toList();
    }
}
