package dev.adjoint.benchmarks.handwritten;

/** The Jacobian of {@link dev.adjoint.benchmarks.objectives.BundleAdjustment#reprojectionError}. */
public final class BundleByHand {
    private static final int COLUMNS = 15;

    private BundleByHand() {}

    /** Overwrites {@code jacobian}: two rows of 15. */
    public static void jacobian(double[] block, double seenU, double seenV, double[] jacobian) {
        double r0 = block[0];
        double r1 = block[1];
        double r2 = block[2];
        double x0 = block[11] - block[3];
        double x1 = block[12] - block[4];
        double x2 = block[13] - block[5];
        double theta2 = r0 * r0 + r1 * r1 + r2 * r2;
        double theta = Math.sqrt(theta2);
        boolean turned = theta2 != 0;
        double cos = turned ? Math.cos(theta) : 1;
        double sin = turned ? Math.sin(theta) : 1;
        double scale = turned ? 1 / theta : 1;
        double u0 = r0 * scale;
        double u1 = r1 * scale;
        double u2 = r2 * scale;
        double c0 = u1 * x2 - u2 * x1;
        double c1 = u2 * x0 - u0 * x2;
        double c2 = u0 * x1 - u1 * x0;
        double dot = u0 * x0 + u1 * x1 + u2 * x2;
        double along = dot * (1 - cos);
        double y0 = x0 * cos + c0 * sin + u0 * along;
        double y1 = x1 * cos + c1 * sin + u1 * along;
        double y2 = x2 * cos + c2 * sin + u2 * along;
        double px = y0 / y2;
        double py = y1 / y2;
        double q = px * px + py * py;
        double k1 = block[9];
        double k2 = block[10];
        double distortion = 1 + k1 * q + k2 * q * q;
        double f = block[6];
        double w = block[14];
        for (int row = 0; row < 2; row++) {
            int at = row * COLUMNS;
            double p = row == 0 ? px : py;
            double distortionBar = w * f * p;
            jacobian[at + 6] = w * p * distortion;
            jacobian[at + 7] = row == 0 ? w : 0;
            jacobian[at + 8] = row == 0 ? 0 : w;
            jacobian[at + 9] = distortionBar * q;
            jacobian[at + 10] = distortionBar * q * q;
            jacobian[at + 14] = p * distortion * f + (row == 0 ? block[7] - seenU : block[8] - seenV);
            double qBar = 2 * distortionBar * (k1 + 2 * k2 * q);
            double pxBar = qBar * px + (row == 0 ? w * f * distortion : 0);
            double pyBar = qBar * py + (row == 0 ? 0 : w * f * distortion);
            double y0Bar = pxBar / y2;
            double y1Bar = pyBar / y2;
            double y2Bar = -(px * y0Bar + py * y1Bar);
            double alongBar = u0 * y0Bar + u1 * y1Bar + u2 * y2Bar;
            double dotBar = alongBar * (1 - cos);
            double x0Bar = y0Bar * cos + (y1Bar * u2 - y2Bar * u1) * sin + u0 * dotBar;
            double x1Bar = y1Bar * cos + (y2Bar * u0 - y0Bar * u2) * sin + u1 * dotBar;
            double x2Bar = y2Bar * cos + (y0Bar * u1 - y1Bar * u0) * sin + u2 * dotBar;
            jacobian[at + 3] = -x0Bar;
            jacobian[at + 4] = -x1Bar;
            jacobian[at + 5] = -x2Bar;
            jacobian[at + 11] = x0Bar;
            jacobian[at + 12] = x1Bar;
            jacobian[at + 13] = x2Bar;
            double u0Bar = (x1 * y2Bar - x2 * y1Bar) * sin + y0Bar * along + x0 * dotBar;
            double u1Bar = (x2 * y0Bar - x0 * y2Bar) * sin + y1Bar * along + x1 * dotBar;
            double u2Bar = (x0 * y1Bar - x1 * y0Bar) * sin + y2Bar * along + x2 * dotBar;
            double thetaBar = 0;
            if (turned) {
                double cosBar = x0 * y0Bar + x1 * y1Bar + x2 * y2Bar - dot * alongBar;
                double sinBar = c0 * y0Bar + c1 * y1Bar + c2 * y2Bar;
                thetaBar = sinBar * cos - cosBar * sin - (u0 * u0Bar + u1 * u1Bar + u2 * u2Bar) * scale;
            }
            jacobian[at] = u0Bar * scale + thetaBar * u0;
            jacobian[at + 1] = u1Bar * scale + thetaBar * u1;
            jacobian[at + 2] = u2Bar * scale + thetaBar * u2;
        }
    }
}
