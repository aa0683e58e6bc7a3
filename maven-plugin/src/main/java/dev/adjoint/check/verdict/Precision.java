package dev.adjoint.check.verdict;

import dev.adjoint.check.bind.Binding;
import dev.adjoint.check.model.Settings;
import dev.adjoint.check.numeric.Differences;
import dev.adjoint.check.value.Structure;

/**
 * How accurately a method computes.
 *
 * @param rounding the relative error of one operation
 * @param tolerance how far derivatives may lie from finite differences
 * @param exact how far two exact derivatives may lie apart
 * @param steps the steps of finite differences
 */
record Precision(double rounding, double tolerance, double exact, Differences.Steps steps) {
    /** A few operations round before anything is lost that an error estimate would see. */
    private static final double OPERATIONS = 4;

    static Precision of(Binding binding, Settings settings) {
        boolean single = Structure.single(binding.result());
        for (int i : binding.wrt()) {
            single |= Structure.single(binding.types().get(i));
        }
        double ratio = (double) Math.ulp(1f) / Math.ulp(1d);
        return single
                ? new Precision(
                        Math.ulp(1f),
                        settings.floatTolerance(),
                        settings.dotTolerance() * ratio,
                        Differences.Steps.SINGLE)
                : new Precision(Math.ulp(1d), settings.tolerance(), settings.dotTolerance(), Differences.Steps.DOUBLE);
    }

    /** The magnitude of rounding errors of a sum of terms that are this large. */
    double noise(double magnitude) {
        return OPERATIONS * rounding * magnitude;
    }

    /** Numbers below this part of what they were computed from cannot be told from 0. */
    double floor(double noise, double scale) {
        return noise / (tolerance * scale);
    }
}
