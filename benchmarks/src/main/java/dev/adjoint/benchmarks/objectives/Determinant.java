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
        if (row == n - 1) {
            return a[row * n + Integer.numberOfTrailingZeros(columns)];
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
}
