package corpus;

import dev.adjoint.Adjoint;
import dev.adjoint.Checkpoint;
import dev.adjoint.DerivativeOf;
import dev.adjoint.Differentiable;
import java.util.function.DoubleUnaryOperator;

/** Derivatives within derivatives, of second and third order, through own rules and checkpointed loops. */
public final class NestedOfAllKinds {
    private NestedOfAllKinds() {}

    public record V(double x, double y) {
        V plus(V o) {
            return new V(x + o.x, y + o.y);
        }

        V times(double s) {
            return new V(s * x, s * y);
        }

        double dot(V o) {
            return x * o.x + y * o.y;
        }
    }

    @Differentiable(order = 2)
    public static double f(double x, double y) {
        return Math.sin(x * y) + x * x * x * y + Math.exp(y * 0.3);
    }

    @Differentiable(order = 2)
    public static double g(double[] a) {
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            double t = a[i] - (i > 0 ? a[i - 1] * a[i - 1] : 0.5);
            s += t * t * t * 0.2 + Math.cos(t);
        }
        return s;
    }

    @Differentiable(order = 2)
    public static double m(double[][] a, double s) {
        double t = s;
        for (double[] r : a) for (double v : r) t = t * Math.sin(v) + v * v * s;
        return t;
    }

    @Differentiable(order = 2)
    public static double rec(V v, double k) {
        return Math.sin(v.x() * k) * v.y() + v.dot(v) * v.x();
    }

    @Differentiable
    public static double[] vec(double[] a, double s) {
        double[] r = new double[a.length];
        for (int i = 0; i < a.length; i++) r[i] = Math.sin(a[i] * s) * a[(i + 1) % a.length];
        return r;
    }

    @Differentiable
    public static V field(V p, double t) {
        return new V(Math.sin(p.y() * t), p.x() * p.x() - t);
    }

    @Differentiable
    public static double jvpInGrad(double x, double y) {
        return NestedOfAllKindsGrad.fJvp(x, y, y, x * x)
                * NestedOfAllKindsGrad.fGrad(x, y).x();
    }

    @Differentiable
    public static double hessInside(double x, double y) {
        double[][] h = NestedOfAllKindsGrad.fHessian(x, y);
        return h[0][0] * h[1][1] - h[0][1] * h[1][0];
    }

    @Differentiable
    public static double hvpInside(double[] a) {
        double[] v = new double[a.length];
        for (int i = 0; i < a.length; i++) v[i] = a[i] * (i + 1);
        double[] h = NestedOfAllKindsGrad.gHvp(a, v);
        double s = 0;
        for (int i = 0; i < a.length; i++) s += h[i] * v[i] * a[0];
        return s;
    }

    @Differentiable
    public static double trace(double[] a) {
        double[][] h = NestedOfAllKindsGrad.gHessian(a);
        double s = 0;
        for (int i = 0; i < a.length; i++) s += h[i][i] * a[i];
        return s;
    }

    @Differentiable
    public static double jacobianInside(double[] a, double s) {
        NestedOfAllKindsGrad.VecJacobian j = NestedOfAllKindsGrad.vecJacobian(a, s);
        double t = 0;
        for (int i = 0; i < a.length; i++) for (int k = 0; k < a.length; k++) t += j.a()[i][k] * (i + 2 * k) * j.s()[i];
        return t;
    }

    @Differentiable
    public static double[] vjpInside(double[] a, double s) {
        NestedOfAllKindsGrad.VecVjp b = NestedOfAllKindsGrad.vecVjp(a, s, a);
        double[] r = b.a().clone();
        r[0] += b.s();
        return r;
    }

    @Differentiable
    public static double descent(double[] a0, double rate) {
        double[] a = a0.clone();
        for (int k = 0; k < 5; k++) {
            double[] d = NestedOfAllKindsGrad.gGrad(a);
            for (int i = 0; i < a.length; i++) a[i] -= rate * d[i];
        }
        return g(a);
    }

    static Object[][] descentInputs() {
        return new Object[][] {{new double[] {0.3, 0.8, -0.2}, 0.1}};
    }

    @Differentiable
    public static double newton(double x0, double y) {
        double x = x0;
        for (int k = 0; k < 4; k++) {
            double d = NestedOfAllKindsGrad.fGrad(x, y).x();
            double h = NestedOfAllKindsGrad.fHessian(x, y)[0][0];
            x -= 0.3 * d / (1 + h * h);
        }
        return f(x, y);
    }

    @Differentiable
    public static double recordGrad(V v, double k) {
        NestedOfAllKindsGrad.RecGradient q = NestedOfAllKindsGrad.recGrad(v, k);
        return q.v().dot(q.v()) * q.k()
                + NestedOfAllKindsGrad.recHvp(v, k, v, 1.0).k();
    }

    static Object[][] recordGradInputs() {
        return new Object[][] {{new V(0.4, 0.9), 0.7}};
    }

    @Differentiable
    public static double recordJvp(V p, double t) {
        V d = NestedOfAllKindsGrad.fieldJvp(p, t, p, 1.0);
        return d.dot(p) + NestedOfAllKindsGrad.fieldVjp(p, t, d).p().x();
    }

    static Object[][] recordJvpInputs() {
        return recordGradInputs();
    }

    @Differentiable
    public static double vagInside(double x, double y) {
        NestedOfAllKindsGrad.FValueAndGrad b = NestedOfAllKindsGrad.fValueAndGrad(x, y);
        return b.value() * b.gradient().y() + b.gradient().x();
    }

    @Differentiable
    public static double third(double x, double y) {
        return NestedOfAllKindsGrad.jvpInGradGrad(x, y).x() + NestedOfAllKindsGrad.hessInsideJvp(x, y, 1, x);
    }

    @Differentiable
    public static double fourth(double x) {
        return NestedOfAllKindsGrad.thirdGrad(x, 0.3 * x).y();
    }

    @Differentiable
    public static double matrix(double[][] a, double s) {
        NestedOfAllKindsGrad.MGradient q = NestedOfAllKindsGrad.mGrad(a, s);
        double t = q.s();
        for (double[] r : q.a()) for (double v : r) t += v * v;
        return t;
    }

    static Object[][] matrixInputs() {
        return new Object[][] {{new double[][] {{0.3, 0.8}, {-0.2}}, 0.7}};
    }

    @Differentiable
    public static double outs(double[] a) {
        double[] o = new double[a.length];
        double v = NestedOfAllKindsGrad.gValueAndGrad(a, o);
        double s = v;
        for (double d : o) s += d * d * v;
        return s;
    }

    @Differentiable
    public static double constantInside(double x, double y) {
        double d = Adjoint.constant(NestedOfAllKindsGrad.fGrad(x, y).x());
        return d * x + y;
    }

    static Object[] constantInsideDefined(double x, double y) {
        return new Object[] {NestedOfAllKindsGrad.fGrad(x, y).x(), 1.0};
    }

    static double newtonRoot(DoubleUnaryOperator h, double x) {
        for (int i = 0; i < 4; i++) x = x - h.applyAsDouble(x) * 0.1;
        return x;
    }

    @Differentiable
    public static double lambdaOverGrad(double x, double y) {
        return newtonRoot(t -> NestedOfAllKindsGrad.fGrad(t, y).x() + x, x);
    }

    @Differentiable(order = 2)
    public static double secondOfNested(double x, double y) {
        return NestedOfAllKindsGrad.fGrad(x, y).x()
                * NestedOfAllKindsGrad.fGrad(y, x).y();
    }

    static double solve(double a, double b) {
        double x = 1;
        for (int i = 0; i < 60; i++) x = x - (x * x * x + a * x - b) / (3 * x * x + a);
        return x;
    }

    @DerivativeOf(type = NestedOfAllKinds.class, method = "solve")
    static double[] solvePartial(double a, double b, double x) {
        double d = 3 * x * x + a;
        return new double[] {-x / d, 1 / d};
    }

    @Differentiable(order = 2)
    public static double implicit(double a, double b) {
        return solve(a * a + 1, b) * solve(1 + b * b, a + 2);
    }

    @Differentiable
    public static double implicitThird(double a, double b) {
        return NestedOfAllKindsGrad.implicitHessian(a, b)[0][1];
    }

    static double[] lin(double[][] a, double[] b) {
        int n = b.length;
        double[][] c = new double[n][];
        double[] x = b.clone();
        for (int i = 0; i < n; i++) c[i] = a[i].clone();
        for (int k = 0; k < n; k++)
            for (int i = k + 1; i < n; i++) {
                double q = c[i][k] / c[k][k];
                for (int j = k; j < n; j++) c[i][j] -= q * c[k][j];
                x[i] -= q * x[k];
            }
        for (int i = n - 1; i >= 0; i--) {
            for (int j = i + 1; j < n; j++) x[i] -= c[i][j] * x[j];
            x[i] /= c[i][i];
        }
        return x;
    }

    record Lin(double[][] a, double[] b) {}

    @DerivativeOf(type = NestedOfAllKinds.class, method = "lin")
    static Lin linVjp(double[][] a, double[] b, double[] x, double[] xBar) {
        int n = b.length;
        double[][] t = new double[n][n];
        for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) t[i][j] = a[j][i];
        double[] l = lin(t, xBar);
        double[][] d = new double[n][n];
        for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) d[i][j] = -l[i] * x[j];
        return new Lin(d, l);
    }

    @Differentiable(modes = Differentiable.Mode.REVERSE)
    public static double usesLin(double[][] a, double[] b) {
        double[] x = lin(a, b);
        double[] y = lin(a, x);
        double s = 0;
        for (int i = 0; i < x.length; i++) s += x[i] * y[i] * (i + 1);
        return s;
    }

    static Object[][] usesLinInputs() {
        return new Object[][] {{new double[][] {{3, 1}, {0.5, 2}}, new double[] {1, 2}}};
    }

    @Differentiable(modes = Differentiable.Mode.REVERSE)
    public static double[] linJacobian(double[][] a, double[] b) {
        return lin(a, b);
    }

    static Object[][] linJacobianInputs() {
        return usesLinInputs();
    }

    @Differentiable(modes = Differentiable.Mode.REVERSE)
    public static double[] linPerRow(double[] p, double[] xs) {
        double[] r = new double[2 * xs.length];
        for (int i = 0; i < xs.length; i++) {
            double[] s = lin(new double[][] {{3 + p[0], xs[i]}, {p[1], 2}}, new double[] {p[0] * xs[i], 1});
            r[2 * i] = s[0];
            r[2 * i + 1] = s[1] * xs[i];
        }
        return r;
    }

    static Object[][] linPerRowInputs() {
        return new Object[][] {{new double[] {0.3, 0.7}, new double[] {1, 2, -0.5}}};
    }

    @Checkpoint(slots = 3)
    static V step(V s, double dt, double[] k) {
        double a = 0;
        for (int i = 0; i < k.length; i++) a += k[i] * Math.sin(s.x() * (i + 1));
        return new V(s.x() + dt * s.y(), s.y() - dt * a);
    }

    @Differentiable
    public static double checkpointRecord(V s0, double[] k, int n) {
        V s = s0;
        double e = 0;
        for (int t = 0; t < n; t++) {
            s = step(s, 0.1, k);
            e += s.x() * s.x();
        }
        return e + s.dot(s0);
    }

    static Object[][] checkpointRecordInputs() {
        return new Object[][] {
            {new V(0.4, 0.9), new double[] {0.7, 0.2}, 11}, {new V(0.4, 0.9), new double[] {0.7, 0.2}, 0}
        };
    }

    @Checkpoint(slots = 2, loop = "time")
    @Differentiable(order = 2)
    public static double checkpointArrays(double[] u0, double nu) {
        double[] u = u0.clone();
        double[] w = new double[u.length];
        time:
        for (int t = 0; t < 7; t++) {
            for (int i = 0; i < u.length; i++) {
                double l = u[(i + u.length - 1) % u.length], r = u[(i + 1) % u.length];
                w[i] = u[i] + nu * (l - 2 * u[i] + r) - 0.1 * u[i] * r;
            }
            double[] s = u;
            for (int i = 0; i < u.length; i++) u[i] = w[i];
        }
        double e = 0;
        for (double v : u) e += v * v * v;
        return e;
    }

    static Object[][] checkpointArraysInputs() {
        return new Object[][] {{new double[] {0.4, 0.9, -0.3, 0.2}, 0.1}};
    }

    @Checkpoint(slots = 2, loop = "outer")
    @Differentiable
    public static double[] checkpointResult(double[] x, int n) {
        double[] y = x.clone();
        double s = 1;
        outer:
        for (int t = 0; t < n; t++) {
            for (int i = 0; i < y.length; i++) {
                if (y[i] > 0.5) y[i] = y[i] * s * 0.7;
                else y[i] += Math.sin(s);
            }
            s = s * 0.9 + y[0] * 0.1;
        }
        y[0] += s;
        return y;
    }

    static Object[][] checkpointResultInputs() {
        return new Object[][] {{new double[] {0.4, 0.9, -0.3}, 9}, {new double[] {0.4, 0.9, -0.3}, 1}};
    }

    @Differentiable
    public static double gradOfCheckpointed(double[] x) {
        double[] d = NestedOfAllKindsGrad.checkpointArraysGrad(x, 0.1).u0();
        double s = 0;
        for (double v : d) s += v * v;
        return s;
    }

    static Object[][] gradOfCheckpointedInputs() {
        return new Object[][] {{new double[] {0.4, 0.9, -0.3}}};
    }
}
