/** The outcome of a check as a table for people, and as JUnit XML, SARIF and JSON for continuous integration. */
package dev.adjoint.check.output;
