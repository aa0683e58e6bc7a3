package corpus;

import dev.adjoint.Differentiable;

/** Operators, constants, promotions and casts on straight-line code. */
public final class Arithmetic {
    private Arithmetic() {}

    static final double SCALE = 2.5;
    static final int COUNT = 7;
    static final float THIRD = 1f / 3f;
    static final double[] TABLE = {1.5, -2.0, 0.25};

    @Differentiable
    public static double someFunc(double x) {
        return (x * x) + (3 * x) + 1;
    }

    static double someFuncExpected(double x) {
        return 2 * x + 3;
    }

    @Differentiable
    public static double identity(double x) {
        return x;
    }

    static double identityExpected(double x) {
        return 1;
    }

    @Differentiable
    public static double constantResult(double x) {
        return 42.0;
    }

    static double constantResultExpected(double x) {
        return 0;
    }

    @Differentiable
    public static double unusedParameter(double x, double y) {
        return x * x;
    }

    static Object[] unusedParameterExpected(double x, double y) {
        return new Object[] {2 * x, 0.0};
    }

    @Differentiable
    public static double difference(double x, double y) {
        return x - y;
    }

    @Differentiable
    public static double product(double x, double y) {
        return x * y;
    }

    static Object[] productExpected(double x, double y) {
        return new Object[] {y, x};
    }

    @Differentiable
    public static double quotient(double x, double y) {
        return x / y;
    }

    static Object[] quotientExpected(double x, double y) {
        return new Object[] {1 / y, -x / (y * y)};
    }

    @Differentiable
    public static double reciprocal(double x) {
        return 1 / x;
    }

    @Differentiable
    public static double negated(double x) {
        return -x;
    }

    @Differentiable
    public static double plus(double x) {
        return +x * +x;
    }

    @Differentiable
    public static double doubleNegation(double x) {
        return - -x * x;
    }

    @Differentiable
    public static double remainderOfDividend(double x) {
        return x % 0.75;
    }

    static double remainderOfDividendExpected(double x) {
        return 1;
    }

    static Object[][] remainderOfDividendInputs() {
        return new Object[][] {{1.0}, {2.1}, {-1.0}, {0.3}, {-0.4}};
    }

    @Differentiable
    public static double remainderOfBoth(double x, double y) {
        return x % y;
    }

    static Object[][] remainderOfBothInputs() {
        return new Object[][] {{7.3, 2.0}, {-7.3, 2.0}, {7.3, -2.0}, {0.5, 2.0}};
    }

    @Differentiable
    public static double associativity(double a, double b, double c) {
        return a - (b - c) - (a - b) / (c / a) / (b * (c / a));
    }

    @Differentiable
    public static double precedence(double a, double b) {
        return a + b * a - b / a * b + -a * -b;
    }

    @Differentiable
    public static double sharedSubexpression(double x, double y) {
        return (x + y) * (x + y) / (1 + (x + y) * (x + y));
    }

    @Differentiable
    public static double locals(double x) {
        double a = x * 2;
        double b = a + x;
        double c = a * b;
        return c / (1 + b * b);
    }

    @Differentiable
    public static double varLocals(double x) {
        var a = x * 2;
        final var b = a * a;
        return b + a;
    }

    @Differentiable
    public static double lateLocal(double x) {
        double y;
        y = x * 3;
        final double z;
        z = y * y;
        return z;
    }

    @Differentiable
    public static double severalDeclarators(double x) {
        double a = x, b = a * a, c = b * a;
        return a + b + c;
    }

    @Differentiable
    public static double deadCode(double x) {
        double unused = Math.exp(x) * 17;
        double y = x * x;
        unused = y;
        return y;
    }

    @Differentiable
    public static double chainedAssignment(double x) {
        double a;
        double b;
        a = b = x * x;
        a = a * b;
        return a + b;
    }

    @Differentiable
    public static double assignmentAsValue(double x) {
        double a;
        double b = (a = x * 2) * a;
        return b + a;
    }

    @Differentiable
    public static double compound(double x) {
        double y = x;
        y += 3;
        y *= x;
        y -= x / 2;
        y /= 1 + x * x;
        return y;
    }

    @Differentiable
    public static double compoundSelf(double x) {
        double y = x;
        y += y;
        y *= y;
        y -= y * y;
        y /= 1 + y * y;
        return y;
    }

    @Differentiable
    public static double remainderAssign(double x) {
        double y = x * 10;
        y %= 3;
        return y * x;
    }

    static Object[][] remainderAssignInputs() {
        return new Object[][] {{0.5}, {1.1}, {-0.7}};
    }

    @Differentiable
    public static double increments(double x) {
        double y = x;
        y++;
        ++y;
        y *= y;
        y--;
        --y;
        return y;
    }

    @Differentiable
    public static double incrementAsValue(double x) {
        double y = x;
        double a = y++ * y;
        double b = --y * y--;
        return a + b * y;
    }

    @Differentiable
    public static double constants(double x) {
        return SCALE * x * x + COUNT * x + THIRD * x + Math.PI + Math.E * x;
    }

    @Differentiable
    public static double tableOfConstants(double x) {
        return TABLE[0] * x * x + TABLE[1] * x + TABLE[2];
    }

    @Differentiable
    public static double literals(double x) {
        return 1e-3 * x + 0x1p-2 * x * x + 1_000 * x / 1_000.0 + .5 * x + 1.f * x + 'a' * x - 0b101 * x + 017L * x;
    }

    @Differentiable
    public static double integerConstantDivision(double x) {
        return 7 / 2 * x + 1 / 3 * x * x + 7 / 2.0 * x;
    }

    static double integerConstantDivisionExpected(double x) {
        return 6.5;
    }

    @Differentiable
    public static double manyUses(double x) {
        return x + x + x * x * x + x / x + x - x;
    }

    @Differentiable
    public static double horner(double x) {
        return (((4 * x - 3) * x + 2) * x - 1) * x + 0.5;
    }

    static double hornerExpected(double x) {
        return 16 * x * x * x - 9 * x * x + 4 * x - 1;
    }

    @Differentiable
    public static double parenthesised(double x) {
        return (((x)) * ((x + (1))));
    }

    @Differentiable(wrt = "x")
    public static double onlyFirst(double x, double y) {
        return x * y * y + y;
    }

    static double onlyFirstExpected(double x, double y) {
        return y * y;
    }

    @Differentiable(wrt = {"z", "x"})
    public static double orderOfDeclaration(double x, double y, double z) {
        return x * y + z * z * y;
    }

    static Object[] orderOfDeclarationExpected(double x, double y, double z) {
        return new Object[] {y, 2 * z * y};
    }

    @Differentiable(modes = Differentiable.Mode.FORWARD)
    public static double forwardOnly(double x, double y) {
        return x * y + Math.sin(x);
    }

    @Differentiable(modes = Differentiable.Mode.REVERSE)
    public static double reverseOnly(double x, double y) {
        return x * y + Math.sin(x);
    }

    @Differentiable(name = "renamed")
    public static double underAnotherName(double x) {
        return x * x * x;
    }

    @Differentiable(name = "overloadOfDouble")
    public static double overloaded(double x) {
        return x * x;
    }

    @Differentiable(name = "overloadOfArray")
    public static double overloaded(double[] x) {
        double s = 0;
        for (double e : x) {
            s += e * e * e;
        }
        return s;
    }

    @Differentiable
    public static double namesThatClash(double xBar, double xDot, double x, double yBar) {
        double t = xBar * xDot;
        double tBar = t * x + yBar;
        double tDot = tBar * t;
        return tDot + x;
    }

    @Differentiable
    public static double namesOfGenerated(double value, double gradient, double out, double result) {
        double dot = value * gradient;
        return dot * out * result;
    }

    @Differentiable
    public static double strangeNames(double $x, double _y) {
        double été = $x * _y;
        return été * été;
    }

    /** The factors 2 and 0.5 of the derivative cancel. */
    @Differentiable
    public static double halvedSineOfSquare(double x) {
        double a = Math.sin(Math.sin(x * x) * 0.5);
        return Math.exp(a) / (2 + Math.cos(a));
    }

    @Differentiable
    public static double literalsThatCancel(double x) {
        return Math.sin((Math.hypot(0.5, 1.2 + Math.sin((0.3 - x) * 0.5)) * 2) * 0.5);
    }
}
