package corpus;

import dev.adjoint.Differentiable;

/** if, else and conditional expressions. */
public final class Branches {
    private Branches() {}

    @Differentiable
    public static double ifElse(double x) {
        double y;
        if (x > 0.8) {
            y = x * x;
        } else {
            y = Math.sin(x);
        }
        return y;
    }

    @Differentiable
    public static double ifOnly(double x) {
        double y = x;
        if (x > 0.8) {
            y = y * x;
        }
        return y * 3;
    }

    @Differentiable
    public static double withoutBraces(double x) {
        double y = 1;
        if (x > 0.8) y = x * x;
        else if (x > 0) y = 3 * x;
        else y = -x;
        return y;
    }

    @Differentiable
    public static double ladder(double x) {
        if (x < -1) {
            return -x;
        } else if (x < 0) {
            return x * x;
        } else if (x < 1) {
            return x * x * x;
        } else {
            return Math.exp(x);
        }
    }

    @Differentiable
    public static double nested(double x, double y) {
        double r = 0;
        if (x > 0) {
            if (y > 0) {
                r = x * y;
            } else {
                r = x - y;
            }
            r *= x;
        } else if (y > 0) {
            r = y / (1 + x * x);
        }
        return r + x;
    }

    @Differentiable
    public static double conditionOnLocal(double x) {
        double y = Math.sin(3 * x);
        double z = y > 0 ? y * x : y - x;
        return z * z;
    }

    @Differentiable
    public static double conditional(double x, double y) {
        return x > y ? x * x : y * y * x;
    }

    @Differentiable
    public static double nestedConditional(double x) {
        return x > 1 ? x : x > 0 ? x * x : x > -1 ? -x : Math.exp(x);
    }

    @Differentiable
    public static double conditionalOfMixedTypes(double x, int n) {
        return (n > 2 ? 1 : x) * (n > 3 ? x : 2f);
    }

    @Differentiable
    public static double conditionalInArgument(double x) {
        return Math.sin(x > 1 ? x * 2 : x / 2) + Math.exp(x < 0 ? x : -x);
    }

    @Differentiable
    public static double branchOnInactive(double x, int n) {
        double y = x;
        if (n % 2 == 0) {
            y *= x;
        } else {
            y += x;
        }
        if (n > 3) {
            y = Math.sin(y);
        }
        return y;
    }

    @Differentiable
    public static double branchOnBoolean(double x, boolean flag) {
        boolean other = !flag || x > 1;
        return other ? x * x : flag ? Math.cos(x) : x;
    }

    @Differentiable
    public static double shortCircuit(double x, double y) {
        if (x > 0 && y / x > 0.5 || y > 2) {
            return x * y;
        }
        if (x <= 0 | y <= 0 ^ x > 5) {
            return x - y;
        }
        return x + y * y;
    }

    @Differentiable
    public static double shortCircuitProtects(double[] a, int n) {
        if (n < a.length && a[n] > 0) {
            return a[n] * 2;
        }
        return a.length == 0 ? 0 : a[0] * a[0];
    }

    @Differentiable
    public static double comparisonKinds(double x) {
        double y = 0;
        if (x >= 1) {
            y += x;
        }
        if (x <= 1) {
            y += x * x;
        }
        if (x == 0.75) {
            y += 100 * x;
        }
        if (x != 0.75) {
            y += 3 * x;
        }
        if (!(x < 0)) {
            y += Math.sin(x);
        }
        return y;
    }

    @Differentiable
    public static double conditionVariableOverwritten(double x) {
        double c = x;
        double y;
        if (c > 0.9) {
            c = x * x;
            y = c * c;
        } else {
            c = -x;
            y = c * 5;
        }
        c = 0;
        return y + c;
    }

    @Differentiable
    public static double assignedInOneArm(double x) {
        double a = x;
        double b = 2 * x;
        if (x > 1) {
            a = b * b;
        } else {
            b = a * a * a;
        }
        return a * b;
    }

    @Differentiable
    public static double swappedInOneArm(double x, double y) {
        double lo = x;
        double hi = y;
        if (lo > hi) {
            double t = lo;
            lo = hi;
            hi = t;
        }
        return lo * 2 + hi * hi * 3;
    }

    @Differentiable
    public static double clampedByHand(double x) {
        double y = 4 * x;
        if (y < 1) {
            y = 1;
        }
        if (y > 5) {
            y = 5;
        }
        return y * x;
    }

    @Differentiable
    public static double emptyArms(double x) {
        if (x > 1) {
        } else {
        }
        if (x > 0) ;
        return x * x;
    }

    @Differentiable
    public static double constantCondition(double x) {
        if (true) {
            x = x * x;
        }
        if (false) {
            x = 0;
        }
        return x;
    }

    @Differentiable
    public static double declaredInArms(double x) {
        double r;
        if (x > 1) {
            double t = x * x;
            r = t * t;
        } else {
            double t = Math.sin(x);
            double u = t * x;
            r = u + t;
        }
        return r;
    }

    @Differentiable
    public static double assignmentInCondition(double x) {
        double y;
        if ((y = x * x) > 1) {
            return y * x;
        }
        return y + x;
    }

    @Differentiable
    public static double booleanFromActive(double x, double y) {
        boolean bigger = x > y;
        boolean positive = x * y > 0;
        x = x * 2;
        double r = bigger ? x : y;
        return positive ? r * y : r * x;
    }

    @Differentiable
    public static double smoothstep(double x) {
        if (x <= -1) {
            return 0;
        }
        if (x >= 1) {
            return 1;
        }
        double t = (x + 1) / 2;
        return t * t * (3 - 2 * t);
    }

    @Differentiable
    public static double huber(double r, double delta) {
        double a = Math.abs(r);
        return a <= delta ? 0.5 * r * r : delta * (a - 0.5 * delta);
    }

    static Object[][] huberInputs() {
        return new Object[][] {{0.3, 1}, {2, 1}, {-2, 0.5}, {-0.1, 0.5}};
    }

    @Differentiable
    public static double allSixOrders(double a, double b, double c) {
        if (a < b) {
            if (b < c) {
                return a + 2 * b + 3 * c;
            } else if (a < c) {
                return a + 2 * c + 3 * b;
            }
            return c + 2 * a + 3 * b;
        } else if (a < c) {
            return b + 2 * a + 3 * c;
        } else if (b < c) {
            return b + 2 * c + 3 * a;
        }
        return c + 2 * b + 3 * a;
    }

    static Object[][] allSixOrdersInputs() {
        return new Object[][] {{1, 2, 3}, {1, 3, 2}, {2, 1, 3}, {2, 3, 1}, {3, 1, 2}, {3, 2, 1}};
    }

    @Differentiable
    public static double incrementInCondition(double x, int n) {
        int i = n;
        double y = x;
        if (i++ > 2) {
            y *= i;
        }
        if (--i > 3 || ++i > 4) {
            y *= x;
        }
        return y * i;
    }

    @Differentiable
    public static double characterAndString(double x, char c, String s) {
        double y = c == 'a' ? x * x : x;
        return s.equals("twice") ? 2 * y : s.isEmpty() ? y * s.length() : y + x;
    }

    static Object[][] characterAndStringInputs() {
        return new Object[][] {{1.5, 'a', "twice"}, {1.5, 'b', "twice"}, {1.5, 'a', ""}, {1.5, 'b', "other"}};
    }
}
