/**
 * The two modes. {@link dev.adjoint.processor.transform.Tangents} carries tangents along with the values (forward mode);
 * {@link dev.adjoint.processor.transform.Adjoints} runs the function, records what its reverse will need, and carries
 * adjoints back through a mirror image of it (reverse mode). Both give programs of the same kind as they take.
 *
 * <p>Terms follow Griewank and Walther, Evaluating Derivatives (2nd edition, SIAM 2008). An active array has a shadow,
 * an array of the same shape that holds the derivatives of its elements; every operation on a reference is done on the
 * shadow too, so that two names of one array share one shadow.
 */
package dev.adjoint.processor.transform;
