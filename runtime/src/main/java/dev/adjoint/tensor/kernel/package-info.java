/**
 * Loops over plain arrays: what the operations of the tape compute, without the tape. Nothing here knows of tensors,
 * gradients or shapes beyond lengths, offsets and strides.
 */
@NullMarked
package dev.adjoint.tensor.kernel;

import org.jspecify.annotations.NullMarked;
