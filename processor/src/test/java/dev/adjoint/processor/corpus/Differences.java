package dev.adjoint.processor.corpus;

import java.util.function.DoubleFunction;

/**
 * The derivative at 0 of a vector-valued function of one number by central differences, extrapolated after Richardson
 * over halved steps; of all entries of the table the one that differs least from its neighbours is taken (Ridders,
 * Advances in Engineering Software 4, 1982).
 *
 * <p>Differences tell a derivative only where the function is smooth: the {@link Roughness} of the function within the
 * largest step of a table, divided by the step, is added to the estimated error.
 *
 * @param derivative the estimates
 * @param error their estimated errors
 */
record Differences(double[] derivative, double[] error) {
    private static final int LEVELS = 7;

    /** An estimate is sure of itself against another one if its error is so many times smaller than the gap. */
    private static final double SURE = 1e3;

    /** Of numbers up to 1, some roundings to {@code float}: a part that changes by less may not be seen to change at all. */
    private static final double RESOLUTION = 0x1p-22;

    /** The largest of these may cross a kink, and the smallest drown in rounding. */
    private static final double[] STEPS = {0x1p-3, 0x1p-6, 0x1p-9, 0x1p-12, 0x1p-15, 0x1p-18};

    /** A step that a number of type {@code float} takes with five digits left. */
    private static final double LARGE = 0x1p-1;

    /** @param single whether something may be rounded to {@code float} on the way */
    static Differences of(DoubleFunction<double[]> function, boolean single) {
        Differences best = from(function, single ? LARGE : STEPS[0], single);
        for (double step : STEPS) {
            best = best.orBetter(from(function, step, single));
        }
        return best;
    }

    private static Differences from(DoubleFunction<double[]> function, double step, boolean single) {
        double[] here = function.apply(0);
        int m = here.length;
        double[][] central = new double[LEVELS][];
        for (int i = 0; i < LEVELS; i++) {
            central[i] = central(function, Math.scalb(step, -i), m);
        }
        Roughness roughness = Roughness.of(function, step);
        Differences result = new Differences(new double[m], new double[m]);
        for (int k = 0; k < m; k++) {
            double unseen = single ? unseen(here[k], roughness.isStill(k)) : 0;
            result.extrapolate(central, k, Math.max(unseen, roughness.of(k)) / step);
        }
        return result;
    }

    /** What rounding to {@code float} may hide: of a number that is the same everywhere, one rounding of itself. */
    private static double unseen(double number, boolean still) {
        double size = Math.max(1, Math.abs(number));
        return still ? Math.ulp((float) size) : RESOLUTION * size;
    }

    /** Where a step changes how many numbers there are, their differences say nothing. */
    private static double[] central(DoubleFunction<double[]> function, double h, int m) {
        double[] above = function.apply(h);
        double[] below = function.apply(-h);
        boolean comparable = above.length == m && below.length == m;
        double[] slope = new double[m];
        for (int k = 0; k < m; k++) {
            slope[k] = comparable ? (above[k] - below[k]) / (2 * h) : Double.NaN;
        }
        return slope;
    }

    /** @param roughness what a slope over the largest step may be wrong by because the function is not smooth */
    private void extrapolate(double[][] central, int k, double roughness) {
        derivative[k] = central[0][k];
        error[k] = Double.POSITIVE_INFINITY;
        double[] previous = {derivative[k]};
        for (int i = 1; i < central.length; i++) {
            double[] row = new double[i + 1];
            row[0] = central[i][k];
            double power = 1;
            for (int j = 1; j <= i; j++) {
                power *= 4;
                row[j] = row[j - 1] + (row[j - 1] - previous[j - 1]) / (power - 1);
                double change = Math.max(Math.abs(row[j] - row[j - 1]), Math.abs(row[j] - previous[j - 1]));
                double uncertain = change + Math.scalb(roughness, i);
                if (uncertain < error[k]) {
                    error[k] = uncertain;
                    derivative[k] = row[j];
                }
            }
            previous = row;
        }
    }

    /** The smaller step wins where both are sure of themselves and disagree: the larger one has crossed a kink. */
    private Differences orBetter(Differences smaller) {
        for (int k = 0; k < derivative.length; k++) {
            double gap = Math.abs(smaller.derivative[k] - derivative[k]);
            boolean contradicts = gap > SURE * (smaller.error[k] + error[k]);
            if (smaller.error[k] < error[k] || contradicts) {
                derivative[k] = smaller.derivative[k];
                error[k] = smaller.error[k];
            }
        }
        return this;
    }
}
