package corpus;

import dev.adjoint.Differentiable;
import java.util.Objects;

/** throw, assert, try, and exceptions of the machine: the derivative throws what the method throws. */
public final class Exceptions {
    private Exceptions() {}

    @Differentiable
    public static double checked(double x) {
        if (x < 0) {
            throw new IllegalArgumentException("negative: " + x);
        }
        return Math.sqrt(x) * x;
    }

    static Object[][] checkedInputs() {
        return new Object[][] {{2}, {-1}, {0.5}};
    }

    @Differentiable
    public static double checkedLengths(double[] a, double[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException("lengths " + a.length + " and " + b.length);
        }
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s += a[i] * b[i];
        }
        return s;
    }

    static Object[][] checkedLengthsInputs() {
        return new Object[][] {
            {new double[] {1, 2}, new double[] {3, 4}},
            {new double[] {1}, new double[] {3, 4}},
            {new double[0], new double[0]}
        };
    }

    @Differentiable
    public static double thrownInLoop(double[] a) {
        double s = 1;
        for (int i = 0; i < a.length; i++) {
            if (a[i] < 0) {
                throw new IllegalStateException("element " + i);
            }
            s *= a[i] + 1;
            a[i] = 0;
        }
        return s;
    }

    static Object[][] thrownInLoopInputs() {
        return new Object[][] {{new double[] {1, 2}}, {new double[] {1, -2, 3}}, {new double[0]}};
    }

    @Differentiable
    public static double thrownInElse(double x, int n) {
        double y;
        if (n == 0) {
            y = x;
        } else if (n == 1) {
            y = x * x;
        } else {
            throw new UnsupportedOperationException();
        }
        return y * 2;
    }

    static Object[][] thrownInElseInputs() {
        return new Object[][] {{2, 0}, {2, 1}, {2, 2}};
    }

    @Differentiable
    public static double thrownInSwitch(double x, String name) {
        return switch (name) {
            case "square" -> x * x;
            case "cube" -> x * x * x;
            default -> throw new IllegalArgumentException(name);
        };
    }

    static Object[][] thrownInSwitchInputs() {
        return new Object[][] {{2, "square"}, {2, "cube"}, {2, "other"}};
    }

    @Differentiable
    public static double outOfBounds(double[] a, int n) {
        return a[n] * a[n];
    }

    static Object[][] outOfBoundsInputs() {
        return new Object[][] {{new double[] {1, 2}, 1}, {new double[] {1, 2}, 2}, {new double[] {1, 2}, -1}};
    }

    @Differentiable
    public static double outOfBoundsOnWrite(double[] a, int n) {
        a[n] = a[0] * a[0];
        return a[n] * 2;
    }

    static Object[][] outOfBoundsOnWriteInputs() {
        return new Object[][] {{new double[] {1, 2}, 1}, {new double[] {1, 2}, 2}, {new double[] {1, 2}, -1}};
    }

    @Differentiable
    public static double nullArray(double[] a, double x) {
        return x > 0 ? x * x : a[0];
    }

    static Object[][] nullArrayInputs() {
        return new Object[][] {{new double[] {1, 2}, 1}, {new double[] {1, 2}, -1}};
    }

    @Differentiable
    public static double integerDivisionByZero(double x, int n) {
        return x * (6 / n) + x * x;
    }

    static Object[][] integerDivisionByZeroInputs() {
        return new Object[][] {{2, 2}, {2, 0}};
    }

    @Differentiable
    public static double integerRemainderByZero(double x, int n) {
        int k = 7 % n;
        return x * x;
    }

    static Object[][] integerRemainderByZeroInputs() {
        return new Object[][] {{2, 2}, {2, 0}};
    }

    @Differentiable
    public static double asserted(double x) {
        assert x > -100 : "x is " + x;
        return x * x;
    }

    @Differentiable
    public static double required(double[] a, String s) {
        Objects.requireNonNull(s, "s");
        double[] b = Objects.requireNonNull(a);
        return b[0] * b[0];
    }

    static Object[][] requiredInputs() {
        return new Object[][] {{new double[] {1, 2}, "a"}, {new double[] {1, 2}, null}};
    }

    @Differentiable
    public static double tryCatchOfInactive(double x, String text) {
        int n;
        try {
            n = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            n = -1;
        }
        return x * x * n;
    }

    static Object[][] tryCatchOfInactiveInputs() {
        return new Object[][] {{2, "12"}, {2, "many"}};
    }

    @Differentiable
    public static double thrownByCallee(double x, double y) {
        return checkedQuotient(x, y) * x;
    }

    static double checkedQuotient(double x, double y) {
        if (y == 0) {
            throw new ArithmeticException("division by zero");
        }
        return x / y;
    }

    static Object[][] thrownByCalleeInputs() {
        return new Object[][] {{2, 3}, {2, 0}};
    }

    @Differentiable
    public static double thrownAtEnd(double[] a) {
        double s = 0;
        for (double e : a) {
            s += e * e;
        }
        if (s > 100) {
            throw new IllegalStateException("too large");
        }
        return s;
    }

    static Object[][] thrownAtEndInputs() {
        return new Object[][] {{new double[] {1, 2}}, {new double[] {11}}};
    }

    @Differentiable
    public static double throwOnlyPath(double x, int n) {
        for (int i = 0; ; i++) {
            x = x * 0.5 + 0.1;
            if (i == n) {
                return x * x;
            }
            if (i > 5) {
                throw new IllegalStateException("no end");
            }
        }
    }

    static Object[][] throwOnlyPathInputs() {
        return new Object[][] {{2, 3}, {2, 100}, {2, 0}};
    }

    @Differentiable
    public static void thrownInPlace(double[] a, int n) {
        for (int i = 0; i < n; i++) {
            a[i] = a[i] * a[i];
        }
    }

    static Object[][] thrownInPlaceInputs() {
        return new Object[][] {{new double[] {1, 2}, 2}, {new double[] {1, 2}, 3}};
    }

    @Differentiable
    public static double elementNotUsed(double[] a, int n) {
        double unused = a[n];
        return a[0] * a[0];
    }

    static Object[][] elementNotUsedInputs() {
        return new Object[][] {{new double[] {1, 2}, 1}, {new double[] {1, 2}, 2}, {new double[] {1, 2}, -1}};
    }

    @Differentiable
    public static double elementsNotUsedInLoop(double[] a, int n) {
        double last = 0;
        double s = 1;
        for (int i = 0; i < n; i += 2) {
            last = a[i + 1];
            s *= a[0];
        }
        return s;
    }

    static Object[][] elementsNotUsedInLoopInputs() {
        return new Object[][] {{new double[] {1, 2, 3}, 2}, {new double[] {1, 2, 3}, 3}};
    }

    @Differentiable(wrt = "a")
    public static double elementsOfSumOnly(double[] a, double[] b) {
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s += a[i] + b[i];
        }
        return s;
    }

    static Object[][] elementsOfSumOnlyInputs() {
        return new Object[][] {
            {new double[] {1, 2}, new double[] {1, 2}}, {new double[] {1, 2}, new double[] {3}}, {new double[2], null}
        };
    }

    @Differentiable
    public static double arrayNotUsed(double x, int n) {
        double[] unused = new double[n];
        return x * x;
    }

    static Object[][] arrayNotUsedInputs() {
        return new Object[][] {{2, 1}, {2, -1}};
    }

    @Differentiable
    public static double writeNotUsed(double[] a, int n) {
        double[] b = new double[2];
        b[n] = a[0];
        return a[0] * a[0];
    }

    static Object[][] writeNotUsedInputs() {
        return new Object[][] {{new double[] {1}, 1}, {new double[] {1}, 2}};
    }

    @Differentiable
    public static double copyNotUsed(double[] a, int n) {
        double[] b = java.util.Arrays.copyOf(a, n);
        return a[0] * a[0];
    }

    static Object[][] copyNotUsedInputs() {
        return new Object[][] {{new double[] {1}, 3}, {new double[] {1}, -1}};
    }

    /** Of two calls that fail, the first one does. */
    @Differentiable
    public static double callsInTheirOrder(double x, String first, String second) {
        return first.length() * x + Integer.parseInt(second) * x;
    }

    static Object[][] callsInTheirOrderInputs() {
        return new Object[][] {{0.5, "abc", "7"}, {0.5, null, "z"}, {0.5, "a", "z"}, {0.5, "", "-1"}};
    }

    /** The adjoint of the element is nothing, whatever it is. */
    @Differentiable(modes = Differentiable.Mode.REVERSE)
    public static double elementTimesNothing(double[] a, int n) {
        return a[n] * 0 + a[0];
    }

    static Object[][] elementTimesNothingInputs() {
        return new Object[][] {{new double[] {1, 2}, 1}, {new double[] {1, 2}, 2}, {new double[] {1, 2}, -1}};
    }

    // ------------------------------------------------------------------------------------------- try and finally

    @Differentiable
    public static double severalWritesInTry(double x, int n) {
        double y = 1;
        double z = 0;
        try {
            y = x * x;
            z = y * x;
            y += z;
        } finally {
            n++;
        }
        return y * z * n;
    }

    /** What was written last is not known before the exception. */
    @Differentiable
    public static double readInFinally(double x, int n) {
        double y = 1;
        double z = 0;
        try {
            y = x * x;
            z = y * x;
            if (n > 3) {
                throw new IllegalStateException("n is " + n);
            }
            y += z;
        } finally {
            z = y * 2;
        }
        return y * z;
    }

    static Object[][] readInFinallyInputs() {
        return new Object[][] {{2, 3}, {2, 4}};
    }

    /** The last part throws an exception of its own, which tells how far the guarded part has come. */
    @Differentiable
    public static double thrownInFinally(double x, int[] steps) {
        int done = 0;
        double y = x;
        try {
            for (int k : steps) {
                y *= x / (6 / k);
                done = done + 1;
            }
        } finally {
            if (done < 2) {
                throw new IllegalStateException("done " + done);
            }
        }
        return y;
    }

    static Object[][] thrownInFinallyInputs() {
        return new Object[][] {
            {2, new int[] {1, 2, 3}}, {2, new int[] {1, 0}}, {2, new int[] {1, 2, 0}}, {2, new int[] {1}}
        };
    }

    /** Both parts write into the array that the caller sees. */
    @Differentiable
    public static void arraysInFinally(double[] a, int n) {
        double s = 0;
        try {
            for (int i = 0; i < n; i++) {
                s += a[i] * a[i];
                a[i] = s;
            }
        } finally {
            a[0] = s * a[0];
        }
    }

    static Object[][] arraysInFinallyInputs() {
        return new Object[][] {{new double[] {0.5, 2}, 2}, {new double[] {0.5, 2}, 1}, {new double[] {0.5, 2}, 3}};
    }

    @Differentiable
    public static double returnedFromTry(double[] a, int n) {
        double s = 0;
        try {
            for (int i = 0; i < n; i++) {
                s += a[i] * a[i];
                if (s > 2) {
                    return s;
                }
            }
            return 3 * s;
        } finally {
            s = 7;
            a[0] = 7;
        }
    }

    static Object[][] returnedFromTryInputs() {
        return new Object[][] {{new double[] {0.5, 2}, 2}, {new double[] {0.5, 2}, 1}, {new double[] {0.5, 1}, 3}};
    }

    @Differentiable
    public static double finallyInLoop(double[] a) {
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            try {
                if (i == 2) {
                    continue;
                }
                s += a[i] * a[i];
                if (s > 5) {
                    break;
                }
            } finally {
                s *= 2;
            }
        }
        return s;
    }

    @Differentiable
    public static double finallyInFinally(double x) {
        double s = x;
        try {
            s *= x;
            try {
                s *= x;
            } finally {
                s *= s;
            }
            s += x;
        } finally {
            s = Math.sin(s);
        }
        return s;
    }

    @Differentiable
    public static double returnInFinally(double x, int n) {
        try {
            return x * x;
        } finally {
            if (n > 1) {
                return x;
            }
        }
    }

    /** Which of the statements has thrown shows in the counter. */
    @Differentiable
    public static double countedUntilCaught(double x, String[] texts) {
        int n = 0;
        int sum = 0;
        try {
            for (String text : texts) {
                n++;
                sum += Integer.parseInt(text);
                n += 10;
            }
        } catch (NumberFormatException e) {
            n = -n;
        } finally {
            sum += n;
        }
        return x * x * n + x * sum;
    }

    static Object[][] countedUntilCaughtInputs() {
        return new Object[][] {
            {0.5, new String[] {"3", "4"}}, {0.5, new String[] {"3", "x", "5"}}, {0.5, new String[] {}}
        };
    }

    /** The exception comes from the handler. */
    @Differentiable
    public static double thrownByHandler(double x, String text) {
        int n = 0;
        double y = x;
        try {
            n = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            n = 1;
            n += 10 / text.length();
            n++;
        } finally {
            if (n == 1) {
                throw new IllegalStateException("n is 1");
            }
        }
        return y * n * y;
    }

    static Object[][] thrownByHandlerInputs() {
        return new Object[][] {{0.5, "12"}, {0.5, "1"}, {0.5, ""}, {0.5, "many"}};
    }

    /** What was added before the exception shows in the array. */
    @Differentiable
    public static double addedUntilCaught(double x, int n, int[] table) {
        double[] sums = new double[n];
        try {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < 5; j++) {
                    sums[i] += table[j] * 0.5;
                }
            }
        } catch (ArrayIndexOutOfBoundsException e) {
            sums[0] += 100;
        }
        return x * x * sums[0] + x * sums[n - 1];
    }

    static Object[][] addedUntilCaughtInputs() {
        return new Object[][] {{0.5, 3, new int[] {1, 2, 3, 4, 5}}, {0.5, 3, new int[] {1, 2, 3}}};
    }
}
