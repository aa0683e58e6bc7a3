/** The evaluations of GradBench, each with the functions that the suite asks for. */
@NullMarked
package dev.adjoint.benchmarks.gradbench.evaluations;

import org.jspecify.annotations.NullMarked;
