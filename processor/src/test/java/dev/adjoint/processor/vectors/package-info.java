/**
 * Published problems with published derivatives: the sources under {@code vectors} in the resources, differentiated, against
 * files of inputs and outputs. The system property {@code adjoint.vectors.adbench} names another folder of such files.
 */
package dev.adjoint.processor.vectors;
