package dev.adjoint.check.run;

import dev.adjoint.check.measure.Measurement;
import dev.adjoint.check.model.Outcome;
import java.util.List;

/**
 * What a checking process found.
 *
 * @param outcomes one for each derivative, in the order of the job
 * @param measurements one for each derivative if they were asked for, else empty
 */
public record Answer(List<Outcome> outcomes, List<Measurement> measurements) {}
