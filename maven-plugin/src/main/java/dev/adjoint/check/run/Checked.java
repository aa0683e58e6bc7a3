package dev.adjoint.check.run;

import dev.adjoint.check.measure.Measurement;
import dev.adjoint.check.model.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * One line of a a file of findings: what a checking process found about one derivative.
 *
 * @param outcome how the check ended
 * @param measurement values for plots and the cost, null if they were not asked for
 */
record Checked(Outcome outcome, @Nullable Measurement measurement) {}
