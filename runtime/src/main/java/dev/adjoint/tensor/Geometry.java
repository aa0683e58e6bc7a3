package dev.adjoint.tensor;

/**
 * A part of a tensor, seen as strides over its elements in row-major order.
 *
 * @param shape the part's shape
 * @param strides how many elements of the whole lie between neighbours, by dimension
 * @param offset where the part begins
 * @param whole the shape of the whole
 */
record Geometry(int[] shape, int[] strides, int offset, int[] whole) {}
