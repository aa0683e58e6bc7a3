package vectors;

import dev.adjoint.Differentiable;

/** Reprojection errors of a pinhole camera with radial distortion, as ADBench defines them. */
public final class BundleAdjustment {
    private BundleAdjustment() {}

    /** One observation: camera r1 r2 r3 C1 C2 C3 f u0 v0 k1 k2. */
    @Differentiable(wrt = {"cam", "x", "w"})
    public static double[] reprojectionError(double[] cam, double[] x, double w, double[] feat) {
        double[] projected = project(cam, x);
        return new double[] {w * (projected[0] - feat[0]), w * (projected[1] - feat[1])};
    }

    @Differentiable
    public static double weightError(double w) {
        return 1 - w * w;
    }

    /** All observations of a problem. */
    @Differentiable(wrt = {"cams", "points", "w"})
    public static double[] all(double[] cams, double[] points, double[] w, int[] obs, double[] feats) {
        int p = w.length;
        double[] errors = new double[3 * p];
        for (int i = 0; i < p; i++) {
            double[] cam = new double[11];
            System.arraycopy(cams, 11 * obs[2 * i], cam, 0, 11);
            double[] x = {points[3 * obs[2 * i + 1]], points[3 * obs[2 * i + 1] + 1], points[3 * obs[2 * i + 1] + 2]};
            double[] projected = project(cam, x);
            errors[2 * i] = w[i] * (projected[0] - feats[2 * i]);
            errors[2 * i + 1] = w[i] * (projected[1] - feats[2 * i + 1]);
            errors[2 * p + i] = 1 - w[i] * w[i];
        }
        return errors;
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
