package dev.adjoint.processor.normal;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Stmt;
import java.util.Collection;
import java.util.List;

/** Whether statements do nothing but compute values, so that they may be left out where nobody sees the values. */
final class Harmless {
    private final Collection<Operand> cells;

    /** @param cells arrays of one element */
    Harmless(Collection<Operand> cells) {
        this.cells = cells;
    }

    /** Whether a handler that is left by throwing what it has caught may as well not be there. */
    boolean throwsOn(List<Stmt> handler, Operand caught) {
        int last = handler.size() - 1;
        return last >= 0
                && handler.get(last).equals(new Stmt.Throw(caught))
                && handler.subList(0, last).stream().allMatch(this::is);
    }

    private boolean is(Stmt statement) {
        if (statement instanceof Stmt.Let let) {
            return isValue(let.value());
        } else if (statement instanceof Stmt.If branch) {
            return is(branch.then()) && is(branch.otherwise());
        }
        return statement instanceof Stmt.Comment;
    }

    private boolean is(Block block) {
        return block.statements().stream().allMatch(this::is);
    }

    private boolean isValue(Expr e) {
        if (e instanceof Expr.Load load) {
            return cells.contains(load.array()) && load.index().equals(Literal.of(0));
        }
        return e instanceof Expr.Copy
                || (e instanceof Expr.Apply apply && !apply.op().canThrow());
    }
}
