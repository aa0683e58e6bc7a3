package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Type;
import java.util.Locale;

/** Constants as Java source. */
final class Literals {
    private static final double LARGEST_PLAIN = 1e7;

    private Literals() {}

    /** A text that has the literal's own type wherever it stands. */
    static Text exact(Literal literal) {
        Type type = literal.type();
        Object value = literal.value();
        if (value instanceof Double d) {
            return Double.isFinite(d) ? signed(Decimals.of(d), type) : special(d, "Double", type);
        }
        if (value instanceof Float f) {
            return Float.isFinite(f) ? signed(Decimals.of(f) + "f", type) : special(f, "Float", type);
        }
        if (value instanceof Long l) {
            return signed(l + "L", type);
        }
        if (value instanceof Integer i) {
            boolean narrow = type == Primitive.BYTE || type == Primitive.SHORT || type == Primitive.CHAR;
            return narrow ? new Text("(" + type.text() + ") " + i, Text.UNARY, type) : signed(i.toString(), type);
        }
        return Text.primary(plain(value), type);
    }

    private static String plain(@org.jspecify.annotations.Nullable Object value) {
        if (value instanceof Character c) {
            return "'" + (c == '\'' ? "\\'" : c == '"' ? "\"" : escape(c)) + "'";
        }
        return value instanceof String s ? quote(s) : String.valueOf(value);
    }

    /**
     * A text whose value Java converts to the literal's type by itself, because it is assigned to that type or meets an
     * operand of that type.
     */
    static Text converted(Literal literal) {
        Object value = literal.value();
        if (value instanceof Double d && isPlain(d)) {
            return signed(Integer.toString(d.intValue()), Primitive.INT);
        }
        if (value instanceof Float f && isPlain(f)) {
            return signed(Integer.toString(f.intValue()), Primitive.INT);
        }
        if (value instanceof Long l && l.intValue() == l) {
            return signed(l.toString(), Primitive.INT);
        }
        if (value instanceof Integer i && literal.type() != Primitive.INT) {
            return signed(i.toString(), Primitive.INT);
        }
        return exact(literal);
    }

    /** Whether an int literal is the same number, and no harder to read. */
    private static boolean isPlain(double value) {
        boolean negativeZero = value == 0 && 1 / value < 0;
        return value == Math.rint(value) && Math.abs(value) < LARGEST_PLAIN && !negativeZero;
    }

    private static Text special(double value, String box, Type type) {
        String name = Double.isNaN(value) ? "NaN" : value > 0 ? "POSITIVE_INFINITY" : "NEGATIVE_INFINITY";
        return Text.primary(box + "." + name, type);
    }

    private static Text signed(String digits, Type type) {
        return new Text(digits, digits.startsWith("-") ? Text.UNARY : Text.PRIMARY, type);
    }

    private static String quote(String value) {
        StringBuilder text = new StringBuilder("\"");
        value.chars().forEach(c -> text.append(escape((char) c)));
        return text.append('"').toString();
    }

    private static String escape(char c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            case '\r' -> "\\r";
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            default -> c < 0x20 || c > 0x7e ? String.format(Locale.ROOT, "\\u%04x", (int) c) : String.valueOf(c);
        };
    }
}
