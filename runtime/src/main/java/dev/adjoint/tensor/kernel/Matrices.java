package dev.adjoint.tensor.kernel;

/** Factorisations of small square matrices, row-major and in double precision. */
public final class Matrices {
    private Matrices() {}

    /**
     * The factors of a matrix with its rows permuted: the unit lower triangle and the upper one in a matrix, where each
     * row came from, and the permutation's sign.
     */
    public static final class Lu {
        private final double[] lu;
        private final int[] rows;
        private final int n;
        private int sign = 1;
        private int firstZero = -1;

        /** Factors the n by n matrix at the offset, with partial pivoting. */
        public Lu(double[] a, int offset, int n) {
            this.n = n;
            this.lu = new double[n * n];
            this.rows = new int[n];
            System.arraycopy(a, offset, lu, 0, n * n);
            for (int i = 0; i < n; i++) {
                rows[i] = i;
            }
            for (int k = 0; k < n; k++) {
                swap(k, pivot(k));
                if (lu[k * n + k] == 0) {
                    firstZero = firstZero < 0 ? k : firstZero;
                } else {
                    eliminate(k);
                }
            }
        }

        private int pivot(int k) {
            int best = k;
            for (int i = k + 1; i < n; i++) {
                if (Math.abs(lu[i * n + k]) > Math.abs(lu[best * n + k])) {
                    best = i;
                }
            }
            return best;
        }

        private void swap(int i, int j) {
            if (i == j) {
                return;
            }
            for (int c = 0; c < n; c++) {
                double t = lu[i * n + c];
                lu[i * n + c] = lu[j * n + c];
                lu[j * n + c] = t;
            }
            int r = rows[i];
            rows[i] = rows[j];
            rows[j] = r;
            sign = -sign;
        }

        private void eliminate(int k) {
            for (int i = k + 1; i < n; i++) {
                double factor = lu[i * n + k] / lu[k * n + k];
                lu[i * n + k] = factor;
                for (int j = k + 1; j < n; j++) {
                    lu[i * n + j] -= factor * lu[k * n + j];
                }
            }
        }

        /** Which diagonal element is zero, counted from 0, or -1 for a regular matrix. */
        public int firstZero() {
            return firstZero;
        }

        /** The determinant. */
        public double determinant() {
            double d = sign;
            for (int i = 0; i < n; i++) {
                d *= lu[i * n + i];
            }
            return d;
        }

        /** Replaces zeros on the diagonal, so that a singular matrix can be solved with approximately. */
        public void perturb(double epsilon) {
            for (int i = 0; i < n; i++) {
                lu[i * n + i] = lu[i * n + i] == 0 ? epsilon : lu[i * n + i];
            }
        }

        /** Solves for k right-hand sides, the columns of b at bo; writes the solutions to x at xo. */
        public void solve(double[] b, int bo, int k, double[] x, int xo) {
            for (int c = 0; c < k; c++) {
                for (int i = 0; i < n; i++) {
                    double s = b[bo + rows[i] * k + c];
                    for (int j = 0; j < i; j++) {
                        s -= lu[i * n + j] * x[xo + j * k + c];
                    }
                    x[xo + i * k + c] = s;
                }
                for (int i = n - 1; i >= 0; i--) {
                    double s = x[xo + i * k + c];
                    for (int j = i + 1; j < n; j++) {
                        s -= lu[i * n + j] * x[xo + j * k + c];
                    }
                    x[xo + i * k + c] = s / lu[i * n + i];
                }
            }
        }
    }

    /**
     * Writes the lower triangle l with {@code a = l l'} of a symmetric matrix, of which only the lower half is read.
     *
     * @return 0, or the order of the first leading minor that is not positive
     */
    public static int cholesky(double[] a, double[] l, int at, int n) {
        for (int j = 0; j < n; j++) {
            for (int i = j; i < n; i++) {
                double s = a[at + i * n + j];
                for (int k = 0; k < j; k++) {
                    s -= l[at + i * n + k] * l[at + j * n + k];
                }
                if (i == j && !(s > 0)) {
                    return j + 1;
                }
                l[at + i * n + j] = i == j ? Math.sqrt(s) : s / l[at + j * n + j];
            }
        }
        return 0;
    }
}
