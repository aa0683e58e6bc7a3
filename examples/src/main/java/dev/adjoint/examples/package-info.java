/** One class a story. */
package dev.adjoint.examples;
