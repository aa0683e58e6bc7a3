/** Compares committed derivatives with what the processor writes now. */
package dev.adjoint.verify;
