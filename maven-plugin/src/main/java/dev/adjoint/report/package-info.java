/** One self-contained HTML page about the derivatives of a module. */
package dev.adjoint.report;
