package dev.adjoint.tensor.kernel;

/**
 * Loops of an element-wise function of one operand and up to two parameters, over contiguous runs. Operand and result
 * are counted by one index: C2 makes vector code of a loop only if it can see that a write does not reach a later read.
 *
 * @param f32 the loop for floats
 * @param f64 the loop for doubles
 * @param i64 the loop for integers, or null where integers are converted to floats first
 */
public record UnaryKernel(F32 f32, F64 f64, I64 i64) {

    /** A loop over floats. */
    @FunctionalInterface
    public interface F32 {
        /** Writes {@code f(x[i]; p, q)} to {@code y[i]} for i below n; x and y may be the same array. */
        void run(float[] x, float[] y, int from, int to, double p, double q);
    }

    /** A loop over doubles. */
    @FunctionalInterface
    public interface F64 {
        /** Writes {@code f(x[i]; p, q)} to {@code y[i]} for i below n; x and y may be the same array. */
        void run(double[] x, double[] y, int from, int to, double p, double q);
    }

    /** A loop over integers. */
    @FunctionalInterface
    public interface I64 {
        /** Writes {@code f(x[i]; p, q)} to {@code y[i]} for i below n; x and y may be the same array. */
        void run(long[] x, long[] y, int from, int to, double p, double q);
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
                (x, y, from, to, p, q) -> {
                    for (int i = from; i < to; i++) {
                        y[i] = (float) f.at(x[i], p, q);
                    }
                },
                (x, y, from, to, p, q) -> {
                    for (int i = from; i < to; i++) {
                        y[i] = f.at(x[i], p, q);
                    }
                },
                null);
    }

    /** Runs the loop for the type of the arrays. */
    public void run(Object x, Object y, int from, int to, double p, double q) {
        if (y instanceof float[]) {
            f32.run((float[]) x, (float[]) y, from, to, p, q);
        } else if (y instanceof double[]) {
            f64.run((double[]) x, (double[]) y, from, to, p, q);
        } else {
            i64.run((long[]) x, (long[]) y, from, to, p, q);
        }
    }

    /** The same with a loop for integers. */
    public UnaryKernel withIntegers(I64 loop) {
        return new UnaryKernel(f32, f64, loop);
    }
}
