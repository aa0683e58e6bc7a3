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
     * Simplifies a function. What is simplified so may be differentiated afterwards.
     *
     * @param derivative the variables that hold derivatives, arrays of derivatives included: only these may be rounded
     *     differently, and an array among them is never the same as one that is not
     * @return an equivalent function with the same parameters
     */
    public static Function simplify(Function function, Set<Var> derivative) {
        return settled(function, new HashSet<>(derivative));
    }

    /** Simplifies a function that is about to be differentiated, without changing a bit of what it computes. */
    public static Function prepare(Function function) {
        Function simple = simplify(function, Set.of());
        Function summed = ElementSums.run(simple);
        return summed.equals(simple) ? simple : simplify(summed, Set.of());
    }

    /**
     * Simplifies a function and gives it its last form, for reading and for HotSpot: array elements that a loop reads or
     * adds to again and again are kept in variables, and values stand next to their uses.
     *
     * @param derivative as for {@link #simplify}
     */
    public static Function finish(Function function, Set<Var> derivative) {
        Set<Var> marked = new HashSet<>(derivative);
        Function tidy = settled(function, marked);
        Function fast = LoopSums.run(LoopElements.run(tidy, marked), marked);
        Function settled = fast.equals(tidy) ? tidy : settled(fast, marked);
        return Placement.run(settled, marked);
    }

    private static Function settled(Function function, Set<Var> marked) {
        Function current = function;
        for (int round = 0; round < ROUNDS; round++) {
            Function next = round(current, marked);
            if (next.equals(current)) {
                break;
            }
            current = next;
        }
        return current;
    }

    private static Function round(Function function, Set<Var> derivative) {
        Function current = CommonSubexpressions.run(function, derivative);
        current = Propagation.run(current, derivative);
        current = LikeTerms.run(current, derivative);
        current = BranchFusion.run(current);
        current = InvariantMotion.run(current);
        return DeadCode.run(current, derivative);
    }
}
