package dev.adjoint.tensor.kernel;

/** Conversion between element types. */
public final class Convert {
    private Convert() {}

    /** Converts n elements of x, from xo, to the type of y, as Java's casts do; all but zero are true. */
    public static void run(Object x, int xo, Object y, int n) {
        if (x instanceof long[] && y instanceof boolean[]) {
            longsToBooleans((long[]) x, xo, (boolean[]) y, n);
        } else if (x instanceof long[] && y instanceof float[]) {
            longsToFloats((long[]) x, xo, (float[]) y, n);
        } else {
            fromDoubles(toDoubles(x, xo, n), y, n);
        }
    }

    private static void longsToBooleans(long[] x, int xo, boolean[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = x[xo + i] != 0;
        }
    }

    /** Directly, since by way of a double the value would be rounded twice. */
    private static void longsToFloats(long[] x, int xo, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = x[xo + i];
        }
    }

    /** The elements of any array as doubles, in a new array. */
    public static double[] toDoubles(Object x, int xo, int n) {
        double[] d = new double[n];
        if (x instanceof float[]) {
            float[] f = (float[]) x;
            for (int i = 0; i < n; i++) {
                d[i] = f[xo + i];
            }
        } else if (x instanceof double[]) {
            System.arraycopy(x, xo, d, 0, n);
        } else if (x instanceof long[]) {
            long[] l = (long[]) x;
            for (int i = 0; i < n; i++) {
                d[i] = l[xo + i];
            }
        } else {
            boolean[] b = (boolean[]) x;
            for (int i = 0; i < n; i++) {
                d[i] = b[xo + i] ? 1 : 0;
            }
        }
        return d;
    }

    /** Writes doubles to the beginning of any array. */
    public static void fromDoubles(double[] d, Object y, int n) {
        if (y instanceof float[]) {
            float[] f = (float[]) y;
            for (int i = 0; i < n; i++) {
                f[i] = (float) d[i];
            }
        } else if (y instanceof double[]) {
            System.arraycopy(d, 0, y, 0, n);
        } else if (y instanceof long[]) {
            long[] l = (long[]) y;
            for (int i = 0; i < n; i++) {
                l[i] = (long) d[i];
            }
        } else {
            boolean[] b = (boolean[]) y;
            for (int i = 0; i < n; i++) {
                b[i] = d[i] != 0;
            }
        }
    }
}
