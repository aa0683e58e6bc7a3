/** The annotation processor: rounds, deferral, files and the printing of the report. */
package dev.adjoint.processor;
