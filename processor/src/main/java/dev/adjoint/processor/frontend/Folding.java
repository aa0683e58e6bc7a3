package dev.adjoint.processor.frontend;

import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.source.Tree;
import org.jspecify.annotations.Nullable;

/** The values of constant expressions of type int, as far as types depend on them (JLS 5.2, 15.25). */
final class Folding {
    private Folding() {}

    static @Nullable Integer integer(@Nullable Object constant) {
        if (constant instanceof Character c) {
            return (int) c;
        }
        return constant instanceof Integer || constant instanceof Short || constant instanceof Byte
                ? Integer.valueOf(((Number) constant).intValue())
                : null;
    }

    static @Nullable Object unary(String symbol, @Nullable Object operand, Primitive type) {
        Integer value = integer(operand);
        if (value == null || type != Primitive.INT) {
            return null;
        }
        return symbol.equals("-") ? -value : ~value;
    }

    static @Nullable Object binary(String symbol, @Nullable Object left, @Nullable Object right, Primitive type) {
        Integer a = integer(left);
        Integer b = integer(right);
        if (a == null || b == null || type != Primitive.INT) {
            return null;
        }
        boolean divides = symbol.equals("/") || symbol.equals("%");
        return divides && b == 0 ? null : folded(symbol, a, b);
    }

    private static @Nullable Integer folded(String symbol, int a, int b) {
        return switch (symbol) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> a / b;
            case "%" -> a % b;
            case "<<" -> a << b;
            case ">>" -> a >> b;
            case ">>>" -> a >>> b;
            case "&" -> a & b;
            case "|" -> a | b;
            case "^" -> a ^ b;
            default -> null;
        };
    }

    /** Whether the constant is of type int and within the range of the small type. */
    static boolean fits(@Nullable Object constant, Primitive type) {
        if (!(constant instanceof Integer value)) {
            return false;
        }
        return switch (type) {
            case BYTE -> value == value.byteValue();
            case SHORT -> value == value.shortValue();
            case CHAR -> value == (char) value.intValue();
            default -> false;
        };
    }

    /** A literal with the other sign. */
    static Tree.Constant negated(Tree.Constant literal) {
        Object value = literal.value();
        if (value instanceof Double d) {
            return new Tree.Constant(-d, literal.type());
        }
        if (value instanceof Float f) {
            return new Tree.Constant(-f, literal.type());
        }
        return value instanceof Long l
                ? new Tree.Constant(-l, literal.type())
                : new Tree.Constant(-((Integer) java.util.Objects.requireNonNull(value)), literal.type());
    }
}
