package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Rewriter;
import dev.adjoint.processor.ir.Stmt;
import java.util.List;

/** Copies code and leaves out what follows a throw: putting code in the place of a statement can bring one in. */
class ReachableCode extends Rewriter {
    @Override
    public Block block(Block block) {
        Block rewritten = super.block(block);
        if (!rewritten.throwsAlways()) {
            return rewritten;
        }
        return rewritten.with(rewritten.statements(), Operand.replaced(rewritten.yields(), ReachableCode::nothing));
    }

    private static Operand nothing(Operand operand) {
        Literal zero = Literal.zero(operand.type());
        return zero.equals(operand) ? operand : zero;
    }

    @Override
    public void statements(List<Stmt> statements) {
        for (Stmt statement : statements) {
            if (endsInThrow()) {
                return;
            }
            statement.accept(this);
        }
    }

    /** Whether what is appended now would never run. */
    final boolean endsInThrow() {
        List<Stmt> done = out().statements();
        return !done.isEmpty() && done.get(done.size() - 1) instanceof Stmt.Throw;
    }
}
