package dev.adjoint.check.measure;

import dev.adjoint.check.model.Derivative;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values for plots, and the cost of a derivative.
 *
 * @param id the derivative's {@link Derivative#id()}
 * @param curves one for each number that was varied
 * @param cost what the derivative costs, null if that was not measured
 * @param note why there is nothing, else empty
 */
public record Measurement(
        String id, List<Curve> curves, @Nullable Cost cost, String note) {

    /**
     * A slice through the function.
     *
     * @param variable the number that is varied
     * @param at the input whose other numbers are kept
     * @param x where the function was evaluated
     * @param value its values (the sum of the results if there are several); NaN outside of its domain
     * @param slope the generated derivative
     * @param curvature the generated second derivative, empty if there is none
     */
    public record Curve(String variable, String at, double[] x, double[] value, double[] slope, double[] curvature) {}

    /** No measurement. */
    public static Measurement none(Derivative derivative, String note) {
        return new Measurement(derivative.id(), List.of(), null, note);
    }
}
