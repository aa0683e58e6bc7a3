package dev.adjoint.benchmarks.gradbench.evaluations;

import java.util.Arrays;
import java.util.stream.Stream;

/** Rows one after the other. */
final class Flat {
    private Flat() {}

    static double[] of(double[][] rows) {
        return Stream.of(rows).flatMapToDouble(Arrays::stream).toArray();
    }
}
