package dev.adjoint.tensor.kernel;

/** Sums. Floats are added up in double precision by rows, in blocks by columns. */
public final class Sum {
    private Sum() {}

    /** {@code y[i]} becomes the sum of the i-th row of n elements of x. */
    public static void rows(Object x, int xo, int n, Object y, int count) {
        for (int i = 0; i < count; i++) {
            int at = xo + i * n;
            if (y instanceof float[]) {
                ((float[]) y)[i] = (float) sum((float[]) x, at, n);
            } else if (y instanceof double[]) {
                ((double[]) y)[i] = sum((double[]) x, at, n);
            } else {
                ((long[]) y)[i] = sum((long[]) x, at, n);
            }
        }
    }

    /** {@code y[j]} becomes the sum of all {@code x[xo + (i * planes + j) * size + k]}, for i below n and k below size. */
    public static void planes(Object x, int xo, int n, Object y, int planes, int size) {
        for (int j = 0; j < planes; j++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                int at = xo + (i * planes + j) * size;
                sum += y instanceof float[] ? sum((float[]) x, at, size) : sum((double[]) x, at, size);
            }
            if (y instanceof float[]) {
                ((float[]) y)[j] = (float) sum;
            } else {
                ((double[]) y)[j] = sum;
            }
        }
    }

    /** {@code y[j]} becomes the sum of {@code x[xo + i * columns + j]} over the n rows i. */
    public static void columns(Object x, int xo, int n, Object y, int columns) {
        if (y instanceof float[]) {
            float[] in = (float[]) x;
            double[] sums = new double[columns];
            for (int i = 0; i < n; i++) {
                int at = xo + i * columns;
                for (int j = 0; j < columns; j++) {
                    sums[j] += in[at + j];
                }
            }
            Convert.fromDoubles(sums, y, columns);
        } else if (y instanceof double[]) {
            double[] in = (double[]) x;
            double[] out = (double[]) y;
            for (int i = 0; i < n; i++) {
                int at = xo + i * columns;
                for (int j = 0; j < columns; j++) {
                    out[j] += in[at + j];
                }
            }
        } else {
            longColumns((long[]) x, xo, n, (long[]) y, columns);
        }
    }

    private static void longColumns(long[] x, int xo, int n, long[] y, int columns) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < columns; j++) {
                y[j] += x[xo + i * columns + j];
            }
        }
    }

    /** Eight sums side by side, so that additions need not wait for each other. */
    private static double sum(float[] x, int at, int n) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        int i = 0;
        for (; i + 7 < n; i += 8) {
            s0 += x[at + i];
            s1 += x[at + i + 1];
            s2 += x[at + i + 2];
            s3 += x[at + i + 3];
            s4 += x[at + i + 4];
            s5 += x[at + i + 5];
            s6 += x[at + i + 6];
            s7 += x[at + i + 7];
        }
        for (; i < n; i++) {
            s0 += x[at + i];
        }
        return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
    }

    private static double sum(double[] x, int at, int n) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        int i = 0;
        for (; i + 7 < n; i += 8) {
            s0 += x[at + i];
            s1 += x[at + i + 1];
            s2 += x[at + i + 2];
            s3 += x[at + i + 3];
            s4 += x[at + i + 4];
            s5 += x[at + i + 5];
            s6 += x[at + i + 6];
            s7 += x[at + i + 7];
        }
        for (; i < n; i++) {
            s0 += x[at + i];
        }
        return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
    }

    private static long sum(long[] x, int at, int n) {
        long s = 0;
        for (int i = 0; i < n; i++) {
            s += x[at + i];
        }
        return s;
    }
}
