package goldens;

import dev.adjoint.Differentiable;

/** Results that a loop fills: each row of the Jacobian looks at the iteration that writes it. */
public final class Residuals {
    private Residuals() {}

    @Differentiable(wrt = "p")
    public static double[] decay(double[] p, double[] time, double[] seen) {
        double[] r = new double[seen.length];
        for (int i = 0; i < seen.length; i++) {
            r[i] = p[0] * Math.exp(-p[1] * time[i]) - seen[i];
        }
        return r;
    }

    @Differentiable(wrt = {"cameras", "points"})
    public static double[] bundle(double[] cameras, double[] points, int[] camera, int[] point, double[] seen) {
        double[] r = new double[2 * camera.length];
        for (int i = 0; i < camera.length; i++) {
            int c = 4 * camera[i];
            int p = 3 * point[i];
            double depth = points[p + 2] - cameras[c + 2];
            double scale = cameras[c + 3] / depth;
            r[2 * i] = (points[p] - cameras[c]) * scale - seen[2 * i];
            r[2 * i + 1] = (points[p + 1] - cameras[c + 1]) * scale - seen[2 * i + 1];
        }
        return r;
    }
}
