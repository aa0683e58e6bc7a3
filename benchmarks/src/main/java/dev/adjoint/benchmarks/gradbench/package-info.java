/**
 * A tool of the benchmark suite GradBench: a process that reads requests and writes responses, one line of JSON each, on
 * its standard input and output.
 */
@NullMarked
package dev.adjoint.benchmarks.gradbench;

import org.jspecify.annotations.NullMarked;
