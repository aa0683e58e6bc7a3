package dev.adjoint.tensor.kernel;

/** Choice between two arrays by a mask. */
public final class Mask {
    private Mask() {}

    /** Writes a's element where the mask is true, else b's, to y from 0; all arrays but the mask have one type. */
    public static void choose(boolean[] m, int mo, Object a, int ao, Object b, int bo, Object y, int n) {
        if (y instanceof float[]) {
            floats(m, mo, (float[]) a, ao, (float[]) b, bo, (float[]) y, n);
        } else if (y instanceof double[]) {
            doubles(m, mo, (double[]) a, ao, (double[]) b, bo, (double[]) y, n);
        } else if (y instanceof long[]) {
            longs(m, mo, (long[]) a, ao, (long[]) b, bo, (long[]) y, n);
        } else {
            booleans(m, mo, (boolean[]) a, ao, (boolean[]) b, bo, (boolean[]) y, n);
        }
    }

    private static void floats(boolean[] m, int mo, float[] a, int ao, float[] b, int bo, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = m[mo + i] ? a[ao + i] : b[bo + i];
        }
    }

    private static void doubles(boolean[] m, int mo, double[] a, int ao, double[] b, int bo, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = m[mo + i] ? a[ao + i] : b[bo + i];
        }
    }

    private static void longs(boolean[] m, int mo, long[] a, int ao, long[] b, int bo, long[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = m[mo + i] ? a[ao + i] : b[bo + i];
        }
    }

    private static void booleans(boolean[] m, int mo, boolean[] a, int ao, boolean[] b, int bo, boolean[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = m[mo + i] ? a[ao + i] : b[bo + i];
        }
    }
}
