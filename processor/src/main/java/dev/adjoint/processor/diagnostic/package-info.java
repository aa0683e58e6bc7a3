/**
 * What is told to the user: the table of problems, a problem at a place, and the report that collects them. Every text
 * says what was met, why it cannot be differentiated and what to write instead; {@code docs/problems.md} explains each id.
 */
package dev.adjoint.processor.diagnostic;
