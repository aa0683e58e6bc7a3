/**
 * Gradients of {@link dev.adjoint.benchmarks.objectives} as a careful person writes them for speed: one pass forward, one
 * pass back, nothing kept that is cheap to find again, sums in local variables, results of {@code exp} and {@code tanh} used
 * again. They are what the generated gradients are measured against.
 */
package dev.adjoint.benchmarks.handwritten;
