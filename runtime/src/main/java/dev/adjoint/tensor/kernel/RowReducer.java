package dev.adjoint.tensor.kernel;

/** Makes one number of a row. */
@FunctionalInterface
public interface RowReducer {
    /** The result of {@code x[at]} to {@code x[at + n - 1]}. */
    double reduce(double[] x, int at, int n);
}
