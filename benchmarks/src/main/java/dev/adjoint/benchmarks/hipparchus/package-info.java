/**
 * {@link dev.adjoint.benchmarks.objectives} written with Hipparchus' {@code Gradient}, which carries all first derivatives
 * through every operation at run time.
 */
package dev.adjoint.benchmarks.hipparchus;
