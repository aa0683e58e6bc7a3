package dev.adjoint.tensor.kernel;

/**
 * Loops of an element-wise function of one operand and up to two parameters, over contiguous runs.
 *
 * @param f32 the loop for floats
 * @param f64 the loop for doubles
 * @param i64 the loop for integers, or null where integers are converted to floats first
 */
public record UnaryKernel(F32 f32, F64 f64, I64 i64) {

    /** A loop over floats. */
    @FunctionalInterface
    public interface F32 {
        /** Writes {@code f(x[xo + i]; p, q)} to {@code y[yo + i]} for i below n; x and y may be the same array. */
        void run(float[] x, int xo, float[] y, int yo, int n, double p, double q);
    }

    /** A loop over doubles. */
    @FunctionalInterface
    public interface F64 {
        /** Writes {@code f(x[xo + i]; p, q)} to {@code y[yo + i]} for i below n; x and y may be the same array. */
        void run(double[] x, int xo, double[] y, int yo, int n, double p, double q);
    }

    /** A loop over integers. */
    @FunctionalInterface
    public interface I64 {
        /** Writes {@code f(x[xo + i]; p, q)} to {@code y[yo + i]} for i below n; x and y may be the same array. */
        void run(long[] x, int xo, long[] y, int yo, int n, double p, double q);
    }

    /** A function of one number and two parameters. */
    @FunctionalInterface
    public interface Scalar {
        /** The function's value. */
        double at(double x, double p, double q);
    }

    /** Floating-point loops only; integers are converted first. */
    public static UnaryKernel of(F32 f32, F64 f64) {
        return new UnaryKernel(f32, f64, null);
    }

    /** Loops that call a function for each element, for functions whose own cost hides the call. */
    public static UnaryKernel of(Scalar f) {
        return new UnaryKernel(
                (x, xo, y, yo, n, p, q) -> {
                    for (int i = 0; i < n; i++) {
                        y[yo + i] = (float) f.at(x[xo + i], p, q);
                    }
                },
                (x, xo, y, yo, n, p, q) -> {
                    for (int i = 0; i < n; i++) {
                        y[yo + i] = f.at(x[xo + i], p, q);
                    }
                },
                null);
    }

    /** The same with a loop for integers. */
    public UnaryKernel withIntegers(I64 loop) {
        return new UnaryKernel(f32, f64, loop);
    }
}
