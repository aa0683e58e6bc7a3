/**
 * Optimisers, learning-rate schedules and gradient clipping with the formulas, defaults and argument names of PyTorch's
 * {@code torch.optim}. They take leaf tensors, read their gradients and change them in place, outside the graph.
 */
@NullMarked
package dev.adjoint.optim;

import org.jspecify.annotations.NullMarked;
