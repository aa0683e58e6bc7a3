/** Source files: finding them, reading methods and generated derivatives from them, and relating both line by line. */
package dev.adjoint.source;
