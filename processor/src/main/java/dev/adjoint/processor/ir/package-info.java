/**
 * The closed program that every stage after {@code normal} takes and gives: structured code in static single assignment
 * form. Variables are assigned once; {@code if} and loops carry values by parameters, yields and results; arrays are the
 * only mutable thing. User code and derivatives are the same language, so a derivative can be differentiated again.
 */
package dev.adjoint.processor.ir;
