/** Shows how far a long computation has come. */
@NullMarked
package dev.adjoint.progress;

import org.jspecify.annotations.NullMarked;
