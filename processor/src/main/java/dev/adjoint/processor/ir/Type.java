package dev.adjoint.processor.ir;

/** A Java type as the differentiator sees it. */
public sealed interface Type permits Primitive, ArrayType, RecordType, OpaqueType {
    /** The type as Java source text, class names fully qualified. */
    String text();

    /** Whether a value of this type can hold derivatives: {@code double}, {@code float}, and arrays and records of those. */
    boolean differentiable();

    default boolean isFloating() {
        return this == Primitive.DOUBLE || this == Primitive.FLOAT;
    }

    default boolean isArray() {
        return this instanceof ArrayType;
    }

    /** The element type of an array type. */
    default Type element() {
        throw new IllegalStateException(text() + " is not an array type");
    }
}
