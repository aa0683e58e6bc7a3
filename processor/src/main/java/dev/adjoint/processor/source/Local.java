package dev.adjoint.processor.source;

import dev.adjoint.processor.ir.Type;

/** A local variable or parameter. Two are the same only if they are the same object. */
public final class Local {
    private final String name;
    private final Type type;

    public Local(String name, Type type) {
        this.name = name;
        this.type = type;
    }

    public String name() {
        return name;
    }

    public Type type() {
        return type;
    }

    @Override
    public String toString() {
        return name;
    }
}
