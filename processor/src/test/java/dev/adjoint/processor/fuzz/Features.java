package dev.adjoint.processor.fuzz;

/**
 * Parts of the language that only some programs use.
 *
 * @param lambdas lambdas passed to methods
 * @param records a record with methods
 * @param rules methods whose derivatives are given by rules
 * @param stops what the derivative stops at, although the value changes: then differences say nothing
 * @param floats numbers of single precision
 */
record Features(boolean lambdas, boolean records, boolean rules, boolean stops, boolean floats) {}
