package dev.adjoint.tensor.kernel;

/**
 * Loops of an element-wise function of two operands and one parameter, over contiguous runs. Operands and result are
 * counted by one index, so that C2 makes vector code of the loops.
 *
 * @param f32 the loop for floats
 * @param f64 the loop for doubles
 * @param i64 the loop for integers, or null where integers are converted to floats first
 */
public record BinaryKernel(F32 f32, F64 f64, I64 i64) {

    /** A loop over floats. */
    @FunctionalInterface
    public interface F32 {
        /** Writes {@code f(a[i], b[i]; p)} to {@code y[i]} for i below n; y may be a or b. */
        void run(float[] a, float[] b, float[] y, int from, int to, double p);
    }

    /** A loop over doubles. */
    @FunctionalInterface
    public interface F64 {
        /** Writes {@code f(a[i], b[i]; p)} to {@code y[i]} for i below n; y may be a or b. */
        void run(double[] a, double[] b, double[] y, int from, int to, double p);
    }

    /** A loop over integers. */
    @FunctionalInterface
    public interface I64 {
        /** Writes {@code f(a[i], b[i]; p)} to {@code y[i]} for i below n; y may be a or b. */
        void run(long[] a, long[] b, long[] y, int from, int to, double p);
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
                (a, b, y, from, to, p) -> {
                    for (int i = from; i < to; i++) {
                        y[i] = (float) f.at(a[i], b[i], p);
                    }
                },
                (a, b, y, from, to, p) -> {
                    for (int i = from; i < to; i++) {
                        y[i] = f.at(a[i], b[i], p);
                    }
                },
                null);
    }

    /** Runs the loop for the type of the arrays. */
    public void run(Object a, Object b, Object y, int from, int to, double p) {
        if (y instanceof float[]) {
            f32.run((float[]) a, (float[]) b, (float[]) y, from, to, p);
        } else if (y instanceof double[]) {
            f64.run((double[]) a, (double[]) b, (double[]) y, from, to, p);
        } else {
            i64.run((long[]) a, (long[]) b, (long[]) y, from, to, p);
        }
    }

    /** The same with a loop for integers. */
    public BinaryKernel withIntegers(I64 loop) {
        return new BinaryKernel(f32, f64, loop);
    }
}
