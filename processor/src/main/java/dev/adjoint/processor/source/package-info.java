/**
 * What the front end gives: methods as typed trees of resolved Java. All names are bound, all conversions written out,
 * every overload chosen, and everything that cannot be differentiated has been refused. Variables are still assigned as
 * in the source; {@code normal} turns this into the intermediate representation.
 */
package dev.adjoint.processor.source;
