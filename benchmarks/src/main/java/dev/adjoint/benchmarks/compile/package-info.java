/**
 * What the processor adds to the time of a compilation. {@link dev.adjoint.benchmarks.compile.CompileReport} runs all of it.
 */
package dev.adjoint.benchmarks.compile;
