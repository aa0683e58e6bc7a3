package dev.adjoint.check.output;

import dev.adjoint.check.model.Derivative;
import dev.adjoint.check.model.Finding;

/**
 * The command that makes a finding appear again.
 *
 * @param module what selects the module among others, empty for the only one
 * @param seed the seed of the run
 */
public record Reproduction(String module, long seed) {
    /** The command, in one line. */
    public String of(Derivative derivative, Finding finding) {
        String sample = finding.sample() < 0 ? "" : " -Dadjoint.sample=" + finding.sample();
        String where = module.isEmpty() ? "" : " -pl " + module;
        return "mvn adjoint:check" + where + " -Dadjoint.seed=" + seed + sample + " '-Dadjoint.includes="
                + derivative.id() + "'";
    }
}
