package dev.adjoint.tensor;

import dev.adjoint.tensor.Reduce.Dims;

/**
 * Reductions, and maps along a dimension. Without dimensions a reduction takes all elements; a kept dimension has size
 * 1. Negative dimensions count from the end.
 */
public sealed interface ReductionOps permits Tensor {

    private Tensor self() {
        return (Tensor) this;
    }

    private Dims dims(String op, int[] dims, boolean keepdim) {
        return Dims.of(op, self(), dims, keepdim);
    }

    private Dims one(String op, int dim, boolean keepdim) {
        return Dims.of(op, self(), new int[] {dim}, keepdim);
    }

    private Tensor requireFloating(String op) {
        Errors.requireFloating(op, self());
        return self();
    }

    /** The sum of all elements; of integers and truth values as an integer. */
    default Tensor sum() {
        return ReductionRows.SUM.apply(dims("sum", Shape.SCALAR, false), self());
    }

    /** Sums along the dimensions. */
    default Tensor sum(int... dims) {
        return sum(dims, false);
    }

    /** Sums along a dimension. */
    default Tensor sum(int dim, boolean keepdim) {
        return ReductionRows.SUM_DIM.apply(one("sum", dim, keepdim), self());
    }

    /** Sums along the dimensions; none means all. */
    default Tensor sum(int[] dims, boolean keepdim) {
        return ReductionRows.SUM_DIM.apply(dims("sum", dims, keepdim), self());
    }

    /** The mean of all elements. */
    default Tensor mean() {
        return ReductionRows.MEAN.apply(dims("mean", Shape.SCALAR, false), self());
    }

    /** Means along the dimensions. */
    default Tensor mean(int... dims) {
        return mean(dims, false);
    }

    /** Means along a dimension. */
    default Tensor mean(int dim, boolean keepdim) {
        return ReductionRows.MEAN_DIM.apply(one("mean", dim, keepdim), self());
    }

    /** Means along the dimensions; none means all. */
    default Tensor mean(int[] dims, boolean keepdim) {
        return ReductionRows.MEAN_DIM.apply(dims("mean", dims, keepdim), self());
    }

    /** The product of all elements. */
    default Tensor prod() {
        return ReductionRows.PROD.apply(dims("prod", Shape.SCALAR, false), self());
    }

    /** Products along a dimension. */
    default Tensor prod(int dim) {
        return prod(dim, false);
    }

    /** Products along a dimension. */
    default Tensor prod(int dim, boolean keepdim) {
        return ReductionRows.PROD_DIM.apply(one("prod", dim, keepdim), self());
    }

    /** The largest elements; the gradient is shared equally between equal ones. */
    default Tensor amax(int... dims) {
        return amax(dims, false);
    }

    /** The largest elements along the dimensions; none means all. */
    default Tensor amax(int[] dims, boolean keepdim) {
        return ReductionRows.AMAX.apply(dims("amax", dims, keepdim), self());
    }

    /** The smallest elements; the gradient is shared equally between equal ones. */
    default Tensor amin(int... dims) {
        return amin(dims, false);
    }

    /** The smallest elements along the dimensions; none means all. */
    default Tensor amin(int[] dims, boolean keepdim) {
        return ReductionRows.AMIN.apply(dims("amin", dims, keepdim), self());
    }

    /** The largest element; the gradient is shared equally between equal ones. */
    default Tensor max() {
        return ReductionRows.MAX.apply(dims("max", Shape.SCALAR, false), self());
    }

    /** The smallest element; the gradient is shared equally between equal ones. */
    default Tensor min() {
        return ReductionRows.MIN.apply(dims("min", Shape.SCALAR, false), self());
    }

    /** The largest elements along a dimension and where they are; the first of equal ones. */
    default MaxResult max(int dim, boolean keepdim) {
        Tensor index = Extremes.index("max", self().detach(), one("max", dim, keepdim), true);
        int d = Shape.dim("max", dim, self().shape.length);
        return new MaxResult(ReductionRows.MAX_DIM.apply(new ReductionRows.Chosen(d, keepdim, index), self()), index);
    }

    /** The smallest elements along a dimension and where they are; the first of equal ones. */
    default MaxResult min(int dim, boolean keepdim) {
        Tensor index = Extremes.index("min", self().detach(), one("min", dim, keepdim), false);
        int d = Shape.dim("min", dim, self().shape.length);
        return new MaxResult(ReductionRows.MIN_DIM.apply(new ReductionRows.Chosen(d, keepdim, index), self()), index);
    }

    /** Where the largest of all elements is, counted in row-major order. */
    default Tensor argmax() {
        return argmax(false);
    }

    /** Where the largest of all elements is, counted in row-major order; in a tensor of as many dimensions if wanted. */
    default Tensor argmax(boolean keepdim) {
        return Extremes.argument("argmax", self().detach(), dims("argmax", Shape.SCALAR, keepdim), true);
    }

    /** Where the largest element is along a dimension. */
    default Tensor argmax(int dim, boolean keepdim) {
        return Extremes.argument("argmax", self().detach(), one("argmax", dim, keepdim), true);
    }

    /** Where the smallest of all elements is, counted in row-major order. */
    default Tensor argmin() {
        return argmin(false);
    }

    /** Where the smallest of all elements is, counted in row-major order; in a tensor of as many dimensions if wanted. */
    default Tensor argmin(boolean keepdim) {
        return Extremes.argument("argmin", self().detach(), dims("argmin", Shape.SCALAR, keepdim), false);
    }

    /** Where the smallest element is along a dimension. */
    default Tensor argmin(int dim, boolean keepdim) {
        return Extremes.argument("argmin", self().detach(), one("argmin", dim, keepdim), false);
    }

    /** The unbiased variance of all elements. */
    default Tensor var() {
        return var(Shape.SCALAR, true, false);
    }

    /** Variances along the dimensions, none meaning all; unbiased ones divide by n - 1. */
    default Tensor var(int[] dims, boolean unbiased, boolean keepdim) {
        Dims d = dims("var", dims, keepdim);
        return ReductionRows.VAR.apply(new ReductionRows.Spread(d, unbiased ? 1 : 0), requireFloating("var"));
    }

    /** The unbiased standard deviation of all elements. */
    default Tensor std() {
        return std(Shape.SCALAR, true, false);
    }

    /** Standard deviations along the dimensions, none meaning all; the derivative is 0 where one is 0. */
    default Tensor std(int[] dims, boolean unbiased, boolean keepdim) {
        Dims d = dims("std", dims, keepdim);
        return ReductionRows.STD.apply(new ReductionRows.Spread(d, unbiased ? 1 : 0), requireFloating("std"));
    }

    /** The Euclidean norm of all elements. */
    default Tensor norm() {
        return norm(2, Shape.SCALAR, false);
    }

    /** The norm of order p, which may be 0 or infinite, along the dimensions, none meaning all; 0 of no elements. */
    default Tensor norm(double p, int[] dims, boolean keepdim) {
        Dims d = dims("norm", dims, keepdim);
        return ReductionRows.NORM.apply(new ReductionRows.Norm(d, p), requireFloating("norm"));
    }

    /** {@code log(sum(exp(this)))} along the dimensions, without overflow. */
    default Tensor logsumexp(int... dims) {
        return logsumexp(dims, false);
    }

    /** {@code log(sum(exp(this)))} along the dimensions, without overflow. */
    default Tensor logsumexp(int[] dims, boolean keepdim) {
        Tensor x = Scalars.floating(self());
        return ReductionRows.LOGSUMEXP.apply(Dims.of("logsumexp", x, dims, keepdim), x);
    }

    /** Running sums along a dimension. */
    default Tensor cumsum(int dim) {
        return ReductionRows.CUMSUM.apply(Shape.dim("cumsum", dim, self().shape.length), self());
    }

    /** {@code exp(this)} divided by the sum of it along a dimension. */
    default Tensor softmax(int dim) {
        return ReductionRows.SOFTMAX.apply(Shape.dim("softmax", dim, self().shape.length), requireFloating("softmax"));
    }

    /** The logarithm of the softmax, without overflow. */
    default Tensor logSoftmax(int dim) {
        return ReductionRows.LOG_SOFTMAX.apply(
                Shape.dim("logSoftmax", dim, self().shape.length), requireFloating("logSoftmax"));
    }

    /** Sums over the dimensions in which this is larger, so that the result has that shape. */
    default Tensor sumTo(int... shape) {
        return self().sumTo(shape, "sumTo");
    }
}
