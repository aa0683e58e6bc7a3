package dev.adjoint.tensor.kernel;

import java.util.Arrays;

/** Copies between strided and contiguous arrays of any element type. */
public final class Strided {
    private Strided() {}

    /** Copies a strided array (shape, strides, offset) to a contiguous one, in row-major order. */
    public static void gather(Object x, int[] shape, int[] strides, int offset, Object y, int yo) {
        walk(shape, strides, offset, yo, new Run(x, y, true));
    }

    /** Copies a contiguous array to a strided one. */
    public static void scatter(Object x, int xo, Object y, int[] shape, int[] strides, int offset) {
        walk(shape, strides, offset, xo, new Run(y, x, false));
    }

    /** Walks the innermost runs of a strided array beside a contiguous one. */
    private static void walk(int[] shape, int[] strides, int offset, int dense, Run run) {
        int last = shape.length - 1;
        int inner = last < 0 ? 1 : shape[last];
        int step = last < 0 ? 1 : strides[last];
        int outer = 1;
        for (int d = 0; d < last; d++) {
            outer *= shape[d];
        }
        int[] index = new int[Math.max(last, 0)];
        int at = offset;
        for (int o = 0; o < outer && inner > 0; o++) {
            run.copy(at, step, dense + o * inner, inner);
            for (int d = last - 1; d >= 0; d--) {
                at += strides[d];
                if (++index[d] < shape[d]) {
                    break;
                }
                at -= strides[d] * shape[d];
                index[d] = 0;
            }
        }
    }

    /** One innermost run: strided side, dense side and the direction. */
    private static final class Run {
        private final Object strided;
        private final Object dense;
        private final boolean toDense;

        Run(Object strided, Object dense, boolean toDense) {
            this.strided = strided;
            this.dense = dense;
            this.toDense = toDense;
        }

        void copy(int at, int step, int to, int n) {
            if (step == 1 || n == 1) {
                if (toDense) {
                    System.arraycopy(strided, at, dense, to, n);
                } else {
                    System.arraycopy(dense, to, strided, at, n);
                }
            } else if (toDense && step == 0) {
                repeat(strided, at, dense, to, n);
            } else if (strided instanceof float[]) {
                floats((float[]) strided, at, step, (float[]) dense, to, n);
            } else if (strided instanceof double[]) {
                doubles((double[]) strided, at, step, (double[]) dense, to, n);
            } else if (strided instanceof long[]) {
                longs((long[]) strided, at, step, (long[]) dense, to, n);
            } else {
                booleans((boolean[]) strided, at, step, (boolean[]) dense, to, n);
            }
        }

        private static void repeat(Object strided, int at, Object dense, int to, int n) {
            if (strided instanceof float[]) {
                Arrays.fill((float[]) dense, to, to + n, ((float[]) strided)[at]);
            } else if (strided instanceof double[]) {
                Arrays.fill((double[]) dense, to, to + n, ((double[]) strided)[at]);
            } else if (strided instanceof long[]) {
                Arrays.fill((long[]) dense, to, to + n, ((long[]) strided)[at]);
            } else {
                Arrays.fill((boolean[]) dense, to, to + n, ((boolean[]) strided)[at]);
            }
        }

        private void floats(float[] s, int at, int step, float[] d, int to, int n) {
            for (int i = 0; i < n; i++) {
                if (toDense) {
                    d[to + i] = s[at + i * step];
                } else {
                    s[at + i * step] = d[to + i];
                }
            }
        }

        private void doubles(double[] s, int at, int step, double[] d, int to, int n) {
            for (int i = 0; i < n; i++) {
                if (toDense) {
                    d[to + i] = s[at + i * step];
                } else {
                    s[at + i * step] = d[to + i];
                }
            }
        }

        private void longs(long[] s, int at, int step, long[] d, int to, int n) {
            for (int i = 0; i < n; i++) {
                if (toDense) {
                    d[to + i] = s[at + i * step];
                } else {
                    s[at + i * step] = d[to + i];
                }
            }
        }

        private void booleans(boolean[] s, int at, int step, boolean[] d, int to, int n) {
            for (int i = 0; i < n; i++) {
                if (toDense) {
                    d[to + i] = s[at + i * step];
                } else {
                    s[at + i * step] = d[to + i];
                }
            }
        }
    }
}
