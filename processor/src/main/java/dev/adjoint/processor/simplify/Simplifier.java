package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Var;
import java.util.HashSet;
import java.util.Set;

/** Runs the passes over a function until it stays the same. */
public final class Simplifier {
    /** Enough for all that one pass opens up for another; what is left after that is small. */
    private static final int ROUNDS = 8;

    private Simplifier() {}

    /**
     * Simplifies a function.
     *
     * @param derivative the variables that hold derivatives, arrays of derivatives included: only these may be rounded
     *     differently, and an array among them is never the same as one that is not
     * @return an equivalent function with the same parameters
     */
    public static Function simplify(Function function, Set<Var> derivative) {
        Set<Var> marked = new HashSet<>(derivative);
        Function current = function;
        for (int round = 0; round < ROUNDS; round++) {
            Function next = round(current, marked);
            if (next.equals(current)) {
                break;
            }
            current = next;
        }
        return Placement.run(current, marked);
    }

    private static Function round(Function function, Set<Var> derivative) {
        Function current = CommonSubexpressions.run(function, derivative);
        current = Propagation.run(current, derivative);
        current = LikeTerms.run(current, derivative);
        current = InvariantMotion.run(current);
        return DeadCode.run(current, derivative);
    }
}
