package dev.adjoint.benchmarks.objectives;

import dev.adjoint.Differentiable;

/** A game of two: one player makes a function small, the other, who moves second, makes it large. */
public final class Saddle {
    private Saddle() {}

    /** What the second player wins. */
    @Differentiable(wrt = "b")
    public static double gain(double[] a, double[] b) {
        return a[0] * a[0] + a[1] * a[1] - (b[0] * b[0] + b[1] * b[1]);
    }

    /** What the first player loses against the best answer, found with gradients in forward mode. */
    @Differentiable(wrt = "a")
    public static double lossForward(double[] a, double[] start) {
        return gain(a, answerForward(a, start));
    }

    /** The same, with gradients in reverse mode. */
    @Differentiable(wrt = "a")
    public static double lossReverse(double[] a, double[] start) {
        return gain(a, answerReverse(a, start));
    }

    /** The second player's best move, found with gradients in forward mode. */
    public static double[] answerForward(double[] a, double[] start) {
        return Descent.argmin(start, b -> -gain(a, b), b -> new double[] {
            -SaddleGrad.gainJvp(a, b, new double[] {1, 0}), -SaddleGrad.gainJvp(a, b, new double[] {0, 1})
        });
    }

    /** The same, with gradients in reverse mode. */
    public static double[] answerReverse(double[] a, double[] start) {
        return Descent.argmin(start, b -> -gain(a, b), b -> {
            double[] slope = SaddleGrad.gainGrad(a, b);
            return new double[] {-slope[0], -slope[1]};
        });
    }
}
