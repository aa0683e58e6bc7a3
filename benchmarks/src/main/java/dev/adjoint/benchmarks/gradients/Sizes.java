package dev.adjoint.benchmarks.gradients;

import java.util.regex.Pattern;

/** Sizes with dashes between them. */
final class Sizes {
    private static final Pattern DASH = Pattern.compile("-");

    private Sizes() {}

    static int[] of(String sizes) {
        return DASH.splitAsStream(sizes).mapToInt(Integer::parseInt).toArray();
    }
}
