package dev.adjoint.processor.ir;

import java.util.Locale;

/** The primitive types of Java. */
public enum Primitive implements Type {
    BOOLEAN,
    BYTE,
    SHORT,
    CHAR,
    INT,
    LONG,
    FLOAT,
    DOUBLE;

    @Override
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean differentiable() {
        return isFloating();
    }

    /** The zero of this type, as Java defines the default value of a field. */
    public Literal zero() {
        return switch (this) {
            case BOOLEAN -> new Literal(false, this);
            case BYTE, SHORT, CHAR, INT -> new Literal(0, this);
            case LONG -> new Literal(0L, this);
            case FLOAT -> new Literal(0f, this);
            case DOUBLE -> new Literal(0.0, this);
        };
    }
}
