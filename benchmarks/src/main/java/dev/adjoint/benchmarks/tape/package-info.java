/** The tape: whole passes and training steps, in the cases (a) to (g) that are also measured in PyTorch. */
package dev.adjoint.benchmarks.tape;
