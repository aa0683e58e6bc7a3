/**
 * Random programs over the accepted language, run through the checks of the corpus. A failing program is shrunk. Programs
 * end by construction (every loop is bounded) and their numbers stay moderate (what is stored passes through a bounded
 * function), so that a difference between two ways to compute a derivative is a defect and not rounding.
 */
package dev.adjoint.processor.fuzz;
