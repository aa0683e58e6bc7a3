/**
 * Facts about a function, as side tables that never change it: which references may be the same array ({@link
 * dev.adjoint.processor.analysis.Aliases}), which values carry derivatives ({@link
 * dev.adjoint.processor.analysis.Activity}), which reads of memory would give the same value again later ({@link
 * dev.adjoint.processor.analysis.Memory}).
 */
package dev.adjoint.processor.analysis;
