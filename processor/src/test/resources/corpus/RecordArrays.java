package corpus;

import dev.adjoint.Differentiable;
import java.util.Arrays;
import java.util.List;

/** Arrays of records, records that hold such arrays, and records that are handed to code that takes objects. */
public final class RecordArrays {
    private RecordArrays() {}

    public record P(double x, double y) {
        static final P ORIGIN = new P(0, 0);

        P plus(P o) {
            return new P(x + o.x, y + o.y);
        }

        P scaled(double s) {
            return new P(s * x, s * y);
        }

        double r2() {
            return x * x + y * y;
        }
    }

    public record Cloud(P[] ps, int n) {
        P centre() {
            P c = P.ORIGIN;
            for (P p : ps) {
                c = c.plus(p);
            }
            return c.scaled(1.0 / ps.length);
        }
    }

    interface Shape {
        double area();

        default double twice() {
            return 2 * area();
        }
    }

    public record Circle(double r) implements Shape {
        @Override
        public double area() {
            return Math.PI * r * r;
        }
    }

    public record Square(double s) implements Shape {
        @Override
        public double area() {
            return s * s;
        }
    }

    @Differentiable
    public static double cloud(Cloud c) {
        double s = 0;
        for (int i = 0; i < c.ps().length; i++) {
            P d = c.ps()[i].plus(c.centre().scaled(-1));
            s += d.r2() * (i + 1);
        }
        return s / c.n();
    }

    static Object[][] cloudInputs() {
        return new Object[][] {{new Cloud(new P[] {new P(1, 2), new P(0.3, -0.4), new P(2, 1)}, 3)}};
    }

    @Differentiable
    public static Cloud moved(Cloud c, P d) {
        P[] q = new P[c.ps().length];
        for (int i = 0; i < q.length; i++) q[i] = c.ps()[i].plus(d.scaled(i));
        return new Cloud(q, c.n());
    }

    static Object[][] movedInputs() {
        return new Object[][] {{new Cloud(new P[] {new P(1, 2), new P(0.3, -0.4)}, 2), new P(0.1, 0.7)}};
    }

    @Differentiable
    public static Cloud accumulated(Cloud c, double k) {
        P[] f = new P[c.ps().length];
        for (int i = 0; i < f.length; i++) {
            f[i] = P.ORIGIN;
            for (P q : c.ps()) f[i] = f[i].plus(q.plus(c.ps()[i].scaled(-1)).scaled(k));
        }
        return new Cloud(f, 0);
    }

    static Object[][] accumulatedInputs() {
        return new Object[][] {{new Cloud(new P[] {new P(1, 2), new P(0.3, -0.4)}, 2), 0.7}};
    }

    @Differentiable
    public static double grid(double x, int n) {
        P[][] g = new P[n][n];
        for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) g[i][j] = new P(x * i, j + x);
        P[] row = g[1];
        g[1] = g[0];
        g[0] = row;
        row[0] = row[1].plus(g[1][1]);
        return g[0][0].r2() + g[1][1].x();
    }

    static Object[][] gridInputs() {
        return new Object[][] {{1.5, 2}};
    }

    @Differentiable
    public static double aliasing(double x) {
        P[] a = {new P(x, 1), new P(2, x)};
        P[] b = a;
        b[0] = a[1].scaled(x);
        P[] c = a.clone();
        c[1] = a[0];
        return a[0].r2() * a[1].y() + c[1].x();
    }

    @Differentiable
    public static P[] arrayResult(double a, double b) {
        return new P[] {new P(a * b, a), P.ORIGIN, new P(b, b).scaled(a)};
    }

    @Differentiable
    public static double loopMin(Cloud c) {
        int best = 0;
        for (int i = 1; i < c.ps().length; i++) if (c.ps()[i].r2() < c.ps()[best].r2()) best = i;
        P p = c.ps()[best];
        return p.x() * p.y();
    }

    static Object[][] loopMinInputs() {
        return cloudInputs();
    }

    @Differentiable
    public static double filled(double x) {
        P[] a = new P[3];
        fill(a, x);
        Arrays.fill(a, 0, 2, new P(x, x * x));
        P[] b = Arrays.copyOf(a, 2);
        System.arraycopy(a, 1, a, 0, 2);
        return a[1].x() * b[1].y() + a[0].y();
    }

    static void fill(P[] out, double x) {
        for (int i = 0; i < out.length; i++) {
            out[i] = new P(x * i, i);
        }
    }

    static double areaOf(Shape s, double k) {
        return s.area() * k;
    }

    static double textOf(Object o, double k) {
        return o.toString().length() * k;
    }

    static <T> double hashOf(T o, double k) {
        return o.hashCode() == 0 ? k : k * 2;
    }

    @SafeVarargs
    static <T> double countOf(double k, T... os) {
        return k * os.length;
    }

    /** Records without derivatives are objects where objects are wanted. */
    @Differentiable(wrt = "x")
    public static double asObjects(double x, Circle c, Square s) {
        Object o = c;
        return areaOf(s, x * x) + textOf(c, x) + hashOf(s, x) + countOf(x, c, s) + c.twice() * x + o.hashCode() * x;
    }

    static Object[][] asObjectsInputs() {
        return new Object[][] {{1.5, new Circle(2), new Square(3)}};
    }

    @Differentiable(wrt = "x")
    public static double ofAnInterface(double x, Shape s, Shape[] all) {
        Shape first = all[0];
        return areaOf(s, x * x) * areaOf(first, x);
    }

    static Object[][] ofAnInterfaceInputs() {
        return new Object[][] {{1.5, new Circle(2), new Shape[] {new Square(3)}}};
    }

    @Differentiable(wrt = "x")
    public static double fromAList(double x, List<P> ps) {
        P[] all = ps.toArray(new P[0]);
        return all[0].scaled(x).r2() + all[1].x() * x;
    }

    static Object[][] fromAListInputs() {
        return new Object[][] {{1.5, List.of(new P(1, 2), new P(3, 4))}};
    }
}
