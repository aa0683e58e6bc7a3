package dev.adjoint.processor.contract;

import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Var;
import java.util.Set;

/**
 * A generated function before it is improved.
 *
 * @param derivative the variables that hold derivatives, which may be rounded otherwise than the primal's
 * @param checked the primal's reads and arrays that throw where the primal does, although their values may not be used: the
 *     derivative does not access the shadows in their place
 */
public record Made(Function function, Set<Var> derivative, Set<Var> checked) {}
