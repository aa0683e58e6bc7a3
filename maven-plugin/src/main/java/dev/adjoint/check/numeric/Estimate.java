package dev.adjoint.check.numeric;

/**
 * A number found by extrapolation.
 *
 * @param value the number; NaN if the function is nowhere defined around the point
 * @param error how far the true number may be away; infinite where nothing is known
 */
public record Estimate(double value, double error) {
    static final Estimate NONE = new Estimate(Double.NaN, Double.POSITIVE_INFINITY);

    /** Whether the error is below this part of the value, or of {@code scale} if that is larger. */
    public boolean within(double relative, double scale) {
        return error <= relative * Math.max(Math.abs(value), scale);
    }

    /** The more accurate one of two, whose distance is a bound of the error too. */
    Estimate confirmedBy(Estimate other) {
        Estimate better = better(other);
        double apart = Math.abs(value - other.value);
        return Double.isNaN(apart) ? NONE : new Estimate(better.value, Math.max(better.error, apart));
    }

    Estimate better(Estimate other) {
        return other.error < error ? other : this;
    }
}
