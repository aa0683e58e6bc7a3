package corpus;

import dev.adjoint.Differentiable;

/** The conventions at points without a derivative, and numbers at the edge of what a double holds. */
public final class Kinks {
    private Kinks() {}

    private static final double INF = Double.POSITIVE_INFINITY;
    private static final double NAN = Double.NaN;

    @Differentiable
    public static double abs(double x) {
        return Math.abs(x);
    }

    static Object[][] absAt() {
        return new Object[][] {{0.0, 0.0}, {-0.0, 0.0}, {3, 1.0}, {-3, -1.0}};
    }

    @Differentiable
    public static double sqrt(double x) {
        return Math.sqrt(x);
    }

    static Object[][] sqrtAt() {
        return new Object[][] {{0.0, INF}, {4, 0.25}};
    }

    @Differentiable
    public static double hypot(double x, double y) {
        return Math.hypot(x, y);
    }

    static Object[][] hypotAt() {
        return new Object[][] {{0, 0, new double[] {0, 0}}, {3, 0, new double[] {1, 0}}, {0, -2, new double[] {0, -1}}};
    }

    @Differentiable
    public static double max(double x, double y) {
        return Math.max(x, y);
    }

    static Object[][] maxAt() {
        return new Object[][] {{1, 1, new double[] {0.5, 0.5}}, {2, 1, new double[] {1, 0}}, {1, 2, new double[] {0, 1}}
        };
    }

    @Differentiable
    public static double min(double x, double y) {
        return Math.min(x, y);
    }

    static Object[][] minAt() {
        return new Object[][] {{1, 1, new double[] {0.5, 0.5}}, {2, 1, new double[] {0, 1}}, {1, 2, new double[] {1, 0}}
        };
    }

    @Differentiable
    public static double relu(double x) {
        return Math.max(0, x);
    }

    static Object[][] reluAt() {
        return new Object[][] {{0.0, 0.0}, {-1, 0.0}, {1, 1.0}};
    }

    @Differentiable
    public static double reluTheOtherWay(double x) {
        return Math.max(x, 0);
    }

    static Object[][] reluTheOtherWayAt() {
        return new Object[][] {{0.0, 0.0}, {-1, 0.0}, {1, 1.0}};
    }

    @Differentiable(wrt = "x")
    public static double maxWithInactive(double x, double y) {
        return Math.max(x, y) + Math.min(x * x, y);
    }

    static Object[][] maxWithInactiveAt() {
        return new Object[][] {{1, 1, 0.0}, {2, 1, 1.0}};
    }

    @Differentiable
    public static double clamp(double x) {
        return Math.max(-1, Math.min(1, x));
    }

    static Object[][] clampAt() {
        return new Object[][] {{1, 0.0}, {-1, 0.0}, {0.5, 1.0}, {2, 0.0}};
    }

    @Differentiable
    public static double maxOfItself(double x) {
        return Math.max(x, x) * 3;
    }

    static Object[][] maxOfItselfAt() {
        return new Object[][] {{2, 3.0}};
    }

    @Differentiable
    public static double power(double x, double p) {
        return Math.pow(x, p);
    }

    static Object[][] powerAt() {
        return new Object[][] {
            {0, 2, new double[] {0, 0}}, {0, 1, new double[] {1, 0}}, {0, 1.5, new double[] {0, 0}},
            {0, 0.5, new double[] {INF, 0}}, {3, 0, new double[] {0, Math.log(3)}}, {-2, 3, new double[] {12, NAN}}
        };
    }

    @Differentiable
    public static double powerOfBase(double x) {
        return Math.pow(x, 0) + Math.pow(x, 1) + Math.pow(x, 2) + Math.pow(x, 3);
    }

    static Object[][] powerOfBaseAt() {
        return new Object[][] {{0, 1.0}, {-1, 2.0}, {2, 17.0}};
    }

    @Differentiable(wrt = "x")
    public static double powerWithInactiveExponent(double x, double p) {
        return Math.pow(x, p);
    }

    static Object[][] powerWithInactiveExponentAt() {
        return new Object[][] {
            {0, 2, 0.0}, {0, 1, 1.0}, {0, 0, 0.0}, {-2, 0, 0.0}, {-2, 3, 12.0}, {-2, 2, -4.0}, {0, 0.5, INF}
        };
    }

    @Differentiable
    public static double powerOfZeroInLoop(double x, int n) {
        double s = 0;
        for (int i = 0; i <= n; i++) {
            s += Math.pow(x, i);
        }
        return s;
    }

    static Object[][] powerOfZeroInLoopAt() {
        return new Object[][] {{0, 3, 1.0}, {0, 0, 0.0}, {2, 2, 5.0}};
    }

    @Differentiable
    public static double pieces(double x) {
        return Math.floor(x) + Math.ceil(x) + Math.rint(x) + Math.round(x) + Math.signum(x) + (int) x + (long) x;
    }

    static Object[][] piecesAt() {
        return new Object[][] {{0.0, 0.0}, {1, 0.0}, {0.5, 0.0}, {-2, 0.0}, {1e30, 0.0}};
    }

    @Differentiable
    public static double branchTaken(double x) {
        return x > 0 ? x * 2 : x * 5;
    }

    static Object[][] branchTakenAt() {
        return new Object[][] {{0.0, 5.0}, {1, 2.0}};
    }

    @Differentiable
    public static double safeNorm(double[] a) {
        double s = 0;
        for (double e : a) {
            s += e * e;
        }
        return s == 0 ? 0 : Math.sqrt(s);
    }

    static Object[][] safeNormAt() {
        return new Object[][] {
            {new double[] {0, 0}, new double[] {0, 0}}, {new double[] {3, 4}, new double[] {0.6, 0.8}}
        };
    }

    @Differentiable
    public static double rootNotTaken(double x, double y) {
        double root = Math.sqrt(x);
        return y > 0 ? y * y : root;
    }

    static Object[][] rootNotTakenAt() {
        return new Object[][] {{0, 2, new double[] {0, 4}}};
    }

    @Differentiable
    public static double rootOfElements(double[] a, int n) {
        double[] root = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            root[i] = Math.sqrt(a[i]) + Math.log(a[i]) + Math.cbrt(a[i]) + Math.pow(a[i], 0.3);
        }
        return root[n];
    }

    static Object[][] rootOfElementsInputs() {
        return new Object[][] {{new double[] {1, 2}, 1}, {new double[] {1}, 1}};
    }

    static Object[][] rootOfElementsAt() {
        double d = 0.5 + 1 + 1.0 / 3 + 0.3;
        return new Object[][] {{new double[] {0, 1, 0}, 1, new double[] {0, d, 0}}};
    }

    @Differentiable
    public static double rootTimesZero(double x, double y) {
        return Math.sqrt(x) * 0 + y;
    }

    static Object[][] rootTimesZeroAt() {
        return new Object[][] {{0, 2, new double[] {0, 1}}, {4, 2, new double[] {0, 1}}};
    }

    // Forward mode multiplies an infinite tangent by the zero; in reverse the zero comes first and stops it.
    @Differentiable(modes = Differentiable.Mode.REVERSE)
    public static double rootTimesRunTimeZero(double x, double y, int n) {
        return Math.sqrt(x) * n + Math.log(x + 1) * n + Math.asin(x + 1) * n + y;
    }

    static Object[][] rootTimesRunTimeZeroInputs() {
        return new Object[0][];
    }

    static Object[][] rootTimesRunTimeZeroAt() {
        return new Object[][] {{0, 2, 0, new double[] {0, 1}}};
    }

    @Differentiable
    public static double overflowNotUsed(double[] a) {
        double s = 0;
        for (double e : a) {
            double big = Math.exp(e);
            s += e > 100 ? 1 : big;
        }
        return s;
    }

    static Object[][] overflowNotUsedAt() {
        return new Object[][] {{new double[] {1000, 0, 800}, new double[] {0, 1, 0}}};
    }

    @Differentiable(modes = Differentiable.Mode.REVERSE)
    public static double masked(double[] a, int[] keep) {
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s += keep[i] * Math.sqrt(a[i]);
        }
        return s;
    }

    static Object[][] maskedAt() {
        return new Object[][] {{new double[] {0, 4, 0}, new int[] {0, 1, 0}, new double[] {0, 0.25, 0}}};
    }

    @Differentiable
    public static double distance(double[] a, double[] b) {
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s += Math.hypot(a[i] - b[i], 0);
        }
        return s;
    }

    static Object[][] distanceAt() {
        return new Object[][] {{new double[] {1, 3}, new double[] {1, 2}, new double[] {0, 1, 0, -1}}};
    }

    @Differentiable
    public static double inverses(double x) {
        return Math.asin(x) - Math.acos(x);
    }

    static Object[][] inversesAt() {
        return new Object[][] {{1, INF}, {-1, INF}, {0, 2.0}};
    }

    @Differentiable
    public static double logAtZero(double x) {
        return Math.log(x);
    }

    static Object[][] logAtZeroAt() {
        return new Object[][] {{0, INF}, {2, 0.5}};
    }

    @Differentiable
    public static double cubeRootAtZero(double x) {
        return Math.cbrt(x);
    }

    static Object[][] cubeRootAtZeroAt() {
        return new Object[][] {{0, INF}, {8, 1.0 / 12}};
    }

    @Differentiable
    public static double hugeArguments(double x, double y) {
        return Math.hypot(x, y) + Math.atan2(y, x) + Math.atan(x) + Math.tanh(x);
    }

    static Object[][] hugeArgumentsAt() {
        double r = Math.sqrt(0.5);
        return new Object[][] {{1e200, 1e200, new double[] {r, r}}, {3e-200, 4e200, new double[] {2, 1}}};
    }

    @Differentiable
    public static double tanhFar(double x) {
        return Math.tanh(x) + Math.atan(x) * 0 + 1 / Math.cosh(x);
    }

    static Object[][] tanhFarAt() {
        return new Object[][] {{40, -Math.sinh(40) / Math.pow(Math.cosh(40), 2)}, {0, 1.0}};
    }

    @Differentiable
    public static double softplusFar(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    static Object[][] softplusFarAt() {
        return new Object[][] {{800, 1.0}, {-800, 0.0}};
    }

    @Differentiable
    public static double logSumExpFar(double[] a) {
        double m = Double.NEGATIVE_INFINITY;
        for (double e : a) {
            m = Math.max(m, e);
        }
        double s = 0;
        for (double e : a) {
            s += Math.exp(e - m);
        }
        return m + Math.log(s);
    }

    static Object[][] logSumExpFarAt() {
        double e = Math.exp(-1);
        return new Object[][] {
            {new double[] {1000, 999, -1000}, new double[] {1 / (1 + e), e / (1 + e), 0}},
            {new double[] {5, 5}, new double[] {0.5, 0.5}}
        };
    }

    @Differentiable
    public static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(x) / x;
    }

    static Object[][] sincAt() {
        return new Object[][] {{0, 0.0}, {Math.PI, -1 / Math.PI}};
    }

    @Differentiable
    public static double maxOfArrayTie(double[] a) {
        double m = a[0];
        for (int i = 1; i < a.length; i++) {
            m = Math.max(m, a[i]);
        }
        return m;
    }

    static Object[][] maxOfArrayTieAt() {
        return new Object[][] {
            {new double[] {2, 2}, new double[] {0.5, 0.5}},
            {new double[] {1, 2, 2}, new double[] {0, 0.5, 0.5}},
            {new double[] {3, 2, 2}, new double[] {1, 0, 0}}
        };
    }

    @Differentiable
    public static double firstOfTies(double[] a) {
        double m = a[0];
        for (double e : a) {
            if (e > m) {
                m = e;
            }
        }
        return m;
    }

    static Object[][] firstOfTiesAt() {
        return new Object[][] {{new double[] {2, 2, 1}, new double[] {1, 0, 0}}};
    }

    @Differentiable
    public static double signTimes(double x) {
        return Math.signum(x) * x + Math.copySign(x * x, x);
    }

    static Object[][] signTimesAt() {
        return new Object[][] {{2, 5.0}, {-2, 3.0}};
    }

    @Differentiable
    public static double expm1Small(double x) {
        return Math.expm1(x) + Math.log1p(x);
    }

    static Object[][] expm1SmallAt() {
        return new Object[][] {{0, 2.0}, {1e-300, 2.0}};
    }

    @Differentiable
    public static double deadExponential(double x) {
        double dead = Math.exp(Math.exp(x));
        double zero = dead > 1e300 ? 0 : dead * 0;
        return x * x + zero;
    }

    static Object[][] deadExponentialAt() {
        return new Object[][] {{10, 20.0}, {1, 2.0}};
    }

    @Differentiable
    public static double quotientOverflow(double x) {
        double e = Math.exp(x);
        return e / (1 + e);
    }

    static Object[][] quotientOverflowAt() {
        return new Object[][] {{-800, 0.0}, {0, 0.25}, {5, Math.exp(5) / Math.pow(1 + Math.exp(5), 2)}};
    }

    /** The length of a vector is not used where it is zero, and its derivative there is infinite. */
    @Differentiable
    public static double directionOfAVector(double x, double y) {
        double length = Math.sqrt(x * x + y * y);
        return length < 1e-4 ? 3 * y : x / length;
    }

    static Object[][] directionOfAVectorAt() {
        return new Object[][] {{0, 0, new double[] {0, 3}}, {2, 0, new double[] {0, 0}}};
    }

    /** A square of something unknown may be zero. */
    @Differentiable
    public static double squareThatMayBeZero(double x) {
        double root = Math.sqrt(x * x);
        return root > 0 ? root : 1;
    }

    static Object[][] squareThatMayBeZeroAt() {
        return new Object[][] {{0, 0.0}, {2, 1.0}, {-2, -1.0}};
    }

    /** The quotient is infinite in the branch that does not use it. */
    @Differentiable
    public static double quotientTestedAfterwards(double x, double y) {
        double q = x / y;
        return Double.isFinite(q) ? q * 2 : x;
    }

    static Object[][] quotientTestedAfterwardsAt() {
        return new Object[][] {
            {2.0, 0.0, new double[] {1, 0}}, {0.0, 0.0, new double[] {1, 0}}, {2.0, 4.0, new double[] {0.5, -0.25}}
        };
    }

    /** Zero times a root is zero beside zero too. */
    @Differentiable
    public static double weightedRoots(double[] w, double[] x) {
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            s += w[i] * Math.sqrt(x[i]) + (x[i] > 0 ? 1 : 0) * Math.cbrt(x[i]);
        }
        return s;
    }

    static Object[][] weightedRootsAt() {
        return new Object[][] {
            {new double[] {0, 4}, new double[] {0, 1}, new double[] {0, 1, 0, 2 + 1.0 / 3}},
        };
    }

    /** The soft minimum of dynamic time warping, beside a border at infinity. */
    @Differentiable
    public static double softMinimumAtABorder(double x, double gamma) {
        double[] costs = {x, Double.POSITIVE_INFINITY, 2 * x};
        double least = Math.min(costs[0], Math.min(costs[1], costs[2]));
        double s = 0;
        for (double cost : costs) {
            s += Math.exp((least - cost) / gamma);
        }
        return least - gamma * Math.log(s);
    }

    static double[] softMinimumAtABorderExpected(double x, double gamma) {
        double e = Math.exp(-x / gamma);
        return new double[] {1 + e / (1 + e), -Math.log1p(e) - x / gamma * e / (1 + e)};
    }

    static Object[][] softMinimumAtABorderInputs() {
        return new Object[][] {{1.5, 0.7}, {0.3, 2.0}};
    }
}
