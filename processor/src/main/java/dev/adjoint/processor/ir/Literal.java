package dev.adjoint.processor.ir;

import org.jspecify.annotations.Nullable;

/**
 * A constant: a {@code Boolean}, {@code Character}, {@code Integer} (also for byte and short), {@code Long},
 * {@code Float}, {@code Double} or {@code String}, or {@code null}. Equality is that of the boxed values, so that 0.0 and
 * -0.0 differ and NaN equals itself.
 */
public record Literal(@Nullable Object value, Type type) implements Operand {
    public static Literal of(double value) {
        return new Literal(value, Primitive.DOUBLE);
    }

    public static Literal of(float value) {
        return new Literal(value, Primitive.FLOAT);
    }

    public static Literal of(int value) {
        return new Literal(value, Primitive.INT);
    }

    public static Literal of(long value) {
        return new Literal(value, Primitive.LONG);
    }

    public static Literal of(boolean value) {
        return new Literal(value, Primitive.BOOLEAN);
    }

    /** The number as a literal of that floating type. */
    public static Literal floating(double value, Type type) {
        return type == Primitive.FLOAT ? of((float) value) : of(value);
    }

    /** The default value of the type: zero, false or null. */
    public static Literal zero(Type type) {
        return type instanceof Primitive primitive ? primitive.zero() : new Literal(null, type);
    }

    /** Whether this is a floating-point literal equal to the number, -0.0 not being 0.0. */
    public boolean isFloating(double number) {
        return (value instanceof Double d && Double.compare(d, number) == 0)
                || (value instanceof Float f && Double.compare(f, number) == 0);
    }

    /** Whether this is a floating-point zero of either sign. */
    public boolean isZero() {
        return isFloating(0.0) || isFloating(-0.0);
    }

    @Override
    public String toString() {
        return String.valueOf(value);
    }
}
