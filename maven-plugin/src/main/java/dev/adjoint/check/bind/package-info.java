/** Annotated methods and their generated derivatives, found by reflection and called with vectors of numbers. */
package dev.adjoint.check.bind;
