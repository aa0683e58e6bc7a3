package corpus;

import dev.adjoint.Differentiable;

/** Records as parameters, results, locals, nested and in arrays, and their instance methods. */
public final class Records {
    private Records() {}

    public record Point(double x, double y) {
        static final double UNIT = 1;

        Point plus(Point other) {
            return new Point(x + other.x, y + other.y());
        }

        double dot(Point other) {
            return x * other.x + y * other.y;
        }

        Point scaled(double s) {
            return new Point(s * this.x, s * this.y);
        }

        static Point polar(double r, double phi) {
            return new Point(r * Math.cos(phi), r * Math.sin(phi));
        }

        @Differentiable
        public double norm() {
            return Math.sqrt(x * x + y * y + 0.01);
        }

        @Differentiable
        public double along(double t, Point direction) {
            return x + t * direction.x + y * t * t;
        }
    }

    public record Segment(Point from, Point to, int tag) {}

    public record Model(double[] weights, double bias, String name, int size) {}

    public record Labelled(int id, double value, boolean on) {}

    public record Checked(double value) {
        public Checked {
            if (value < 0) {
                throw new IllegalArgumentException("negative");
            }
        }
    }

    @Differentiable
    public static double ofPoint(Point p) {
        return p.x() * p.x() * p.y();
    }

    @Differentiable
    public static double ofTwo(Point p, Point q, double s) {
        return p.x() * q.y() - p.y() * q.x() * s;
    }

    @Differentiable
    public static double length(Segment s) {
        double dx = s.to().x() - s.from().x();
        double dy = s.to().y() - s.from().y();
        return Math.sqrt(dx * dx + dy * dy + 0.1) * s.tag();
    }

    @Differentiable
    public static double predict(Model m, double[] input) {
        double s = m.bias();
        for (int i = 0; i < m.weights().length; i++) {
            s += m.weights()[i] * input[i];
        }
        return Math.tanh(s) * m.name().length();
    }

    static Object[][] predictInputs() {
        return new Object[][] {
            {new Model(new double[] {0.5, -1}, 0.3, "ab", 2), new double[] {1, 2}},
            {new Model(new double[0], 0.3, "abc", 0), new double[0]}
        };
    }

    @Differentiable
    public static double inactiveComponents(Labelled l, double x) {
        return l.on() ? l.value() * l.id() * x : l.value() * x * x;
    }

    @Differentiable
    public static double constructed(double x, double y) {
        Point p = new Point(x * y, x + y);
        Point q = new Point(p.y(), p.x() * 2);
        return p.x() * q.x() + q.y();
    }

    @Differentiable
    public static double nestedLocals(double x) {
        Segment s = new Segment(new Point(x, 1), new Point(2, x * x), 3);
        Segment t = new Segment(s.to(), s.from(), s.tag() + 1);
        return t.from().y() * s.from().x() + t.tag() * x;
    }

    @Differentiable
    public static double reassigned(double x, int n) {
        Point p = new Point(x, 1);
        for (int i = 0; i < n; i++) {
            p = new Point(p.y() * 0.9, p.x() + Math.sin(p.y()));
        }
        return p.x() * p.y();
    }

    @Differentiable
    public static double inBranches(double x) {
        Point p;
        if (x > 1) {
            p = new Point(x, x * x);
        } else {
            p = new Point(-x, 3);
        }
        Point q = x > 0 ? p : new Point(p.y(), p.x());
        return p.x() * q.y();
    }

    @Differentiable
    public static double methods(double x, double y) {
        Point p = new Point(x, y);
        Point q = p.plus(p.scaled(x)).plus(Point.polar(y, x));
        return q.dot(p) + q.norm() + Point.UNIT;
    }

    @Differentiable
    public static double arrays(double[] a) {
        Point[] points = new Point[a.length];
        for (int i = 0; i < a.length; i++) {
            points[i] = new Point(a[i], a[a.length - 1 - i]);
        }
        double s = 0;
        for (Point p : points) {
            s += p.dot(p) * p.x();
        }
        return s;
    }

    @Differentiable
    public static double arrayOverwritten(double x, int n) {
        Point[] state = {new Point(x, 0.1), new Point(1, x)};
        for (int i = 0; i < n; i++) {
            Point old = state[0];
            state[0] = state[1].scaled(0.5);
            state[1] = old.plus(state[0]);
        }
        return state[0].dot(state[1]);
    }

    @Differentiable
    public static Point result(double x, double y) {
        return new Point(x * y, Math.sin(x));
    }

    @Differentiable
    public static Point resultOfRecord(Point p, double t) {
        return p.plus(Point.polar(t, p.x()));
    }

    @Differentiable
    public static Segment nestedResult(double x) {
        return new Segment(new Point(x, x * x), new Point(1, 2 * x), 7);
    }

    @Differentiable(wrt = "s")
    public static double chosenParameter(Point p, double s) {
        return p.x() * s * s + p.y() * s;
    }

    @Differentiable
    public static double arrayComponentChanged(Model m) {
        double[] w = m.weights();
        for (int i = 1; i < w.length; i++) {
            w[i] *= w[i - 1];
        }
        double s = m.bias();
        for (double e : m.weights()) {
            s += e * e;
        }
        return s;
    }

    static Object[][] arrayComponentChangedInputs() {
        return new Object[][] {{new Model(new double[] {0.5, -1, 2}, 0.3, "ab", 3)}};
    }

    @Differentiable
    public static double checkedLocal(double x) {
        Checked c = new Checked(x * x);
        return c.value() * x;
    }

    static double helper(Point p, Segment s) {
        return p.x() * s.from().y() + s.to().x();
    }

    @Differentiable
    public static double passedOn(Segment s) {
        return helper(s.from(), s) + helper(s.to(), new Segment(s.to(), s.from(), 0));
    }

    @Differentiable
    public static double pendulum(double angle, double speed, int n) {
        Point state = new Point(angle, speed);
        for (int i = 0; i < n; i++) {
            Point k1 = slope(state);
            Point k2 = slope(state.plus(k1.scaled(0.05)));
            state = state.plus(k2.scaled(0.1));
        }
        return state.x();
    }

    static Point slope(Point s) {
        return new Point(s.y(), -Math.sin(s.x()));
    }

    public record Complex(double re, double im) {
        Complex times(Complex o) {
            return new Complex(re * o.re - im * o.im, re * o.im + im * o.re);
        }

        Complex plus(Complex o) {
            return new Complex(re + o.re, im + o.im);
        }

        double abs2() {
            return re * re + im * im;
        }
    }

    @Differentiable
    public static double complexPolynomial(Complex z, Complex c, int n) {
        Complex w = z;
        for (int i = 0; i < n % 4; i++) {
            w = w.times(w).plus(c);
        }
        return w.abs2();
    }

    public record Compact(double lo, double hi) {
        public Compact {
            if (lo > hi) {
                double t = lo;
                lo = hi;
                hi = t;
            }
        }
    }

    @Differentiable
    public static double compactConstructor(double x, double y) {
        Compact c = new Compact(x * x, y);
        return c.lo() * 2 + c.hi() * c.hi() * 3;
    }

    public record Second(double a, double b) {
        Second(double a) {
            this(a, a * a);
        }
    }

    @Differentiable
    public static double secondConstructor(double x) {
        Second s = new Second(x);
        return s.a() * s.b();
    }

    private record Hidden(double x, double y) {
        Hidden turned(double t) {
            return new Hidden(x * Math.cos(t) - y * Math.sin(t), x * Math.sin(t) + y * Math.cos(t));
        }
    }

    private static Hidden moved(Hidden h, double s) {
        return new Hidden(h.x + s * h.y, h.y * s);
    }

    /** The generated class could not name the record, and does not have to. */
    @Differentiable
    public static double privateRecord(double x, double y, int n) {
        Hidden[] path = new Hidden[Math.floorMod(n, 3) + 1];
        Hidden here = new Hidden(x, y);
        for (int i = 0; i < path.length; i++) {
            here = moved(here.turned(y), x);
            path[i] = here;
        }
        double sum = 0;
        for (Hidden h : path) {
            sum += h.x * h.y();
        }
        return sum;
    }
}
