package dev.adjoint.tensor.kernel;

import dev.ludovic.netlib.blas.BLAS;
import dev.ludovic.netlib.blas.JavaBLAS;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Products of row-major matrices, by a BLAS: the system's native one where there is one, else one in Java. */
public final class Gemm {
    /** Products with fewer multiplications run in Java: calling native code costs more than they do. */
    private static final long NATIVE_PAYS = 1 << 11;

    private Gemm() {}

    /** A row-major matrix in an array: row i, column j is at offset + i * stride + j, or, transposed, j * stride + i. */
    public record Matrix(Object array, int offset, int stride, boolean transposed) {
        private String flag() {
            return transposed ? "T" : "N";
        }

        private int at(int i, int j) {
            return transposed ? offset + j * stride + i : offset + i * stride + j;
        }
    }

    /** Loaded only when a product is computed, since looking for native libraries takes time. */
    private static final class Lazy {
        private static final BLAS SMALL;
        private static final BLAS LARGE;

        static {
            // What the library logs while it looks for a faster implementation is of no use to our users.
            Logger loader = Logger.getLogger("dev.ludovic.netlib.blas");
            Level before = loader.getLevel();
            loader.setLevel(Level.OFF);
            String allowed = System.getProperty(BLAS.ALLOW_NATIVE_BLAS);
            if (allowed == null && !NativeLibrary.isPresent()) {
                System.setProperty(BLAS.ALLOW_NATIVE_BLAS, "false");
            }
            try {
                SMALL = JavaBLAS.getInstance();
                LARGE = BLAS.getInstance();
            } finally {
                loader.setLevel(before);
                if (allowed == null) {
                    System.clearProperty(BLAS.ALLOW_NATIVE_BLAS);
                }
            }
        }
    }

    /** {@code c = a b} for an m by k matrix a and a k by n matrix b; c is dense. */
    public static void run(int m, int n, int k, Matrix a, Matrix b, Object c, int co) {
        run(m, n, k, a, b, c, co, 0);
    }

    /** {@code c = a b + beta c}. */
    public static void run(int m, int n, int k, Matrix a, Matrix b, Object c, int co, double beta) {
        if (m == 0 || n == 0 || k == 0) {
            return;
        }
        if (c instanceof long[]) {
            integers(m, n, k, a, b, (long[]) c, co, (long) beta);
            return;
        }
        BLAS blas = (long) m * n * k < NATIVE_PAYS ? Lazy.SMALL : Lazy.LARGE;
        // BLAS counts by columns, so it sees the transposes: c' = b' a'.
        if (c instanceof float[]) {
            blas.sgemm(
                    b.flag(),
                    a.flag(),
                    n,
                    m,
                    k,
                    1,
                    (float[]) b.array,
                    b.offset,
                    b.stride,
                    (float[]) a.array,
                    a.offset,
                    a.stride,
                    (float) beta,
                    (float[]) c,
                    co,
                    n);
        } else {
            blas.dgemm(
                    b.flag(),
                    a.flag(),
                    n,
                    m,
                    k,
                    1,
                    (double[]) b.array,
                    b.offset,
                    b.stride,
                    (double[]) a.array,
                    a.offset,
                    a.stride,
                    beta,
                    (double[]) c,
                    co,
                    n);
        }
    }

    /** Exact products, which no BLAS has. */
    private static void integers(int m, int n, int k, Matrix a, Matrix b, long[] c, int co, long beta) {
        long[] left = (long[]) a.array;
        long[] right = (long[]) b.array;
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                long sum = beta * c[co + i * n + j];
                for (int l = 0; l < k; l++) {
                    sum += left[a.at(i, l)] * right[b.at(l, j)];
                }
                c[co + i * n + j] = sum;
            }
        }
    }
}
