/** The comparisons that are made at one input, and what follows from many of them for a derivative. */
package dev.adjoint.check.verdict;
