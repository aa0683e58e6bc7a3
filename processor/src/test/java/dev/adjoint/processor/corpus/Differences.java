package dev.adjoint.processor.corpus;

import java.util.function.DoubleFunction;

/**
 * The derivative at 0 of a vector-valued function of one number by central differences, extrapolated after Richardson
 * over halved steps; of all entries of the table the one that differs least from its neighbours is taken (Ridders,
 * Advances in Engineering Software 4, 1982).
 *
 * @param derivative the estimates
 * @param error their estimated errors
 */
record Differences(double[] derivative, double[] error) {
    private static final int LEVELS = 7;

    /** An estimate is sure of itself against another one if its error is so many times smaller than the gap. */
    private static final double SURE = 1e3;

    private static final double[] DOUBLE_STEPS = {0x1p-3, 0x1p-6, 0x1p-9, 0x1p-12};
    private static final double[] FLOAT_STEPS = {0x1p-1, 0x1p-3};

    /** Sweeps the starting step, because the largest ones may cross a kink and the smallest ones drown in rounding. */
    static Differences of(DoubleFunction<double[]> function, boolean single) {
        Differences best = null;
        for (double step : single ? FLOAT_STEPS : DOUBLE_STEPS) {
            Differences found = from(function, step, single ? 3 : LEVELS);
            best = best == null ? found : best.orBetter(found);
        }
        return best;
    }

    private static Differences from(DoubleFunction<double[]> function, double step, int levels) {
        int m = function.apply(0).length;
        double[][] central = new double[levels][];
        for (int i = 0; i < levels; i++) {
            central[i] = central(function, Math.scalb(step, -i), m);
        }
        Differences result = new Differences(new double[m], new double[m]);
        for (int k = 0; k < m; k++) {
            result.extrapolate(central, k);
        }
        return result;
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

    private void extrapolate(double[][] central, int k) {
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
                if (change < error[k]) {
                    error[k] = change;
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
