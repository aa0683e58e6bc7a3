/**
 * What gradients cost: each problem's primal, the generated gradient, one written by hand, Hipparchus' and finite
 * differences, measured in one run. {@link dev.adjoint.benchmarks.gradients.GradientReport} runs all of it.
 */
package dev.adjoint.benchmarks.gradients;
