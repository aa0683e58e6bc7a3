/** The goals of the Maven plugin. They read options and the project, and leave the work to the packages beside. */
package dev.adjoint.maven;
