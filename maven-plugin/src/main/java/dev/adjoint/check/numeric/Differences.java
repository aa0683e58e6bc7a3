package dev.adjoint.check.numeric;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Derivatives at 0 by difference quotients over halved steps, extrapolated to step 0 (Richardson; the choice among the
 * extrapolations is Ridders', Advances in Engineering Software 4 (1982) 75-76). The sweep is begun at several steps,
 * because a large first step leaves the neighbourhood in which the function is smooth and a small one drowns in rounding.
 */
public final class Differences {
    private final DoubleUnaryOperator function;
    private final double scale;
    private final double noise;
    private final Steps steps;

    /**
     * Prepares differences of a function at 0.
     *
     * @param function gives NaN where it is not defined
     * @param scale the magnitude of the variable: steps are parts of it
     * @param noise the least magnitude of the function's rounding errors; what it shows itself is added to that
     * @param steps which steps are taken
     */
    public Differences(DoubleUnaryOperator function, double scale, double noise, Steps steps) {
        this.function = function;
        this.scale = scale;
        this.noise = noise + Noise.level(function, scale * Math.scalb(1.0, -steps.still()));
        this.steps = steps;
    }

    /**
     * The steps, as powers of one half.
     *
     * @param first where sweeps begin
     * @param levels how many halvings a sweep has
     * @param still the step over which a smooth function hardly moves
     */
    public record Steps(int[] first, int levels, int still) {
        /** For functions computed in double precision: from 1/8 down to about 1e-9. */
        public static final Steps DOUBLE = new Steps(new int[] {3, 8, 14, 20}, 9, 32);

        /** For functions computed in single precision: below 1e-3 there is nothing but rounding. */
        public static final Steps SINGLE = new Steps(new int[] {2, 5}, 5, 14);
    }

    /** The level of the function's noise. */
    public double noise() {
        return noise;
    }

    /** The derivative from both sides: quotients with errors in even powers of the step. */
    public Estimate central() {
        return sweep(h -> (function.applyAsDouble(h) - function.applyAsDouble(-h)) / (2 * h), 4);
    }

    /** The derivative from the right. */
    public Estimate right() {
        double here = function.applyAsDouble(0);
        return sweep(h -> (function.applyAsDouble(h) - here) / h, 2);
    }

    /** The derivative from the left. */
    public Estimate left() {
        double here = function.applyAsDouble(0);
        return sweep(h -> (here - function.applyAsDouble(-h)) / h, 2);
    }

    /**
     * The estimate that two sweeps agree on best. One sweep alone can be led astray: where steps cross many wiggles or
     * rounding errors, two of its entries may be close by accident.
     */
    private Estimate sweep(DoubleUnaryOperator quotient, double growth) {
        Estimate best = Estimate.NONE;
        List<Estimate> sweeps = new ArrayList<>();
        for (int first : steps.first()) {
            Estimate next = extrapolate(quotient, first, growth);
            for (Estimate other : sweeps) {
                best = best.better(next.confirmedBy(other));
            }
            sweeps.add(next);
        }
        return best;
    }

    /** One tableau: row {@code i} has the step {@code 2^-(first+i)}, each column removes one more power of the error. */
    private Estimate extrapolate(DoubleUnaryOperator quotient, int first, double growth) {
        Estimate best = Estimate.NONE;
        double[] previous = new double[steps.levels()];
        for (int i = 0; i < steps.levels(); i++) {
            double h = scale * Math.scalb(1.0, -first - i);
            double[] row = row(quotient.applyAsDouble(h), previous, i, growth);
            best = best.better(bestOf(row, previous, i, noise / h));
            previous = row;
        }
        return best;
    }

    private double[] row(double quotient, double[] previous, int i, double growth) {
        double[] row = new double[steps.levels()];
        row[0] = quotient;
        double factor = growth;
        for (int j = 1; j <= i; j++) {
            row[j] = row[j - 1] + (row[j - 1] - previous[j - 1]) / (factor - 1);
            factor *= growth;
        }
        return row;
    }

    /** The entry that is nearest to its two parents. What rounding does to the quotient is a lower bound of its error. */
    private static Estimate bestOf(double[] row, double[] previous, int i, double rounding) {
        Estimate best = Estimate.NONE;
        for (int j = 1; j <= i; j++) {
            double error = Math.max(Math.abs(row[j] - row[j - 1]), Math.abs(row[j] - previous[j - 1]));
            if (Double.isFinite(row[j])) {
                best = best.better(new Estimate(row[j], error + rounding));
            }
        }
        return best;
    }
}
