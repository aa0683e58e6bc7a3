package dev.adjoint.processor.ir;

import java.util.List;

/**
 * A primitive operation on primitive values without side effects. Its name is the Java operator ({@code "+"},
 * {@code "<="}, {@code "!"}), {@code "cast"}, or the qualified name of a static method ({@code "java.lang.Math.sin"}).
 * Unary minus is {@code "-"} with one parameter. The parameter types are those after Java's promotions.
 */
public record Op(String name, Form form, List<Primitive> parameters, Primitive result) {
    private static final String IS_ZERO = "dev.adjoint.isZero";

    /** How an operation is written in Java. */
    public enum Form {
        PREFIX,
        INFIX,
        CAST,
        CALL
    }

    /** The name tells most operations apart, and its hash is kept. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** An operator between two operands of the same type, with a result of that type. */
    public static Op infix(String symbol, Primitive type) {
        return new Op(symbol, Form.INFIX, List.of(type, type), type);
    }

    /** A comparison of two operands of the same type. */
    public static Op compare(String symbol, Primitive type) {
        return new Op(symbol, Form.INFIX, List.of(type, type), Primitive.BOOLEAN);
    }

    /** A shift: the left operand's type decides. The distance is an int or a long. */
    public static Op shift(String symbol, Primitive type, Primitive distance) {
        return new Op(symbol, Form.INFIX, List.of(type, distance), type);
    }

    /** A prefix operator. */
    public static Op prefix(String symbol, Primitive type) {
        return new Op(symbol, Form.PREFIX, List.of(type), type);
    }

    /** A conversion between primitive types. */
    public static Op cast(Primitive from, Primitive to) {
        return new Op("cast", Form.CAST, List.of(from), to);
    }

    /** A static method such as {@code "java.lang.Math.sin"}. */
    public static Op call(String method, List<Primitive> parameters, Primitive result) {
        return new Op(method, Form.CALL, parameters, result);
    }

    /** {@code java.lang.Math.name} where all parameters and the result have one type. */
    public static Op math(String method, Primitive type, int arity) {
        return call("java.lang.Math." + method, java.util.Collections.nCopies(arity, type), type);
    }

    /** The first operand's value with the second one's derivative; only ever met before differentiation. */
    public static Op valueOf(Primitive type) {
        return call("dev.adjoint.valueOf", List.of(type, type), type);
    }

    /**
     * Whether all operands are zero: the test of a guard {@code isZero(s) ? 0 : t} around a term that is zero with {@code s} by
     * itself, and is left out there because its other factor may be infinite. It is told apart from a branch, because its
     * derivative is that of the term. In the end it is written as comparisons.
     */
    public static Op isZero(List<Primitive> types) {
        return call(IS_ZERO, types, Primitive.BOOLEAN);
    }

    /** Whether the operation is the test of a guard. */
    public boolean isGuard() {
        return name.equals(IS_ZERO);
    }

    /**
     * Whether the operation can throw: integer division and remainder, the {@code ...Exact} methods, and {@code clamp}
     * with bounds in the wrong order.
     */
    public boolean canThrow() {
        return name.endsWith(".clamp") || (!result.isFloating() && dividesOrChecks());
    }

    private boolean dividesOrChecks() {
        return name.equals("/")
                || name.equals("%")
                || name.endsWith("Exact")
                || name.endsWith(".floorDiv")
                || name.endsWith(".floorMod")
                || name.endsWith(".ceilDiv")
                || name.endsWith(".ceilMod");
    }
}
