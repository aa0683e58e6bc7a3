/** What the report shows beside the certificate: values for plots, and what a derivative costs. */
package dev.adjoint.check.measure;
