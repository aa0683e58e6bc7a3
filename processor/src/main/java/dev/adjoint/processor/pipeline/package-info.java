/** The stages in their order, from requests to source files, with tracing and verification between them. */
package dev.adjoint.processor.pipeline;
