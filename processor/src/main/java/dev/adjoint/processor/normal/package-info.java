/**
 * From typed source trees to the intermediate representation: variables become values, every block and function gets one
 * exit, expressions become one operation each in Java's order of evaluation, lambdas are bound to the calls that take
 * them, and loops are counted where they can be.
 */
package dev.adjoint.processor.normal;
