/**
 * What is generated for a method: the names, parameters and results of its derivatives, and how each is put together from
 * the sweeps of {@code transform}: copies of arrays that the method writes, shadows, seeds, and the packing of gradients.
 */
package dev.adjoint.processor.contract;
