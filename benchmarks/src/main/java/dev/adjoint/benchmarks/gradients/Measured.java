package dev.adjoint.benchmarks.gradients;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * A problem with what was measured of it.
 *
 * @param problem the problem
 * @param ways by the way that was gone
 */
record Measured(Problem problem, Map<Way, Measurement> ways) {
    Measured {
        ways = new EnumMap<>(ways);
    }

    Optional<Measurement> of(Way way) {
        return Optional.ofNullable(ways.get(way));
    }

    /** How many times the time of {@code unit} the time of {@code way} is. */
    Optional<Double> ratio(Way way, Way unit) {
        return of(way).flatMap(w -> of(unit).map(u -> w.minimum() / u.minimum()));
    }
}
