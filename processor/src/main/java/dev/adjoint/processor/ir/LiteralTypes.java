package dev.adjoint.processor.ir;

/** Which Java object holds a literal of each type. */
final class LiteralTypes {
    private LiteralTypes() {}

    static boolean fits(Literal literal) {
        Object value = literal.value();
        if (!(literal.type() instanceof Primitive primitive)) {
            return value == null || value instanceof String;
        }
        return switch (primitive) {
            case BOOLEAN -> value instanceof Boolean;
            case BYTE, SHORT, INT -> value instanceof Integer;
            case CHAR -> value instanceof Character || value instanceof Integer;
            case LONG -> value instanceof Long;
            case FLOAT -> value instanceof Float;
            case DOUBLE -> value instanceof Double;
        };
    }
}
