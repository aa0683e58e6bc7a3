/** Inputs for checks, drawn repeatably from {@code @Domain}, {@code @Sample} suppliers, or defaults. */
package dev.adjoint.check.sample;
