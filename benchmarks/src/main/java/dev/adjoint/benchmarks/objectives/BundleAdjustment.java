package dev.adjoint.benchmarks.objectives;

import dev.adjoint.Differentiable;

/** Reprojection errors of a pinhole camera with radial distortion, as ADBench defines them. */
public final class BundleAdjustment {
    private BundleAdjustment() {}

    /**
     * One observation: two numbers.
     *
     * @param block what the observation depends on: the camera r1 r2 r3 C1 C2 C3 f u0 v0 k1 k2, the point X1 X2 X3 and the
     *     weight
     * @param u what was seen, first coordinate
     * @param v second coordinate
     */
    @Differentiable(wrt = "block")
    public static double[] reprojectionError(double[] block, double u, double v) {
        double[] point = {block[11], block[12], block[13]};
        double w = block[14];
        double[] projected = project(block, point);
        return new double[] {w * (projected[0] - u), w * (projected[1] - v)};
    }

    /** How far the weight of an observation is from one. */
    @Differentiable
    public static double weightError(double w) {
        return 1 - w * w;
    }

    static double[] project(double[] cam, double[] x) {
        double[] centered = {x[0] - cam[3], x[1] - cam[4], x[2] - cam[5]};
        double[] turned = rotate(cam, centered);
        double px = turned[0] / turned[2];
        double py = turned[1] / turned[2];
        double q = px * px + py * py;
        double distortion = 1 + cam[9] * q + cam[10] * q * q;
        return new double[] {px * distortion * cam[6] + cam[7], py * distortion * cam[6] + cam[8]};
    }

    /** Rotation by an angle-axis vector, the first three numbers of {@code r}. */
    static double[] rotate(double[] r, double[] v) {
        double theta2 = r[0] * r[0] + r[1] * r[1] + r[2] * r[2];
        if (theta2 == 0) {
            double[] c = cross(r, v);
            return new double[] {v[0] + c[0], v[1] + c[1], v[2] + c[2]};
        }
        double theta = Math.sqrt(theta2);
        double cos = Math.cos(theta);
        double sin = Math.sin(theta);
        double[] u = {r[0] / theta, r[1] / theta, r[2] / theta};
        double[] c = cross(u, v);
        double along = (u[0] * v[0] + u[1] * v[1] + u[2] * v[2]) * (1 - cos);
        double[] turned = new double[3];
        for (int i = 0; i < 3; i++) {
            turned[i] = v[i] * cos + c[i] * sin + u[i] * along;
        }
        return turned;
    }

    static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }
}
