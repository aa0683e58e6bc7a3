/** Values of differentiable types as vectors of numbers and back, and as Java text. */
package dev.adjoint.check.value;
