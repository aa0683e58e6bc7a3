package dev.adjoint.benchmarks.gradients;

import java.util.Arrays;
import java.util.stream.Stream;

/** Arrays one after the other. */
final class Joined {
    private Joined() {}

    static double[] of(double[]... parts) {
        return Stream.of(parts).flatMapToDouble(Arrays::stream).toArray();
    }
}
