package dev.adjoint.tensor.kernel;

/** The error function. */
final class Special {
    private static final double TWO_OVER_SQRT_PI = 1.1283791670955126;

    private Special() {}

    /**
     * erf(x), to about 1e-15: near zero by Kummer's series 2/sqrt(pi) e^(-x^2) sum 2^n x^(2n+1) / (2n+1)!!, all of
     * whose terms have one sign; from 2.5 on by 1 minus the continued fraction of erfc (Abramowitz and Stegun 7.1.6 and
     * 7.1.14).
     */
    static double erf(double x) {
        double magnitude = Math.abs(x);
        if (magnitude >= 2.5) {
            return magnitude > 6 ? Math.signum(x) : Math.copySign(1 - complement(magnitude), x);
        }
        if (x == 0 || Double.isNaN(x)) {
            return x;
        }
        double term = x;
        double sum = x;
        for (int n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return TWO_OVER_SQRT_PI * Math.exp(-x * x) * sum;
    }

    /** erfc(x) for x from 2.5: e^(-x^2) / sqrt(pi) times 1 / (x + (1/2) / (x + 1 / (x + (3/2) / (x + ...)))). */
    private static double complement(double x) {
        double fraction = x;
        for (int k = 60; k > 0; k--) {
            fraction = x + 0.5 * k / fraction;
        }
        return Math.exp(-x * x) / (Math.sqrt(Math.PI) * fraction);
    }
}
