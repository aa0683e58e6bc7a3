package dev.adjoint.processor.contract;

import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Var;
import java.util.Set;

/**
 * A generated function before it is improved.
 *
 * @param derivative the variables that hold derivatives, which may be rounded otherwise than the primal's
 */
public record Made(Function function, Set<Var> derivative) {}
