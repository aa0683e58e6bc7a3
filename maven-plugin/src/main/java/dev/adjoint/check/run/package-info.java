/**
 * Runs checks in a Java process of their own, so that endless loops, exhausted memory and {@code System.exit} in user
 * code cannot harm the build. A {@link dev.adjoint.check.run.Job} goes in and outcomes come out, both as JSON files.
 */
package dev.adjoint.check.run;
