package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Operators on literals, computed as Java computes them. Functions stay, since a reader knows {@code Math.sqrt(2)} better,
 * but for the larger of two integers, which is how many turns a loop takes.
 */
final class Folding {
    private Folding() {}

    /** The value of the operation if all operands are numbers or booleans and the value can be written as a literal. */
    static @Nullable Literal fold(Expr.Apply e) {
        List<Operand> args = e.args();
        if (e.op().isGuard()) {
            return guard(args);
        }
        boolean stays = e.op().form() == Op.Form.CALL && !isIntegerMax(e.op());
        if (stays || args.isEmpty() || !args.stream().allMatch(Folding::isConstant)) {
            return null;
        }
        Object left = value(args.get(0));
        Object result = args.size() == 1 ? unary(e.op(), left) : binary(e.op(), left, value(args.get(1)));
        return result == null || !isWritable(result) ? null : new Literal(result, e.op().result());
    }

    /** A guard is decided by one operand that is not zero, or if all are. */
    private static @Nullable Literal guard(List<Operand> args) {
        List<Literal> known = args.stream()
                .filter(Folding::isConstant)
                .map(Literal.class::cast)
                .toList();
        boolean zero = known.stream().allMatch(Literal::isZero);
        return zero && known.size() < args.size() ? null : Literal.of(zero);
    }

    private static boolean isIntegerMax(Op op) {
        return op.name().equals("java.lang.Math.max") && op.result() == Primitive.INT;
    }

    private static boolean isConstant(Operand operand) {
        return operand instanceof Literal literal
                && (literal.value() instanceof Number || literal.value() instanceof Boolean);
    }

    private static Object value(Operand operand) {
        return Objects.requireNonNull(((Literal) operand).value());
    }

    private static boolean isWritable(Object value) {
        return !(value instanceof Double d && !Double.isFinite(d)) && !(value instanceof Float f && !Float.isFinite(f));
    }

    private static @Nullable Object unary(Op op, Object value) {
        if (op.name().equals("!")) {
            return !(Boolean) value;
        }
        if (!(value instanceof Number number)) {
            return null;
        }
        if (op.form() == Op.Form.CAST) {
            return convert(number, op.result());
        }
        return switch (op.name()) {
            case "-" -> negate(number, op.result());
            case "+" -> number;
            default -> null;
        };
    }

    private static @Nullable Object convert(Number value, Primitive to) {
        return switch (to) {
            case INT ->
                value instanceof Double || value instanceof Float ? (int) value.doubleValue() : value.intValue();
            case LONG ->
                value instanceof Double || value instanceof Float ? (long) value.doubleValue() : value.longValue();
            case FLOAT -> value.floatValue();
            case DOUBLE -> value.doubleValue();
            default -> null;
        };
    }

    private static @Nullable Object negate(Number value, Primitive type) {
        return switch (type) {
            case INT -> -value.intValue();
            case LONG -> -value.longValue();
            case FLOAT -> -value.floatValue();
            case DOUBLE -> -value.doubleValue();
            default -> null;
        };
    }

    private static @Nullable Object binary(Op op, Object left, Object right) {
        if (!(left instanceof Number a) || !(right instanceof Number b)) {
            return null;
        }
        return switch (op.parameters().get(0)) {
            case INT -> integral(op.name(), a.longValue(), b.longValue(), true);
            case LONG -> integral(op.name(), a.longValue(), b.longValue(), false);
            case FLOAT -> single(op.name(), a.floatValue(), b.floatValue());
            case DOUBLE -> floating(op.name(), a.doubleValue(), b.doubleValue());
            default -> null;
        };
    }

    private static @Nullable Object integral(String symbol, long a, long b, boolean narrow) {
        Object result = switch (symbol) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> b == 0 ? null : (Object) (a / b);
            case "%" -> b == 0 ? null : (Object) (a % b);
            case "java.lang.Math.max" -> Math.max(a, b);
            default -> compare(symbol, Long.compare(a, b), false);
        };
        return narrow && result instanceof Long wide ? (Object) wide.intValue() : result;
    }

    private static @Nullable Object single(String symbol, float a, float b) {
        return switch (symbol) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> a / b;
            case "%" -> a % b;
            default -> compare(symbol, a, b);
        };
    }

    private static @Nullable Object floating(String symbol, double a, double b) {
        return switch (symbol) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> a / b;
            case "%" -> a % b;
            default -> compare(symbol, a, b);
        };
    }

    private static @Nullable Object compare(String symbol, double a, double b) {
        int order = a < b ? -1 : a > b ? 1 : 0;
        return compare(symbol, order, Double.isNaN(a) || Double.isNaN(b));
    }

    private static @Nullable Object compare(String symbol, int order, boolean unordered) {
        return switch (symbol) {
            case "==" -> !unordered && order == 0;
            case "!=" -> unordered || order != 0;
            case "<" -> !unordered && order < 0;
            case "<=" -> !unordered && order <= 0;
            case ">" -> !unordered && order > 0;
            case ">=" -> !unordered && order >= 0;
            default -> null;
        };
    }
}
