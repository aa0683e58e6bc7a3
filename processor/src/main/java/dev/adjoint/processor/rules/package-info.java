/**
 * The derivative table: one row for each primitive operation. Takes an operation, gives how a derivative passes through
 * it. A row is a linear map of a seed for each argument, which serves both modes: forward mode sums the maps of the
 * arguments' tangents, reverse mode adds the map of the result's adjoint to each argument's adjoint. What reverse mode
 * must keep is read off the row. One row serves {@code double}, {@code float}, {@code Math} and {@code StrictMath}.
 *
 * <p>Guarantees: a contribution that is structurally zero is the literal zero and never an operation, and a guarded
 * contribution is zero where its seed is exactly zero, even where the partial derivative is infinite.
 */
@org.jspecify.annotations.NullMarked
package dev.adjoint.processor.rules;
