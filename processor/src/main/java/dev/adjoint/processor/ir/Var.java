package dev.adjoint.processor.ir;

/**
 * A variable, assigned once. Two variables are the same only if they are the same object; the name is what the emitter
 * would like to call it, and need not be unique.
 */
public final class Var implements Operand {
    private final String name;
    private final Type type;

    public Var(String name, Type type) {
        this.name = name;
        this.type = type;
    }

    /** The preferred name. */
    public String name() {
        return name;
    }

    @Override
    public Type type() {
        return type;
    }

    /** Another variable of the same name and type. */
    public Var fresh() {
        return new Var(name, type);
    }

    @Override
    public String toString() {
        return name;
    }
}
