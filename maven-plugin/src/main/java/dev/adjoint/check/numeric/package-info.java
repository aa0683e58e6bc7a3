/** Derivatives of functions of one variable by finite differences, with error estimates. Nothing here knows Adjoint. */
package dev.adjoint.check.numeric;
