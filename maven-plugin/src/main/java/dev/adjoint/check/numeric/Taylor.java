package dev.adjoint.check.numeric;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The order of the remainder {@code |f(h) - f(0) - h f'|} as {@code h} goes to 0: 2 (or more) if {@code f'} is the
 * derivative, 1 if it is not or if there is a kink.
 */
public final class Taylor {
    private static final int LARGEST = 2;
    private static final int SMALLEST = 24;
    /** How many of the smallest usable steps the slope is taken over. */
    private static final int FITTED = 4;
    /** A remainder this many times the rounding error has two correct digits, enough for a slope. */
    private static final double CLEAR = 100;

    private Taylor() {}

    /**
     * The order of the remainder.
     *
     * @param function the function, whose variable is measured from the point
     * @param derivative the claimed derivative at 0
     * @param scale the magnitude of the variable
     * @param noise the magnitude of the function's rounding errors
     * @return the slope of log remainder over log step; NaN if the remainder vanishes in rounding at once
     */
    public static double order(DoubleUnaryOperator function, double derivative, double scale, double noise) {
        double here = function.applyAsDouble(0);
        List<double[]> longest = new ArrayList<>();
        List<double[]> run = new ArrayList<>();
        for (int k = LARGEST; k <= SMALLEST; k++) {
            double h = scale * Math.scalb(1.0, -k);
            double remainder = Math.abs(function.applyAsDouble(h) - here - h * derivative);
            if (!(remainder > CLEAR * noise) || !Double.isFinite(remainder) || !falls(run, remainder)) {
                run = new ArrayList<>();
            }
            if (remainder > CLEAR * noise && Double.isFinite(remainder)) {
                run.add(new double[] {Math.log(h), Math.log(remainder)});
            }
            longest = run.size() > longest.size() ? run : longest;
        }
        int fitted = Math.min(FITTED, longest.size());
        return fitted < 3 ? Double.NaN : slope(longest.subList(longest.size() - fitted, longest.size()));
    }

    /** Where halving the step does not make the remainder smaller, it changes its sign or rounding has taken over. */
    private static boolean falls(List<double[]> run, double remainder) {
        return run.isEmpty() || Math.log(remainder) < run.get(run.size() - 1)[1] - 0.3;
    }

    private static double slope(List<double[]> points) {
        double x = points.stream().mapToDouble(p -> p[0]).average().orElseThrow();
        double y = points.stream().mapToDouble(p -> p[1]).average().orElseThrow();
        double xy = points.stream().mapToDouble(p -> (p[0] - x) * (p[1] - y)).sum();
        double xx = points.stream().mapToDouble(p -> (p[0] - x) * (p[0] - x)).sum();
        return xy / xx;
    }
}
