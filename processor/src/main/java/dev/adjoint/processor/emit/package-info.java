/**
 * The intermediate representation as Java source: names, precedence, comments, Javadoc. The only package that sees
 * JavaPoet.
 */
package dev.adjoint.processor.emit;
