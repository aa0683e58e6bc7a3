package goldens;

import dev.adjoint.Differentiable;

/** Array results. */
public final class Jacobians {
    private Jacobians() {}

    @Differentiable
    public static double[] polar(double[] p) {
        return new double[] {p[0] * Math.cos(p[1]), p[0] * Math.sin(p[1])};
    }

    @Differentiable(wrt = "block")
    public static double[] reprojection(double[] block, double u, double v) {
        double depth = block[2] + block[5];
        double x = (block[0] + block[3]) / depth;
        double y = (block[1] + block[4]) / depth;
        double bend = 1 + block[6] * (x * x + y * y);
        return new double[] {x * bend - u, y * bend - v};
    }
}
