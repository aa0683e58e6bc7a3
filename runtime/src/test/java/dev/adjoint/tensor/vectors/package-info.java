/** The harness over reference data produced by PyTorch. */
package dev.adjoint.tensor.vectors;
