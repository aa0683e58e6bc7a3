package dev.adjoint.benchmarks.handwritten;

/** The derivative of {@link dev.adjoint.benchmarks.objectives.Parabola}. */
public final class ParabolaByHand {
    private ParabolaByHand() {}

    /** The slope at {@code x}. */
    public static double derivative(double x) {
        return 2 * x + 3;
    }
}
