package dev.adjoint.benchmarks.gradients;

import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/** One-sided finite differences: one more evaluation for each variable. */
final class Differences {
    /** The square root of the unit roundoff, which balances the two kinds of error. */
    private static final double STEP = 0x1p-26;

    private Differences() {}

    /** Overwrites {@code gradient} with that of {@code f}, which reads {@code x}. */
    static void gradient(double value, DoubleSupplier f, double[] x, double[] gradient) {
        for (int i = 0; i < x.length; i++) {
            double before = x[i];
            x[i] = before + STEP;
            gradient[i] = (f.getAsDouble() - value) / (x[i] - before);
            x[i] = before;
        }
    }

    /** Overwrites {@code jacobian}, row by row, with that of {@code f}, which reads {@code x}. */
    static void jacobian(Supplier<double[]> f, double[] x, double[] jacobian) {
        double[] value = f.get();
        for (int j = 0; j < x.length; j++) {
            double before = x[j];
            x[j] = before + STEP;
            double[] moved = f.get();
            for (int i = 0; i < value.length; i++) {
                jacobian[i * x.length + j] = (moved[i] - value[i]) / (x[j] - before);
            }
            x[j] = before;
        }
    }
}
