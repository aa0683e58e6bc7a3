package corpus;

import dev.adjoint.Differentiable;

/** Records as users write them: vectors, bodies, networks, states of a simulation. */
public final class RecordsOfAllKinds {
    private RecordsOfAllKinds() {}

    public record V3(double x, double y, double z) {
        static final V3 ZERO = new V3(0, 0, 0);

        V3 plus(V3 o) {
            return new V3(x + o.x, y + o.y, z + o.z);
        }

        V3 times(double s) {
            return new V3(s * x, s * y, s * z);
        }

        V3 cross(V3 o) {
            return new V3(y * o.z - z * o.y, z * o.x - x * o.z, x * o.y - y * o.x);
        }

        double dot(V3 o) {
            return x * o.x + y * o.y + z * o.z;
        }

        double norm() {
            return Math.sqrt(dot(this));
        }

        V3 unit() {
            return times(1 / norm());
        }

        static V3 of(double[] a, int i) {
            return new V3(a[i], a[i + 1], a[i + 2]);
        }
    }

    public record Body(V3 at, V3 v, double mass, String name) {}

    public record Body2(V3 at, V3 v, double mass) {
        double kinetic() {
            return 0.5 * mass * v.dot(v);
        }

        Body2 step(V3 force, double dt) {
            V3 w = v.plus(force.times(dt / mass));
            return new Body2(at.plus(w.times(dt)), w, mass);
        }

        @Differentiable
        public double energy(double g) {
            return kinetic() + mass * g * at.z();
        }

        @Differentiable
        public V3 momentum() {
            return v.times(mass);
        }
    }

    public record Rect(double w, double h) {
        public Rect {
            if (w < 0) throw new IllegalArgumentException("w");
        }

        double area() {
            return w * h;
        }
    }

    public record Layer(double[][] w, double[] b) {
        double[] apply(double[] x) {
            double[] y = b.clone();
            for (int i = 0; i < y.length; i++) {
                for (int j = 0; j < x.length; j++) y[i] += w[i][j] * x[j];
                y[i] = Math.tanh(y[i]);
            }
            return y;
        }
    }

    public record Net(Layer[] layers, double out) {}

    public record Tagged<T>(T tag, double value) {
        <U> Tagged<U> with(U u) {
            return new Tagged<>(u, value * 2);
        }
    }

    public record Mixed(int n, double a, float b, boolean on, long[] ids, double[] data) {}

    public record Node(double value, int left, int right) {}

    public record Range(double lo, double hi) {
        public Range {
            if (lo > hi) {
                double t = lo;
                lo = hi;
                hi = t;
            }
        }

        double mid() {
            return 0.5 * (lo + hi);
        }
    }

    @Differentiable(order = 2)
    public static double lorentz(V3 p, V3 b) {
        V3 f = p.cross(b).plus(p.unit());
        return f.dot(f) + f.norm();
    }

    static Object[][] lorentzInputs() {
        return new Object[][] {{new V3(1, 2, 3), new V3(0.3, -0.4, 0.2)}};
    }

    @Differentiable
    public static double nested(Body b, double g) {
        return b.mass() * (g * b.at().z() + 0.5 * b.v().dot(b.v())) * b.name().length();
    }

    static Object[][] nestedInputs() {
        return new Object[][] {{new Body(new V3(1, 2, 3), new V3(0.3, -0.4, 0.2), 2, "xy"), 9.8}};
    }

    @Differentiable
    public static double simulate(V3 at, V3 v, double m, int steps) {
        Body2 b = new Body2(at, v, m);
        for (int i = 0; i < steps; i++) {
            V3 r = b.at();
            double d = r.norm();
            b = b.step(r.times(-1 / (d * d * d)), 0.05);
        }
        return b.energy(0.3) + b.momentum().dot(at);
    }

    static Object[][] simulateInputs() {
        return new Object[][] {{new V3(1, 0.2, 0.1), new V3(0.1, 1, 0.2), 1.5, 10}};
    }

    @Differentiable
    public static Body2 stepped(Body2 b, V3 force) {
        return b.step(force, 0.1).step(force.cross(b.v()), 0.2);
    }

    static Object[][] steppedInputs() {
        return new Object[][] {{new Body2(new V3(1, 2, 3), new V3(0.3, -0.4, 0.2), 2), new V3(0.5, 0.6, -0.7)}};
    }

    @Differentiable
    public static double compactThrows(double w, double h) {
        return new Rect(w, h).area() * w;
    }

    static Object[][] compactThrowsInputs() {
        return new Object[][] {{1.5, 2.0}, {-1.0, 2.0}};
    }

    @Differentiable
    public static double compactSwaps(double a, double b) {
        Range r = new Range(a, b * b);
        return r.mid() * r.hi() - r.lo();
    }

    static Object[][] compactSwapsInputs() {
        return new Object[][] {{1.5, 2.0}, {5.0, 0.3}};
    }

    @Differentiable
    public static double network(Net net, double[] x) {
        double[] h = x;
        for (Layer l : net.layers()) h = l.apply(h);
        double s = 0;
        for (double v : h) s += v * v;
        return s * net.out();
    }

    static Object[][] networkInputs() {
        return new Object[][] {
            {
                new Net(
                        new Layer[] {
                            new Layer(
                                    new double[][] {{0.1, 0.2}, {0.3, -0.4}, {0.2, 0.1}}, new double[] {0.1, 0, -0.1}),
                            new Layer(new double[][] {{0.5, 0.2, 0.1}}, new double[] {0.3})
                        },
                        0.7),
                new double[] {0.4, 0.9}
            }
        };
    }

    @Differentiable
    public static double mixed(Mixed m) {
        double s = m.on() ? m.a() * m.b() : m.a();
        for (int i = 0; i < m.n(); i++) s += m.data()[i] * m.ids()[i];
        return s * s;
    }

    static Object[][] mixedInputs() {
        return new Object[][] {
            {new Mixed(2, 1.5, 0.5f, true, new long[] {3, 4}, new double[] {0.1, 0.7, 0.2})},
            {new Mixed(0, 1.5, 0.5f, false, new long[] {}, new double[] {})}
        };
    }

    @Differentiable
    public static double arrayOfRecords(V3[] ps) {
        V3 sum = V3.ZERO;
        for (V3 p : ps) sum = sum.plus(p.times(p.norm()));
        return sum.dot(ps[0]);
    }

    static Object[][] arrayOfRecordsInputs() {
        return new Object[][] {{new V3[] {new V3(1, 2, 3), new V3(0.3, -0.4, 0.2)}}};
    }

    @Differentiable
    public static double pairwise(V3[] ps) {
        double e = 0;
        for (int i = 0; i < ps.length; i++)
            for (int j = 0; j < i; j++) {
                V3 d = ps[i].plus(ps[j].times(-1));
                e += 1 / d.norm();
            }
        return e;
    }

    static Object[][] pairwiseInputs() {
        return new Object[][] {{new V3[] {new V3(1, 2, 3), new V3(0.3, -0.4, 0.2), new V3(-1, 0.5, 0)}}};
    }

    @Differentiable
    public static V3[] forces(V3[] ps, double k) {
        V3[] f = new V3[ps.length];
        for (int i = 0; i < ps.length; i++) {
            f[i] = V3.ZERO;
            for (V3 q : ps) f[i] = f[i].plus(q.plus(ps[i].times(-1)).times(k));
        }
        return f;
    }

    static Object[][] forcesInputs() {
        return new Object[][] {{new V3[] {new V3(1, 2, 3), new V3(0.3, -0.4, 0.2)}, 0.7}};
    }

    @Differentiable
    public static double overwritten(double x) {
        V3[] a = new V3[3];
        for (int i = 0; i < 3; i++) a[i] = new V3(x * i, x, i);
        a[1] = a[2].plus(a[1]);
        a[2] = a[1];
        a[0] = a[2].cross(new V3(x, 1, 2));
        return a[1].dot(a[2]) + a[0].norm() + a[0].x();
    }

    @Differentiable
    public static double tree(double[] leaf, int[] left, int[] right) {
        Node[] n = new Node[leaf.length];
        for (int i = 0; i < n.length; i++) n[i] = new Node(leaf[i], left[i], right[i]);
        return walk(n, 0);
    }

    static double walk(Node[] n, int at) {
        return at < 0 ? 1 : n[at].value() * walk(n, n[at].left()) + Math.sin(walk(n, n[at].right()));
    }

    static Object[][] treeInputs() {
        return new Object[][] {{new double[] {1.2, 0.7, 0.3, 0.9}, new int[] {1, -1, 3, -1}, new int[] {2, -1, -1, -1}}
        };
    }

    @Differentiable
    public static double ternaryRecords(V3 a, V3 b, boolean which) {
        V3 c = which ? a : b.unit();
        return (which ? b : a).dot(c);
    }

    static Object[][] ternaryRecordsInputs() {
        return new Object[][] {
            {new V3(1, 2, 3), new V3(0.3, -0.4, 0.2), true}, {new V3(0, 2, 3), new V3(0.3, -0.4, 0.2), false}
        };
    }

    public record State(double[] q, double[] p) {
        State copy() {
            return new State(q.clone(), p.clone());
        }
    }

    static void kick(State s, double dt) {
        for (int i = 0; i < s.q().length; i++) s.p()[i] -= dt * Math.sin(s.q()[i]);
    }

    static void drift(State s, double dt) {
        for (int i = 0; i < s.q().length; i++) s.q()[i] += dt * s.p()[i];
    }

    @Differentiable
    public static double leapfrog(State s0, int n) {
        State s = s0.copy();
        for (int i = 0; i < n; i++) {
            kick(s, 0.05);
            drift(s, 0.1);
            kick(s, 0.05);
        }
        return s.q()[0] * s.p()[1] + s0.q()[1];
    }

    static Object[][] leapfrogInputs() {
        return new Object[][] {{new State(new double[] {1, 0.5}, new double[] {0.2, -0.1}), 7}};
    }

    @Differentiable
    public static State leapfrogState(State s0, int n) {
        State s = s0.copy();
        for (int i = 0; i < n; i++) {
            kick(s, 0.05);
            drift(s, 0.1);
            kick(s, 0.05);
        }
        return s;
    }

    static Object[][] leapfrogStateInputs() {
        return leapfrogInputs();
    }

    @Differentiable
    public static V3 rotated(V3 v, double a) {
        return switch ((int) Math.signum(a)) {
            case 1 -> new V3(Math.cos(a) * v.x() - Math.sin(a) * v.y(), v.y(), v.z());
            case -1 -> v.times(a);
            default -> v;
        };
    }

    static Object[][] rotatedInputs() {
        return new Object[][] {{new V3(1, 2, 3), 0.4}, {new V3(1, 2, 3), -0.4}};
    }

    @Differentiable(order = 2)
    public static double several(V3 a, double s, double[] w) {
        double t = 0;
        for (int i = 0; i < w.length; i++) t += w[i] * w[i] * a.times(s).norm();
        return t * a.x();
    }

    static Object[][] severalInputs() {
        return new Object[][] {{new V3(1, 2, 3), 0.4, new double[] {0.3, 0.8}}};
    }
}
