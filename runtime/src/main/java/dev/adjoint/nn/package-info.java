/**
 * Networks: layers with their parameters, losses, and their storage in the safetensors format. Layers, names of
 * parameters, initial distributions and defaults are those of PyTorch's {@code torch.nn}, so that parameters can be
 * exchanged.
 */
@NullMarked
package dev.adjoint.nn;

import org.jspecify.annotations.NullMarked;
