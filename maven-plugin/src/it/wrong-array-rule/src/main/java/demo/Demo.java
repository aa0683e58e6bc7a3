package demo;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Differentiable;

/** Two methods with rules for arrays, one of which forgets to transpose. */
public final class Demo {
    private Demo() {}

    static double[] times(double[][] a, double[] x) {
        double[] y = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < x.length; j++) {
                y[i] += a[i][j] * x[j];
            }
        }
        return y;
    }

    @DerivativeOf(type = Demo.class, method = "times", wrt = "x")
    static double[] timesVjp(double[][] a, double[] x, double[] yBar) {
        return times(a, yBar);
    }

    @DerivativeOf(type = Demo.class, method = "times", wrt = "x")
    static double[] timesJvp(double[][] a, double[] x, double[] xDot) {
        return times(a, xDot);
    }

    static double[] reversed(double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = x[x.length - 1 - i];
        }
        return y;
    }

    @DerivativeOf(type = Demo.class, method = "reversed")
    static double[] reversedVjp(double[] x, double[] yBar) {
        return reversed(yBar);
    }

    @DerivativeOf(type = Demo.class, method = "reversed")
    static double[] reversedJvp(double[] x, double[] xDot) {
        return reversed(xDot);
    }

    @Differentiable
    public static double turned(double u, double v) {
        double[] y = times(new double[][] {{1, 2}, {3, 4}}, new double[] {u, v});
        return y[0] + y[1] * y[1];
    }

    @Differentiable
    public static double folded(double u, double v) {
        double[] y = reversed(new double[] {u, v * v});
        return y[0] * y[1];
    }
}
