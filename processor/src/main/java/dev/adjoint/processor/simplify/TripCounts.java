package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Rewriter;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Stmt.Relation;
import dev.adjoint.processor.ir.Var;

/**
 * Writes what triangular loops count as a person would, and as HotSpot knows best: {@code r > c} for {@code r >= c + 1} where
 * {@code c} counts an outer loop, and {@code n - r} for {@code max(n - r, 0)} where {@code r} never is more than {@code n}.
 */
final class TripCounts extends Rewriter {
    private final Bounds bounds = new Bounds();

    private TripCounts() {}

    static Function run(Function function) {
        return new TripCounts().function(function);
    }

    @Override
    public Void let(Stmt.Let s) {
        bounds.define(s.target(), s.value());
        if (s.value() instanceof Expr.Apply apply && isCountOfWhatRuns(apply)) {
            replace(s.target(), operand(apply.args().get(0)));
            return null;
        }
        return super.let(s);
    }

    private boolean isCountOfWhatRuns(Expr.Apply apply) {
        return apply.op().name().equals("java.lang.Math.max")
                && apply.args().get(1).equals(Literal.of(0))
                && bounds.definition(apply.args().get(0)) instanceof Expr.Apply count
                && count.op().name().equals("-")
                && count.args().size() == 2
                && bounds.isAtMost(count.args().get(1), count.args().get(0));
    }

    @Override
    public Void counted(Stmt.For s) {
        bounds.enter(s);
        super.counted(s);
        Var outer = s.relation() == Relation.GE ? bounds.counterBefore(s.bound()) : null;
        if (outer != null) {
            Stmt.For loop =
                    (Stmt.For) out().statements().remove(out().statements().size() - 1);
            Operand bound = operand(outer);
            out().add(new Stmt.For(
                    loop.counter(),
                    loop.from(),
                    Relation.GT,
                    bound,
                    loop.step(),
                    loop.carried(),
                    loop.body(),
                    loop.checkpoints()));
        }
        return null;
    }
}
