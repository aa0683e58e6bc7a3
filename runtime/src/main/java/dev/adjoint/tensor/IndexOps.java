package dev.adjoint.tensor;

/** Selection by index tensors, and rearrangements that copy. */
public sealed interface IndexOps permits Tensor {

    private Tensor self() {
        return (Tensor) this;
    }

    /** The parts of a dimension at these indices, a vector of integers. */
    default Tensor indexSelect(int dim, Tensor index) {
        return Indexing.indexSelect(self(), dim, index);
    }

    /** For each place of the index tensor the element at that index along the dimension. */
    default Tensor gather(int dim, Tensor index) {
        return Indexing.gather(self(), dim, index);
    }

    /** This with the elements of src added at the indices along the dimension. */
    default Tensor scatterAdd(int dim, Tensor index, Tensor src) {
        return Indexing.scatterAdd(self(), dim, index, src);
    }

    /** The elements where the mask is true, as a vector; or, for a tensor of integers, the parts at those indices. */
    default Tensor index(Tensor maskOrIndices) {
        return Indexing.index(self(), maskOrIndices);
    }

    /** The matrices with zeros above the diagonal; positive diagonals lie above the main one. */
    default Tensor tril(int diagonal) {
        return Indexing.triangle(IndexRows.TRIL, self(), diagonal);
    }

    /** The matrices with zeros below the diagonal. */
    default Tensor triu(int diagonal) {
        return Indexing.triangle(IndexRows.TRIU, self(), diagonal);
    }

    /** The diagonal of a matrix, or the matrix with this vector as its diagonal. */
    default Tensor diag(int diagonal) {
        return Indexing.diag(self(), diagonal);
    }

    /** Reverses the order along the dimensions. */
    default Tensor flip(int... dims) {
        return Indexing.flip(self(), dims);
    }

    /** Shifts all elements, in row-major order, in a circle. */
    default Tensor roll(int shift) {
        return Indexing.roll(self(), shift);
    }

    /** Shifts along a dimension in a circle. */
    default Tensor roll(int shift, int dim) {
        return roll(new int[] {shift}, new int[] {dim});
    }

    /** Shifts along dimensions in a circle. */
    default Tensor roll(int[] shifts, int[] dims) {
        return Indexing.roll(self(), shifts, dims);
    }

    /** Copies the tensor this often along each dimension. */
    default Tensor repeat(int... repeats) {
        return Indexing.repeat(self(), repeats);
    }

    /** The sum of the diagonal of a matrix. */
    default Tensor trace() {
        return Indexing.trace(self());
    }
}
