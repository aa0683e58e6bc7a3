package dev.adjoint.processor.rules;

import dev.adjoint.processor.ir.Operand;

/** A partial derivative as a linear map: builds the code for the partial derivative times the seed. */
@FunctionalInterface
interface Partial {
    Operand times(Site site);
}
