package dev.adjoint.tensor.kernel;

/** Makes a row of a row. */
@FunctionalInterface
public interface RowMap {
    /** Writes n elements from {@code y[yo]} for those from {@code x[xo]}. */
    void run(double[] x, int xo, double[] y, int yo, int n);

    /** Makes a row of two rows. */
    @FunctionalInterface
    interface OfTwo {
        /** Writes n elements from {@code out[at]} for those of a and b from the same place. */
        void run(double[] a, double[] b, double[] out, int at, int n);
    }
}
