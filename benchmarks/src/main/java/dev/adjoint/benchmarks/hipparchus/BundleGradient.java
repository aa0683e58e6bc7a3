package dev.adjoint.benchmarks.hipparchus;

import org.hipparchus.analysis.differentiation.Gradient;

/** {@link dev.adjoint.benchmarks.objectives.BundleAdjustment#reprojectionError}. */
public final class BundleGradient {
    private BundleGradient() {}

    /** Both errors, with their gradients by the block. */
    public static Gradient[] reprojectionError(double[] values, double u, double v) {
        Gradient[] block = new Variables(values.length).take(values);
        Gradient[] centered = new Gradient[3];
        for (int i = 0; i < 3; i++) {
            centered[i] = block[11 + i].subtract(block[3 + i]);
        }
        Gradient[] turned = rotate(block, centered);
        Gradient px = turned[0].divide(turned[2]);
        Gradient py = turned[1].divide(turned[2]);
        Gradient q = px.multiply(px).add(py.multiply(py));
        Gradient scale = q.multiply(block[10]).add(block[9]).multiply(q).add(1).multiply(block[6]);
        Gradient w = block[14];
        return new Gradient[] {
            px.multiply(scale).add(block[7]).subtract(u).multiply(w),
            py.multiply(scale).add(block[8]).subtract(v).multiply(w)
        };
    }

    private static Gradient[] rotate(Gradient[] r, Gradient[] x) {
        Gradient theta2 = dot(r, r);
        if (theta2.getValue() == 0) {
            return sum(x, cross(r, x));
        }
        Gradient theta = theta2.sqrt();
        Gradient cos = theta.cos();
        Gradient[] u = scaled(r, theta.reciprocal());
        Gradient along = dot(u, x).multiply(cos.negate().add(1));
        return sum(sum(scaled(x, cos), scaled(cross(u, x), theta.sin())), scaled(u, along));
    }

    private static Gradient dot(Gradient[] a, Gradient[] b) {
        Gradient sum = a[0].multiply(b[0]);
        for (int i = 1; i < 3; i++) {
            sum = sum.add(a[i].multiply(b[i]));
        }
        return sum;
    }

    private static Gradient[] scaled(Gradient[] a, Gradient s) {
        return new Gradient[] {a[0].multiply(s), a[1].multiply(s), a[2].multiply(s)};
    }

    private static Gradient[] sum(Gradient[] a, Gradient[] b) {
        return new Gradient[] {a[0].add(b[0]), a[1].add(b[1]), a[2].add(b[2])};
    }

    private static Gradient[] cross(Gradient[] a, Gradient[] b) {
        return new Gradient[] {
            a[1].multiply(b[2]).subtract(a[2].multiply(b[1])),
            a[2].multiply(b[0]).subtract(a[0].multiply(b[2])),
            a[0].multiply(b[1]).subtract(a[1].multiply(b[0]))
        };
    }
}
