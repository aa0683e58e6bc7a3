package dev.adjoint.processor.ir;

/** Types as Java classes; records and opaque types are objects. */
final class JavaTypes {
    private JavaTypes() {}

    static Class<?> of(Type type) {
        if (type instanceof ArrayType array) {
            return of(array.element()).arrayType();
        }
        return type instanceof Primitive primitive ? of(primitive) : Object.class;
    }

    static Class<?> of(Primitive type) {
        return switch (type) {
            case BOOLEAN -> boolean.class;
            case BYTE -> byte.class;
            case SHORT -> short.class;
            case CHAR -> char.class;
            case INT -> int.class;
            case LONG -> long.class;
            case FLOAT -> float.class;
            case DOUBLE -> double.class;
        };
    }
}
