/**
 * The tape: {@link dev.adjoint.tensor.Tensor}, dynamic automatic differentiation with PyTorch's semantics.
 *
 * <p>An operation is one row (an {@code Op}) in one of the tables {@code *Rows}: name, forward computation, the gradient
 * for each operand as tensor operations, and the convention at kinks. The computations themselves are loops over plain
 * arrays in {@code dev.adjoint.tensor.kernel}; {@code Engine} walks the recorded graph backwards.
 */
@NullMarked
package dev.adjoint.tensor;

import org.jspecify.annotations.NullMarked;
