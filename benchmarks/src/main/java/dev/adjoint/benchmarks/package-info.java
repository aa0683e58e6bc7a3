/** What things cost: one package for each kind of thing. */
package dev.adjoint.benchmarks;
