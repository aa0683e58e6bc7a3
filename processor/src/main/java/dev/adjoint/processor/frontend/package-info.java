/**
 * From the compiler's trees to typed source trees: the only package that sees {@code com.sun.source}. It takes annotated
 * methods and gives {@link dev.adjoint.processor.frontend.Request}s and the methods they reach; what cannot be
 * differentiated is refused here, so that later stages meet no errors of the user. Bodies are typed by our own rules
 * over {@code Elements} and {@code Types}: the compiler's attribution would change the trees it works on.
 */
package dev.adjoint.processor.frontend;
