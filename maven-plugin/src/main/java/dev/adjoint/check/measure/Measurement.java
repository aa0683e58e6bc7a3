package dev.adjoint.check.measure;

import dev.adjoint.check.model.Derivative;
import java.util.List;

/**
 * Values for plots, and the cost of a derivative.
 *
 * @param id the derivative's {@link Derivative#id()}
 * @param curves one for each number that was varied
 * @param cost the time of the value with the gradient as a multiple of that of the method; NaN if not measured
 * @param costOf the name of the generated method that was timed
 * @param note why there is nothing, else empty
 */
public record Measurement(String id, List<Curve> curves, double cost, String costOf, String note) {

    /**
     * A slice through the function.
     *
     * @param variable the number that is varied
     * @param at the input whose other numbers are kept
     * @param x where the function was evaluated
     * @param value its values (the sum of the results if there are several); NaN outside of its domain
     * @param slope the generated derivative
     */
    public record Curve(String variable, String at, double[] x, double[] value, double[] slope) {}

    /** No measurement. */
    public static Measurement none(Derivative derivative, String note) {
        return new Measurement(derivative.id(), List.of(), Double.NaN, "", note);
    }
}
