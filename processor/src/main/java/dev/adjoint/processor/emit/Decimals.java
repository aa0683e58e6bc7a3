package dev.adjoint.processor.emit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.Predicate;

/**
 * Floating-point numbers with as few digits as identify them. {@code Double.toString} changed in JDK 19; the text that we
 * write must not depend on the JDK.
 */
final class Decimals {
    private static final double SMALLEST_PLAIN = 1e-3;
    private static final double LARGEST_PLAIN = 1e7;
    private static final int DOUBLE_DIGITS = 17;
    private static final int FLOAT_DIGITS = 9;

    private Decimals() {}

    /** A finite number as a literal of type double. */
    static String of(double value) {
        return value == 0
                ? zero(1 / value)
                : text(shortest(value, DOUBLE_DIGITS, d -> d.doubleValue() == value), value);
    }

    /** A finite number as a literal of type float, without its suffix. */
    static String of(float value) {
        return value == 0 ? zero(1 / value) : text(shortest(value, FLOAT_DIGITS, d -> d.floatValue() == value), value);
    }

    private static String zero(double reciprocal) {
        return reciprocal < 0 ? "-0.0" : "0.0";
    }

    private static BigDecimal shortest(double value, int most, Predicate<BigDecimal> same) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 2; digits < most; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits));
            if (same.test(rounded)) {
                return rounded;
            }
        }
        return exact.round(new MathContext(most));
    }

    private static String text(BigDecimal number, double value) {
        double size = Math.abs(value);
        BigDecimal digits = number.stripTrailingZeros();
        if (size >= SMALLEST_PLAIN && size < LARGEST_PLAIN) {
            return digits.setScale(Math.max(digits.scale(), 1)).toPlainString();
        }
        int exponent = digits.precision() - digits.scale() - 1;
        return digits.movePointLeft(exponent).toPlainString() + "e" + exponent;
    }
}
