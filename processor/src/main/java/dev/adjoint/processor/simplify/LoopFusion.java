package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Rewriter;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Uses;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes one loop of two that count alike and hand elements of an array of derivatives from an iteration of the first to the
 * same iteration of the second. Allowed where no iteration touches what another one of the other loop does, except that
 * both add to it; and only up to a number of arrays.
 */
final class LoopFusion extends Rewriter {
    /** A loop over more arrays than these does not keep their addresses in registers. */
    private static final int MOST_ARRAYS = 10;

    private final References references;

    private LoopFusion(References references) {
        this.references = references;
    }

    static Function run(Function function, Set<Var> derivative) {
        return new LoopFusion(References.of(function, derivative)).function(function);
    }

    @Override
    public Block block(Block block) {
        Block inner = super.block(block);
        List<Stmt> made = new ArrayList<>();
        for (Stmt statement : inner.statements()) {
            int first = statement instanceof Stmt.For loop ? partner(made, loop) : -1;
            if (first < 0) {
                made.add(statement);
            } else {
                fuse(made, first, (Stmt.For) statement);
            }
        }
        return inner.with(made, inner.yields());
    }

    /** Where the loop is that this one can be fused with, or -1. */
    private int partner(List<Stmt> before, Stmt.For loop) {
        int first = before.size() - 1;
        while (first >= 0 && isMovable(before.get(first))) {
            first--;
        }
        boolean fits = first >= 0
                && before.get(first) instanceof Stmt.For candidate
                && countAlike(candidate, loop)
                && areIndependent(candidate, before.subList(first + 1, before.size()), loop)
                && areFusible(candidate, loop);
        return fits ? first : -1;
    }

    /** Whether a statement that stands between the loops can stand before them. */
    private static boolean isMovable(Stmt statement) {
        return statement instanceof Stmt.Comment
                || (statement instanceof Stmt.Let let
                        && (Effects.isPure(let.value()) || let.value() instanceof Expr.Length));
    }

    private static boolean countAlike(Stmt.For first, Stmt.For second) {
        return first.from().equals(second.from())
                && first.bound().equals(second.bound())
                && first.relation() == second.relation()
                && first.step() == second.step()
                && first.checkpoints() == null
                && second.checkpoints() == null;
    }

    /** Whether nothing after the first loop uses its results. */
    private static boolean areIndependent(Stmt.For first, List<Stmt> between, Stmt.For second) {
        List<Stmt> after = new ArrayList<>(between);
        after.add(second);
        Set<Var> used = Uses.of(after).read();
        return first.carried().results().stream().noneMatch(used::contains);
    }

    private boolean areFusible(Stmt.For first, Stmt.For second) {
        Accesses one = Accesses.of(first.body());
        Accesses other = Accesses.of(second.body());
        if (!one.isPlain()
                || !other.isPlain()
                || !isHidden(one)
                || !isHidden(other)
                || arrays(one, other) > MOST_ARRAYS) {
            return false;
        }
        boolean handsOn = false;
        for (Accesses.Access left : one.all()) {
            for (Accesses.Access right : other.all()) {
                if (meet(left, right)) {
                    boolean own = left.array() == right.array()
                            && left.index() == first.counter()
                            && right.index() == second.counter();
                    if (!own && !bothAdd(left, right)) {
                        return false;
                    }
                    handsOn |= own && references.isPrivate(left.array());
                }
            }
        }
        return handsOn;
    }

    private static long arrays(Accesses one, Accesses other) {
        return Stream.concat(one.all().stream(), other.all().stream())
                .map(Accesses.Access::array)
                .distinct()
                .count();
    }

    /** Whether the order of the two accesses may matter. */
    private boolean meet(Accesses.Access left, Accesses.Access right) {
        return !(left.reads() && right.reads()) && references.mayBeSame(left.array(), right.array());
    }

    private static boolean bothAdd(Accesses.Access left, Accesses.Access right) {
        return left.kind() == Accesses.Kind.SUM && right.kind() == Accesses.Kind.SUM;
    }

    /** Whether all that is written are derivatives, so that nobody could tell which writes were made before a failing one. */
    private boolean isHidden(Accesses accesses) {
        return accesses.all().stream().allMatch(a -> a.reads() || references.holdsDerivatives(a.array()));
    }

    private static void fuse(List<Stmt> made, int position, Stmt.For second) {
        Stmt.For first = (Stmt.For) made.remove(position);
        Rewriter counting = new Rewriter();
        counting.replace(second.counter(), first.counter());
        Block continued = counting.block(second.body());
        List<Stmt> statements = new ArrayList<>(first.body().statements());
        statements.addAll(continued.statements());
        Block body = new Block(statements, joined(first.body().yields(), continued.yields()));
        made.add(first.with(first.carried().and(second.carried()), body));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
