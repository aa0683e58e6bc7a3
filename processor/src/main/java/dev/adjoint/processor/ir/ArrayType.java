package dev.adjoint.processor.ir;

/** An array type; {@code double[][]} is an array of an array. */
public record ArrayType(Type element) implements Type {
    @Override
    public String text() {
        return element.text() + "[]";
    }

    @Override
    public boolean differentiable() {
        return element.differentiable();
    }

    /** The number of dimensions. */
    public int rank() {
        return element instanceof ArrayType inner ? inner.rank() + 1 : 1;
    }

    /** What is left when all dimensions are taken off. */
    public Type base() {
        return element instanceof ArrayType inner ? inner.base() : element;
    }
}
