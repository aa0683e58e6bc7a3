package demo;

import dev.adjoint.AdjointGenerated;

/** A derivative that was committed long ago. */
@AdjointGenerated
public final class DemoGrad {
    private DemoGrad() {}

    public static double squareGrad(double x) {
        return x + x + x;
    }
}
