/** Reads the index of derivatives that the processor leaves in a module's class folder. */
package dev.adjoint.check.index;
