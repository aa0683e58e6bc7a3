/** The annotations a user writes, and the few functions that generated derivatives call. */
package dev.adjoint;
