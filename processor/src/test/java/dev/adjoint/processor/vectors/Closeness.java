package dev.adjoint.processor.vectors;

import java.util.ArrayList;
import java.util.List;

/** Comparisons as the reference data asks for: relative to the largest entry of what belongs together. */
final class Closeness {
    /** The data's own tolerance: other mathematics libraries differ by one unit in the last place. */
    static final double ADBENCH = 1e-12;

    private final double tolerance;
    private final List<String> findings = new ArrayList<>();

    Closeness(double tolerance) {
        this.tolerance = tolerance;
    }

    List<String> findings() {
        return findings;
    }

    void numbers(String what, double[] expected, double... actual) {
        if (expected.length != actual.length) {
            findings.add(what + " has length " + actual.length + ", not " + expected.length);
            return;
        }
        double scale = 0;
        for (double number : expected) {
            scale = Math.max(scale, Math.abs(number));
        }
        for (int i = 0; i < expected.length; i++) {
            if (!(Math.abs(expected[i] - actual[i]) <= tolerance * scale)) {
                findings.add(what + "[" + i + "]: expected " + expected[i] + ", got " + actual[i] + ", scale " + scale);
            }
        }
    }

    /** Matrices by columns. */
    void columns(String what, double[][] expected, double[][] actual) {
        if (expected.length != actual.length) {
            findings.add(what + " has " + actual.length + " rows, not " + expected.length);
            return;
        }
        int n = expected.length == 0 ? 0 : expected[0].length;
        for (int j = 0; j < n; j++) {
            numbers(what + " column " + j, column(expected, j), column(actual, j));
        }
    }

    private static double[] column(double[][] matrix, int j) {
        double[] column = new double[matrix.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = j < matrix[i].length ? matrix[i][j] : Double.NaN;
        }
        return column;
    }
}
