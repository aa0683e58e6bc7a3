package dev.adjoint.tensor;

/**
 * The extreme elements along a dimension.
 *
 * @param values the elements
 * @param indices where along the dimension they are
 */
public record MaxResult(Tensor values, Tensor indices) {
    @Override
    public String toString() {
        return "values=" + values + ",\nindices=" + indices;
    }
}
