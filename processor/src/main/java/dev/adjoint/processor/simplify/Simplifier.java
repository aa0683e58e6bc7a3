package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Uses;
import dev.adjoint.processor.ir.Var;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

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
        return simplify(function, derivative, Set.of());
    }

    /**
     * Simplifies a function, and keeps the exceptions of some of its statements.
     *
     * @param derivative as for {@link #simplify(Function, Set)}
     * @param checked what an element or an array is bound to, and arrays: where reading, making or writing them throws,
     *     it throws afterwards too, even if nobody uses the value
     */
    public static Function simplify(Function function, Set<Var> derivative, Set<Var> checked) {
        return scalar(function, new HashSet<>(derivative), new HashSet<>(checked));
    }

    /**
     * Simplifies a function that is about to be differentiated: it computes the same bits, and throws the same. What is said
     * then of sums and of arrays used anew is for the derivative; the function is not simplified further.
     */
    public static Function prepare(Function function) {
        Set<Var> checked = Uses.of(function.body()).bound();
        Function simple = simplify(function, Set.of(), checked);
        Function summed = ElementSums.run(simple);
        return Scratch.run(summed.equals(simple) ? simple : simplify(summed, Set.of(), arrays(checked)));
    }

    /** An element that a sum in place has taken over is accessed by that; its reading has to throw no more. */
    private static Set<Var> arrays(Set<Var> checked) {
        return checked.stream().filter(v -> v.type().isArray()).collect(Collectors.toSet());
    }

    /**
     * Simplifies a function and gives it its last form, for reading and for HotSpot: array elements that a loop reads or
     * adds to again and again are kept in variables, arrays of derivatives are written plainly where their elements are
     * still zero and replaced by variables where an iteration has no more than one, and values stand next to their uses.
     *
     * @param derivative as for {@link #simplify(Function, Set)}
     */
    public static Function finish(Function function, Set<Var> derivative) {
        return finish(function, derivative, Set.of());
    }

    /**
     * Gives a function its last form, and keeps the exceptions of some of its statements.
     *
     * @param derivative as for {@link #simplify(Function, Set)}
     * @param checked as for {@link #simplify(Function, Set, Set)}
     */
    public static Function finish(Function function, Set<Var> derivative, Set<Var> checked) {
        Set<Var> marked = new HashSet<>(derivative);
        Set<Var> kept = new HashSet<>(checked);
        Function tidy = scalar(function, marked, kept);
        return Placement.run(usesArrays(tidy.body()) ? fast(tidy, marked, kept) : tidy, marked);
    }

    private static boolean usesArrays(Block block) {
        return !Accesses.of(block).all().isEmpty();
    }

    private static Function fast(Function tidy, Set<Var> marked, Set<Var> kept) {
        Function lean = Contraction.run(LoopFusion.run(overwriting(tidy, marked), marked), marked);
        Function contracted = lean.equals(tidy) ? tidy : scalar(lean, marked, kept);
        Function hoisted = LoopElements.run(TripCounts.run(contracted), marked);
        Function summed = ElementTotals.run(LoopSums.run(hoisted, marked), marked);
        Function fast = SlidingSums.run(summed, marked);
        Function last = overwriting(fast, marked);
        return last.equals(contracted) ? contracted : settled(last, marked, kept);
    }

    /** With plain writes in the place of sums, and without writes, where an array of derivatives allows it. */
    private static Function overwriting(Function function, Set<Var> marked) {
        return DeadStores.run(FirstContributions.run(function, marked), marked);
    }

    /** Simplified, with variables in the place of small arrays; rows of arrays are found when those have gone. */
    private static Function scalar(Function function, Set<Var> marked, Set<Var> checked) {
        Function current = settled(function, marked, checked);
        for (int round = 0; round < ROUNDS; round++) {
            Function next = ScalarReplacement.run(Unrolling.run(current, marked, checked), marked, checked);
            if (next.equals(current)) {
                break;
            }
            current = settled(next, marked, checked);
        }
        return current;
    }

    private static Function settled(Function function, Set<Var> marked, Set<Var> checked) {
        List<UnaryOperator<Function>> passes = List.of(
                f -> CommonSubexpressions.run(f, marked),
                f -> Propagation.run(f, marked),
                f -> LikeTerms.run(f, marked),
                BranchFusion::run,
                InvariantMotion::run,
                f -> DeadCode.run(f, marked, checked));
        return settled(function, passes);
    }

    /** Runs the passes in turn until none of them changes what the one before it has left. */
    private static Function settled(Function function, List<UnaryOperator<Function>> passes) {
        Function current = function;
        int unchanged = 0;
        for (int step = 0; step < ROUNDS * passes.size() && unchanged < passes.size(); step++) {
            Function next = passes.get(step % passes.size()).apply(current);
            unchanged = next.equals(current) ? unchanged + 1 : 0;
            current = next;
        }
        return current;
    }
}
