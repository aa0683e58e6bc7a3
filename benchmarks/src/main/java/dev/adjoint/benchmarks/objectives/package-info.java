/**
 * The functions that the benchmarks differentiate, in Java as one writes it: loops, helper methods, small arrays. Their
 * companions {@code ...Grad} are written by the processor when this module is compiled.
 */
package dev.adjoint.benchmarks.objectives;
