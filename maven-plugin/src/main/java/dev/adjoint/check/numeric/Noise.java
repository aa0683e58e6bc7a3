package dev.adjoint.check.numeric;

import java.util.function.DoubleUnaryOperator;

/**
 * The level of a function's noise: rounding errors that pile up inside of it, or the tolerance of an inner iteration. It is
 * read off fourth differences over steps so small that the smooth part vanishes in them (Hamming; Moré and Wild,
 * Estimating computational noise, SIAM J. Sci. Comput. 33 (2011) 1292-1314).
 */
final class Noise {
    private static final int POINTS = 12;
    private static final int ORDER = 4;
    /** (4!)^2 / 8!, which makes the mean square of fourth differences that of the noise. */
    private static final double GAMMA = 24.0 * 24.0 / 40320.0;
    /** From the standard deviation of a few values to what hardly any error exceeds. */
    private static final double SAFETY = 4;

    private Noise() {}

    /** The smaller level of both sides, so that a jump at 0 is not taken for noise; 0 where neither is defined. */
    static double level(DoubleUnaryOperator function, double step) {
        double right = oneSided(function, step);
        double left = oneSided(function, -step);
        return Double.isNaN(left) ? zeroIfNaN(right) : Double.isNaN(right) ? left : Math.min(left, right);
    }

    private static double zeroIfNaN(double level) {
        return Double.isNaN(level) ? 0 : level;
    }

    private static double oneSided(DoubleUnaryOperator function, double step) {
        double[] differences = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            differences[i] = function.applyAsDouble((i + 1) * step);
        }
        for (int order = 1; order <= ORDER; order++) {
            for (int i = 0; i < POINTS - order; i++) {
                differences[i] = differences[i + 1] - differences[i];
            }
        }
        double sum = 0;
        for (int i = 0; i < POINTS - ORDER; i++) {
            sum += differences[i] * differences[i];
        }
        return SAFETY * Math.sqrt(GAMMA * sum / (POINTS - ORDER));
    }
}
