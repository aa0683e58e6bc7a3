package dev.adjoint.check.output;

import dev.adjoint.check.model.Outcome;
import dev.adjoint.check.model.Settings;
import dev.adjoint.check.model.Status;
import java.util.List;

/**
 * Everything about a run, written as JSON.
 *
 * @param settings how the check was run
 * @param outcomes one for each derivative
 */
public record Summary(Settings settings, List<Outcome> outcomes) {
    /** How many derivatives ended this way. */
    public long count(Status status) {
        return outcomes.stream().filter(o -> o.status() == status).count();
    }

    /** The counts in words. */
    public String text() {
        return (outcomes.size() == 1 ? "1 derivative: " : outcomes.size() + " derivatives: ") + count(Status.PASSED)
                + " passed, " + count(Status.FAILED) + " failed, " + count(Status.BROKEN) + " broken, "
                + count(Status.UNCHECKED) + " unchecked (seed " + settings.seed() + ")";
    }
}
