package dev.adjoint.tensor.kernel;

/** Makes a row of a row. */
@FunctionalInterface
public interface RowMap {
    /** Writes n elements from {@code y[yo]} for those from {@code x[xo]}. */
    void run(double[] x, int xo, double[] y, int yo, int n);
}
