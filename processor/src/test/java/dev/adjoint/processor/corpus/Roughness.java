package dev.adjoint.processor.corpus;

import java.util.Arrays;
import java.util.function.DoubleFunction;

/**
 * How far a function within a step of 0 is from a smooth one. Its sixth differences all but vanish if it is smooth, and are
 * as large as a kink, a jump or the rounding to a narrower type otherwise (Hamming, Introduction to Applied Numerical
 * Analysis, 1971, chapter 1). The places are those where a Chebyshev polynomial is extreme, at irregular distances, so that
 * stairs of rounded numbers do not pass for a line.
 *
 * @param changes by how much the numbers there differ from those at 0
 */
record Roughness(double[][] changes) {
    private static final double[] PLACES = new double[9];

    private static final int ORDER = 6;

    /** Numbers drawn at random have sixth differences so many times larger than they are; those at a kink have not. */
    private static final double ERRATIC = 4;

    /** Smaller changes may be roundings of what has been computed on the way. */
    private static final double ROUNDING = 1e-13;

    private static final double[][] WEIGHTS = new double[PLACES.length - ORDER][ORDER + 1];

    static {
        Arrays.setAll(PLACES, j -> Math.cos(Math.PI * j / (PLACES.length - 1)));
        Arrays.setAll(WEIGHTS, Roughness::weights);
    }

    static Roughness of(DoubleFunction<double[]> function, double step) {
        double[] here = function.apply(0);
        double[][] changes = new double[PLACES.length][];
        Arrays.setAll(changes, j -> change(here, function.apply(step * PLACES[j])));
        return new Roughness(changes);
    }

    private static double[] change(double[] here, double[] there) {
        double[] change = new double[here.length];
        Arrays.setAll(change, k -> there.length == here.length ? there[k] - here[k] : Double.NaN);
        return change;
    }

    /** Of a divided difference, scaled to the size that those of equal distances have: 1, -6, 15, -20 and back. */
    private static double[] weights(int first) {
        double[] weights = new double[ORDER + 1];
        double size = 0;
        for (int j = 0; j < weights.length; j++) {
            double product = 1;
            for (int other = 0; other < weights.length; other++) {
                product *= other == j ? 1 : PLACES[first + j] - PLACES[first + other];
            }
            weights[j] = 1 / product;
            size += Math.abs(weights[j]);
        }
        double scale = 0x1p6 / size;
        return Arrays.stream(weights).map(w -> w * scale).toArray();
    }

    /** Whether a number is the same everywhere. */
    boolean isStill(int k) {
        return change(k) == 0;
    }

    /** What a number is wrong by as a smooth one: nobody knows if it swings faster than the places can follow. */
    double of(int k) {
        double sixth = sixth(k);
        double change = change(k);
        return change > ROUNDING && sixth > ERRATIC * change ? Double.POSITIVE_INFINITY : sixth;
    }

    private double change(int k) {
        return Arrays.stream(changes)
                .mapToDouble(change -> Math.abs(change[k]))
                .max()
                .orElseThrow();
    }

    /** The largest sixth difference of a number. */
    private double sixth(int k) {
        double largest = 0;
        for (int first = 0; first < WEIGHTS.length; first++) {
            double sum = 0;
            for (int j = 0; j <= ORDER; j++) {
                sum += WEIGHTS[first][j] * changes[first + j][k];
            }
            largest = Math.max(largest, Math.abs(sum));
        }
        return largest;
    }
}
