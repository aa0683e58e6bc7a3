package dev.adjoint.tensor.kernel;

/**
 * Loops of an element-wise function of two operands and one parameter, over contiguous runs.
 *
 * @param f32 the loop for floats
 * @param f64 the loop for doubles
 * @param i64 the loop for integers, or null where integers are converted to floats first
 */
public record BinaryKernel(F32 f32, F64 f64, I64 i64) {

    /** A loop over floats. */
    @FunctionalInterface
    public interface F32 {
        /** Writes {@code f(a[ao + i], b[bo + i]; p)} to {@code y[yo + i]} for i below n; y may be a or b. */
        void run(float[] a, int ao, float[] b, int bo, float[] y, int yo, int n, double p);
    }

    /** A loop over doubles. */
    @FunctionalInterface
    public interface F64 {
        /** Writes {@code f(a[ao + i], b[bo + i]; p)} to {@code y[yo + i]} for i below n; y may be a or b. */
        void run(double[] a, int ao, double[] b, int bo, double[] y, int yo, int n, double p);
    }

    /** A loop over integers. */
    @FunctionalInterface
    public interface I64 {
        /** Writes {@code f(a[ao + i], b[bo + i]; p)} to {@code y[yo + i]} for i below n; y may be a or b. */
        void run(long[] a, int ao, long[] b, int bo, long[] y, int yo, int n, double p);
    }

    /** A function of two numbers and a parameter. */
    @FunctionalInterface
    public interface Scalar {
        /** The function's value. */
        double at(double a, double b, double p);
    }

    /** Floating-point loops only; integers are converted first. */
    public static BinaryKernel of(F32 f32, F64 f64) {
        return new BinaryKernel(f32, f64, null);
    }

    /** Loops that call a function for each element, for functions whose own cost hides the call. */
    public static BinaryKernel of(Scalar f) {
        return new BinaryKernel(
                (a, ao, b, bo, y, yo, n, p) -> {
                    for (int i = 0; i < n; i++) {
                        y[yo + i] = (float) f.at(a[ao + i], b[bo + i], p);
                    }
                },
                (a, ao, b, bo, y, yo, n, p) -> {
                    for (int i = 0; i < n; i++) {
                        y[yo + i] = f.at(a[ao + i], b[bo + i], p);
                    }
                },
                null);
    }

    /** The same with a loop for integers. */
    public BinaryKernel withIntegers(I64 loop) {
        return new BinaryKernel(f32, f64, loop);
    }
}
