package dev.adjoint.benchmarks.gradients;

import java.util.Arrays;
import java.util.stream.Stream;
import org.hipparchus.analysis.differentiation.Gradient;

/** Gradients as the rows of a matrix. */
final class Rows {
    private Rows() {}

    static double[] of(Gradient[] gradients) {
        return Stream.of(gradients)
                .flatMapToDouble(g -> Arrays.stream(g.getGradient()))
                .toArray();
    }
}
