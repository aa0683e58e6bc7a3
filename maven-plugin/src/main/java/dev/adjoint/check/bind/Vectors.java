package dev.adjoint.check.bind;

import java.util.Arrays;
import java.util.List;

/** Arithmetic on vectors of numbers. */
public final class Vectors {
    private Vectors() {}

    /** The sum of products. */
    public static double dot(double[] a, double[] b) {
        requireSame(a, b);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** The sum of the magnitudes of the products: what rounding errors of {@link #dot} are relative to. */
    public static double magnitude(double[] a, double[] b) {
        requireSame(a, b);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] * b[i]);
        }
        return sum;
    }

    /** {@code x + t * v}. */
    public static double[] along(double[] x, double t, double[] v) {
        requireSame(x, v);
        double[] sum = x.clone();
        for (int i = 0; i < sum.length; i++) {
            if (v[i] != 0) {
                sum[i] += t * v[i];
            }
        }
        return sum;
    }

    /** The unit vector. */
    public static double[] unit(int size, int i) {
        double[] unit = new double[size];
        unit[i] = 1;
        return unit;
    }

    /** The largest magnitude. */
    public static double largest(double[] a) {
        return Arrays.stream(a).map(Math::abs).max().orElse(0);
    }

    /** Whether all numbers are finite. */
    public static boolean finite(double[] a) {
        return Arrays.stream(a).allMatch(Double::isFinite);
    }

    static double[] concatenate(List<double[]> parts) {
        return parts.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    private static void requireSame(double[] a, double[] b) {
        if (a.length != b.length) {
            throw new Broken("vectors of the lengths " + a.length + " and " + b.length
                    + " should be equally long: a generated method returns a derivative of the wrong shape");
        }
    }
}
