package corpus;

import dev.adjoint.Differentiable;

/** break, continue, labels and return at any depth. */
public final class EarlyExits {
    private EarlyExits() {}

    @Differentiable
    public static double breakOnValue(double x, int n) {
        double y = x;
        for (int i = 0; i < n; i++) {
            if (y > 2) {
                break;
            }
            y = y * 1.5 + 0.1;
        }
        return y * y;
    }

    @Differentiable
    public static double breakInMiddle(double[] a) {
        double y = 1;
        for (int i = 0; i < a.length; i++) {
            y = y * a[i] + 0.3;
            if (y > 1.5) {
                break;
            }
            y = Math.sin(y);
        }
        return y;
    }

    @Differentiable
    public static double continueOnValue(double[] a) {
        double y = 0;
        for (int i = 0; i < a.length; i++) {
            if (a[i] < 0.9) {
                continue;
            }
            y += a[i] * a[i];
        }
        return y;
    }

    @Differentiable
    public static double continueInWhile(double x, int n) {
        double y = x;
        int i = 0;
        while (i < n) {
            i++;
            if (i % 2 == 0) {
                y = y + x;
                continue;
            }
            y = Math.sin(y) * x;
        }
        return y;
    }

    @Differentiable
    public static double continueInDo(double x, int n) {
        double y = x;
        int i = 0;
        do {
            i++;
            if (i == 2) {
                continue;
            }
            y = y * x + i;
        } while (i < n);
        return y;
    }

    @Differentiable
    public static double continueInDoChecksCondition(double x) {
        double y = x;
        int guard = 0;
        do {
            guard++;
            y = y * 0.5 + 0.01 * x;
            if (y > 1) {
                continue;
            }
            y = y * y;
        } while (y > 0.1 && guard < 20);
        return y;
    }

    @Differentiable
    public static double breakAndContinue(double[] a) {
        double y = 1;
        for (double e : a) {
            if (e < -1) {
                break;
            }
            if (e < 0.7) {
                y += e;
                continue;
            }
            y *= e;
        }
        return y;
    }

    @Differentiable
    public static double labelledBreak(double[][] a) {
        double y = 0;
        outer:
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[i].length; j++) {
                y += a[i][j] * a[i][j];
                if (y > 3) {
                    break outer;
                }
            }
            y *= 1.1;
        }
        return y;
    }

    @Differentiable
    public static double labelledContinue(double[][] a) {
        double y = 1;
        rows:
        for (double[] row : a) {
            double s = 0;
            for (double e : row) {
                if (e > 1.2) {
                    y += e;
                    continue rows;
                }
                s += e;
            }
            y *= 1 + s * s;
        }
        return y;
    }

    @Differentiable
    public static double labelledInWhile(double x, int n) {
        double y = x;
        int i = 0;
        outer:
        while (i < n) {
            i++;
            int j = 0;
            do {
                j++;
                y = Math.sin(y + j);
                if (j > i) {
                    continue outer;
                }
                if (i + j == 6) {
                    break outer;
                }
            } while (true);
        }
        return y * x;
    }

    @Differentiable
    public static double breakOfBlock(double x) {
        double y = x;
        block:
        {
            y = y * y;
            if (y > 1) {
                break block;
            }
            y = y + 10 * x;
        }
        return y * 2;
    }

    @Differentiable
    public static double breakOfIf(double x) {
        double y = x;
        choice:
        if (x > 0) {
            y = x * 2;
            if (x > 1) {
                break choice;
            }
            y = y * y;
        }
        return y + x;
    }

    @Differentiable
    public static double returnInLoop(double[] a) {
        double y = 0;
        for (double e : a) {
            y += e * e;
            if (y > 2) {
                return y * 3;
            }
        }
        return y;
    }

    @Differentiable
    public static double returnInNestedLoops(double[][] a) {
        double y = 1;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[i].length; j++) {
                y += Math.sin(a[i][j]);
                if (y > 2.5) {
                    return y * a[i][j];
                }
            }
            if (y < 0) {
                return -y;
            }
        }
        return y * y;
    }

    @Differentiable
    public static double returnInWhileTrue(double x) {
        double y = 1 + x * x;
        while (true) {
            y = y * 1.3 + x * x;
            if (y > 30) {
                return y * x;
            }
        }
    }

    @Differentiable
    public static double returnInThreeLoops(double x, int n) {
        double y = x;
        for (int i = 0; i < n; i++) {
            while (y < 3) {
                y = y * y * 0.1 + y * 0.5 + 1.3;
                do {
                    y = y + 0.05 * (i + 1);
                    if (y > 2.7) {
                        return y * y;
                    }
                } while (y < 1);
            }
            y -= 1.5;
        }
        return y;
    }

    @Differentiable
    public static double guard(double x) {
        if (x < 0) {
            return 0;
        }
        return Math.sqrt(x) * x;
    }

    @Differentiable
    public static double guards(double x, double y) {
        if (x < 0) {
            return y;
        }
        double t = x * y;
        if (t < 0.5) {
            return t * t;
        }
        double u = Math.log(t + 1);
        if (u > 1) {
            return u * x;
        }
        return u / y;
    }

    @Differentiable
    public static double declaredAfterReturn(double x) {
        if (x > 1) {
            return x * x;
        }
        double a = x * 3;
        double b = a * a;
        if (b > 2) {
            return b;
        }
        double c = b * a;
        return c + b + a;
    }

    @Differentiable
    public static double returnInsideElse(double x) {
        double y = x;
        if (x > 1) {
            y *= 2;
        } else {
            if (x < 0) {
                return y * y;
            }
            y += 1;
        }
        return y * x;
    }

    @Differentiable
    public static double returnInBothArms(double x) {
        if (x > 1) {
            return Math.sin(x);
        } else {
            return Math.cos(x) * x;
        }
    }

    @Differentiable
    public static double returnConditional(double x, int n) {
        for (int i = 0; ; i++) {
            x = x * 0.9 + 0.2;
            if (i >= n) {
                return i % 2 == 0 ? x : x * x;
            }
        }
    }

    @Differentiable
    public static double breakInLastIteration(double[] a) {
        double y = 0;
        for (int i = 0; i < a.length; i++) {
            y += a[i] * (i + 1);
            if (i == a.length - 1) {
                break;
            }
            y *= a[i];
        }
        return y;
    }

    @Differentiable
    public static double breakFirstThing(double[] a) {
        double y = 2;
        for (double e : a) {
            if (true) {
                break;
            }
            y *= e;
        }
        return y;
    }

    @Differentiable
    public static double continueLastThing(double[] a) {
        double y = 2;
        for (double e : a) {
            y *= 1 + e * e;
            continue;
        }
        return y;
    }

    @Differentiable
    public static double foundIndex(double[] a, double key) {
        int found = -1;
        for (int i = 0; i < a.length; i++) {
            if (a[i] > key) {
                found = i;
                break;
            }
        }
        return found < 0 ? key : a[found] * key;
    }

    @Differentiable
    public static double interpolated(double[] a, double x) {
        int n = a.length;
        for (int i = 0; i + 1 < n; i++) {
            double left = i;
            if (x < left + 1) {
                double t = x - left;
                return (1 - t) * a[i] + t * a[i + 1];
            }
        }
        return n == 0 ? x : a[n - 1];
    }

    static Object[][] interpolatedInputs() {
        return new Object[][] {
            {new double[] {1, 3, 2, 5}, 0.4},
            {new double[] {1, 3, 2, 5}, 2.7},
            {new double[] {1, 3}, 9},
            {new double[] {4}, 0.2},
            {new double[0], 0.2}
        };
    }

    @Differentiable
    public static double nestedLabels(double x, int n) {
        double y = x;
        a:
        for (int i = 0; i < n; i++) {
            b:
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    y = Math.sin(y + i - j + k * x);
                    if (y < -0.6) {
                        continue a;
                    }
                    if (y < -0.2) {
                        continue b;
                    }
                    if (y > 0.95) {
                        break a;
                    }
                    if (k > j) {
                        break b;
                    }
                }
                y += 0.1 * x;
            }
            y *= 0.9;
        }
        return y;
    }

    @Differentiable
    public static double exitAfterOverwriting(double[] a) {
        double[] b = a.clone();
        double y = 0;
        for (int i = 0; i + 1 < b.length; i++) {
            b[i + 1] = b[i] * b[i + 1] + b[i];
            y += b[i];
            if (b[i + 1] > 2) {
                b[i] = 0;
                break;
            }
            b[i] = b[i] * b[i];
            y *= b[i];
        }
        for (double e : b) {
            y += e * e;
        }
        return y;
    }

    @Differentiable
    public static double newtonWithExits(double a) {
        double x = a > 1 ? a : 1;
        for (int i = 0; i < 100; i++) {
            double f = x * x * x - a;
            if (Math.abs(f) < 1e-14 * a) {
                return x;
            }
            double step = f / (3 * x * x);
            if (step == 0) {
                break;
            }
            x -= step;
        }
        return x;
    }

    static Object[][] newtonWithExitsInputs() {
        return new Object[][] {{2}, {10}, {0.5}};
    }

    /** What is left out in the last iteration is known without a record of it. */
    @Differentiable
    public static double leftBeforeTheUpdate(double a) {
        double x = a;
        while (true) {
            double next = 0.5 * (x + a / x);
            if (Math.abs(next - x) < 1e-12) {
                break;
            }
            x = next;
        }
        return x;
    }

    static Object[][] leftBeforeTheUpdateInputs() {
        return new Object[][] {{2}, {0.3}};
    }

    @Differentiable
    public static double leftInTheMiddle(double[] a, double limit) {
        double s = 1;
        for (int outer = 0; outer < 3; outer++) {
            int i = outer % a.length;
            while (true) {
                s *= 1 + a[i] * a[i];
                if (s > limit) {
                    break;
                }
                s += a[i];
                i = (i + 1) % a.length;
            }
            s = 1.5 + Math.sin(s);
        }
        return s;
    }

    static Object[][] leftInTheMiddleInputs() {
        return new Object[][] {{new double[] {0.5, 1.5, 0.2}, 4}, {new double[] {2}, 1.5}};
    }

    @Differentiable
    public static double doneInTheMiddle(double x, double limit) {
        boolean more;
        double s = x;
        do {
            s *= 1 + x;
            more = s < limit;
            if (more) {
                s += x * x;
            }
        } while (more);
        return s;
    }

    static Object[][] doneInTheMiddleInputs() {
        return new Object[][] {{0.5, 4}, {2, 1.5}};
    }
}
