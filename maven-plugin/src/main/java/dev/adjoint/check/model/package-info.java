/** What the gradient check is told and what it finds out, as plain records that travel between processes as JSON. */
package dev.adjoint.check.model;
