package goldens;

import dev.adjoint.Differentiable;

/** Arrays written in place: an argument that is copied, and a void method. */
public final class ArraysInPlace {
    private ArraysInPlace() {}

    @Differentiable
    public static double runningProduct(double[] a) {
        for (int i = 1; i < a.length; i++) {
            a[i] *= a[i - 1];
        }
        return a[a.length - 1];
    }

    @Differentiable
    public static void smooth(double[] u, double k) {
        double left = u[0];
        for (int i = 1; i < u.length - 1; i++) {
            double here = u[i];
            u[i] = here + k * (left - 2 * here + u[i + 1]);
            left = here;
        }
    }
}
