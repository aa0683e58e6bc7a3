package dev.adjoint.processor.ir;

/** Any other reference type: a value of it is handed on and never looked into. {@code text} is Java source. */
public record OpaqueType(String text) implements Type {
    public static final OpaqueType STRING = new OpaqueType("java.lang.String");

    @Override
    public boolean differentiable() {
        return false;
    }
}
