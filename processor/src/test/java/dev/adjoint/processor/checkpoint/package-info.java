/** Checkpointing as a whole: steps, memory, and what is told about them. */
package dev.adjoint.processor.checkpoint;
