package dev.adjoint.benchmarks.objectives;

import dev.adjoint.Differentiable;

/** The determinant by expansion along the first row, again and again. */
public final class Determinant {
    private Determinant() {}

    /** The determinant of a square matrix, given row by row. */
    @Differentiable(wrt = "a")
    public static double determinant(double[] a, int n) {
        return expand(a, n, 0, (1 << n) - 1);
    }

    /** The determinant of what some rows leave: the rows from {@code row} on, and the columns whose bits are set. */
    static double expand(double[] a, int n, int row, int columns) {
        if (n - row <= 3) {
            return small(a, n, row, columns);
        }
        double sum = 0;
        double sign = 1;
        for (int rest = columns; rest != 0; rest &= rest - 1) {
            int column = Integer.numberOfTrailingZeros(rest);
            sum += sign * a[row * n + column] * expand(a, n, row + 1, columns & ~(1 << column));
            sign = -sign;
        }
        return sum;
    }

    /** The last rows, of which there are at most three: the same expansion, written out. */
    static double small(double[] a, int n, int row, int columns) {
        int i = row * n + Integer.numberOfTrailingZeros(columns);
        if (n - row == 1) {
            return a[i];
        }
        int others = columns & (columns - 1);
        int j = row * n + Integer.numberOfTrailingZeros(others);
        if (n - row == 2) {
            return a[i] * a[j + n] - a[j] * a[i + n];
        }
        int k = row * n + Integer.numberOfTrailingZeros(others & (others - 1));
        return a[i] * (a[j + n] * a[k + 2 * n] - a[k + n] * a[j + 2 * n])
                - a[j] * (a[i + n] * a[k + 2 * n] - a[k + n] * a[i + 2 * n])
                + a[k] * (a[i + n] * a[j + 2 * n] - a[j + n] * a[i + 2 * n]);
    }
}
