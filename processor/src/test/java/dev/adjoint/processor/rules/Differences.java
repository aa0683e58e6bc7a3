package dev.adjoint.processor.rules;

import java.util.function.DoubleUnaryOperator;

/** Central differences with Richardson's extrapolation. */
final class Differences {
    private static final int ROWS = 6;
    private static final double FIRST_STEP = 0.02;

    private Differences() {}

    /** The slope of the function, which is smooth within {@link #FIRST_STEP} of the point. */
    static double slope(DoubleUnaryOperator f, double x) {
        double[] column = new double[ROWS];
        double best = Double.NaN;
        double error = Double.POSITIVE_INFINITY;
        for (int i = 0; i < ROWS; i++) {
            double previous = column[0];
            double h = FIRST_STEP / (1 << i);
            double next = (f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / ((x + h) - (x - h));
            double weight = 1;
            for (int j = 0; j <= i; j++) {
                double old = column[j];
                column[j] = next;
                weight *= 4;
                if (j < i) {
                    double change = Math.abs(next - old) / (weight - 1);
                    next += (next - old) / (weight - 1);
                    if (change < error) {
                        error = change;
                        best = next;
                    }
                }
            }
        }
        return best;
    }
}
