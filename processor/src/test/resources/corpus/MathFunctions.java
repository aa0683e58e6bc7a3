package corpus;

import static java.lang.Math.cos;
import static java.lang.Math.sin;

import dev.adjoint.Differentiable;

/** Every function of Math and StrictMath on floating-point numbers. */
public final class MathFunctions {
    private MathFunctions() {}

    @Differentiable
    public static double sine(double x) {
        return Math.sin(x);
    }

    static double sineExpected(double x) {
        return Math.cos(x);
    }

    @Differentiable
    public static double cosine(double x) {
        return Math.cos(x * x);
    }

    @Differentiable
    public static double tangent(double x) {
        return Math.tan(x / 3);
    }

    @Differentiable
    public static double arcs(double x) {
        return Math.asin(x / 4) + Math.acos(x / 5) + Math.atan(x);
    }

    @Differentiable
    public static double arcTangent2(double y, double x) {
        return Math.atan2(y, x);
    }

    static Object[] arcTangent2Expected(double y, double x) {
        return new Object[] {x / (x * x + y * y), -y / (x * x + y * y)};
    }

    static Object[][] arcTangent2Inputs() {
        return new Object[][] {{1, 2}, {-1, 2}, {1, -2}, {-1, -2}, {1, 0.0}, {0.0, 1}};
    }

    @Differentiable
    public static double exponentials(double x) {
        return Math.exp(x) + Math.expm1(x / 2) - Math.exp(-x * x);
    }

    @Differentiable
    public static double logarithms(double x) {
        return Math.log(x) + Math.log10(x) * x + Math.log1p(x);
    }

    @Differentiable
    public static double roots(double x) {
        return Math.sqrt(x) + Math.cbrt(x);
    }

    @Differentiable
    public static double cubeRootOfNegative(double x) {
        return Math.cbrt(x - 5);
    }

    @Differentiable
    public static double hyperbolic(double x) {
        return Math.sinh(x) * Math.cosh(x) + Math.tanh(x);
    }

    @Differentiable
    public static double power(double x, double y) {
        return Math.pow(x, y);
    }

    static Object[] powerExpected(double x, double y) {
        return new Object[] {y * Math.pow(x, y - 1), Math.pow(x, y) * Math.log(x)};
    }

    static Object[][] powerInputs() {
        return new Object[][] {{2, 3}, {0.5, -1.5}, {3, 0.5}, {1, 2}};
    }

    @Differentiable
    public static double powerOfInteger(double x) {
        return Math.pow(x, 3) + Math.pow(x, 2) - Math.pow(x, 1) + Math.pow(x, 0) + Math.pow(x, -1);
    }

    @Differentiable
    public static double powerOfIntParameter(double x, int n) {
        return Math.pow(x, n);
    }

    static double powerOfIntParameterExpected(double x, int n) {
        return n == 0 ? 0 : n * Math.pow(x, n - 1);
    }

    static Object[][] powerOfIntParameterInputs() {
        return new Object[][] {{2, 3}, {-2, 3}, {-1.5, 2}, {0.7, 0}, {2, -2}, {-2, 1}};
    }

    @Differentiable
    public static double exponentOnly(double y) {
        return Math.pow(2.5, y) + Math.pow(10, y / 3);
    }

    @Differentiable
    public static double hypotenuse(double x, double y) {
        return Math.hypot(x, y);
    }

    static Object[] hypotenuseExpected(double x, double y) {
        return new Object[] {x / Math.hypot(x, y), y / Math.hypot(x, y)};
    }

    @Differentiable
    public static double absolute(double x) {
        return Math.abs(x) * x;
    }

    @Differentiable
    public static double extremes(double x, double y) {
        return Math.max(x, y) * 2 + Math.min(x, y * y);
    }

    @Differentiable
    public static double angles(double x) {
        return Math.toRadians(x * 100) + Math.toDegrees(x) / 100;
    }

    @Differentiable
    public static double fusedMultiplyAdd(double a, double b, double c) {
        return Math.fma(a, b, c) * Math.fma(a, a, a);
    }

    @Differentiable
    public static double copiedSign(double x, double y) {
        return Math.copySign(x, y) * x;
    }

    static Object[][] copiedSignInputs() {
        return new Object[][] {{1.5, 2}, {1.5, -2}, {-1.5, 2}, {-1.5, -2}};
    }

    @Differentiable
    public static double scaled(double x) {
        return Math.scalb(x, 3) + Math.scalb(x * x, -1);
    }

    @Differentiable
    public static double remainderIeee(double x) {
        return Math.IEEEremainder(x, 0.9);
    }

    static Object[][] remainderIeeeInputs() {
        return new Object[][] {{0.3}, {1.1}, {-2.0}};
    }

    @Differentiable
    public static double steps(double x) {
        return Math.floor(x) + Math.ceil(x) + Math.rint(x) + Math.round(x) + Math.signum(x) + x;
    }

    static double stepsExpected(double x) {
        return 1;
    }

    static Object[][] stepsInputs() {
        return new Object[][] {{0.3}, {1.7}, {-2.2}};
    }

    @Differentiable
    public static double neighbours(double x) {
        return Math.ulp(x) * 0 + x * x;
    }

    @Differentiable
    public static double exponentOf(double x) {
        return Math.getExponent(x) * x;
    }

    static Object[][] exponentOfInputs() {
        return new Object[][] {{0.3}, {1.5}, {-5.0}};
    }

    @Differentiable
    public static double strict(double x) {
        return StrictMath.sin(x) * StrictMath.exp(-x) + StrictMath.atan(x) + StrictMath.cbrt(x * x + 1)
                + StrictMath.sqrt(1 + x * x) + StrictMath.tanh(x) + StrictMath.log1p(x * x);
    }

    @Differentiable
    public static double staticallyImported(double x) {
        return sin(x) * cos(x);
    }

    @Differentiable
    public static double qualifiedFully(double x) {
        return java.lang.Math.sin(x) + java.lang.StrictMath.cos(x);
    }

    @Differentiable
    public static double sameRootTwice(double x) {
        return Math.sqrt(1 + x * x) / (1 + Math.sqrt(1 + x * x));
    }

    @Differentiable
    public static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    static double logisticExpected(double x) {
        double s = 1 / (1 + Math.exp(-x));
        return s * (1 - s);
    }

    @Differentiable
    public static double softplus(double x) {
        return Math.log1p(Math.exp(x));
    }

    static double softplusExpected(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    @Differentiable
    public static double gaussianDensity(double x, double mu, double sigma) {
        double z = (x - mu) / sigma;
        return Math.exp(-0.5 * z * z) / (sigma * Math.sqrt(2 * Math.PI));
    }

    static Object[][] gaussianDensityInputs() {
        return new Object[][] {{1, 0.5, 2}, {-1, 0.5, 0.7}, {0, 0, 1}};
    }

    @Differentiable
    public static double swish(double x) {
        return x / (1 + Math.exp(-x));
    }

    @Differentiable
    public static double gelu(double x) {
        return 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)));
    }

    @Differentiable
    public static double deepComposition(double x) {
        return Math.sin(Math.cos(Math.exp(Math.tanh(Math.atan(Math.sqrt(1 + x * x))))));
    }

    @Differentiable
    public static double mathOfInt(double x, int n) {
        return Math.sqrt(n + 1) * x + Math.abs(n - 5) * x * x + Math.max(n, 2) * x;
    }

    @Differentiable
    public static double floorMods(double x, int n) {
        return Math.floorMod(n - 7, 4) * x + Math.floorDiv(n - 7, 4) * x * x;
    }
}
