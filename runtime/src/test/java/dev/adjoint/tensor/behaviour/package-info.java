/** PyTorch's recorded behaviour - printing, names of steps, state and errors - against the tape's. */
package dev.adjoint.tensor.behaviour;
