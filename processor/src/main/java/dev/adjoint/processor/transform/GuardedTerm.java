package dev.adjoint.processor.transform;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Stmt;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Guards in code that is differentiated again: {@code isZero(s) ? 0 : t}, with a term that is zero with {@code s} by itself. The
 * derivative is that of the term also where {@code s} happens to be zero.
 */
final class GuardedTerm {
    private GuardedTerm() {}

    /**
     * What the guard tests, or null if the branch is none.
     *
     * @param operations gives the operation that made a value
     */
    static @Nullable List<Operand> tested(Stmt.If s, Function<Operand, Expr.@Nullable Apply> operations) {
        Expr.Apply test = operations.apply(s.condition());
        boolean guard = test != null
                && test.op().isGuard()
                && s.then().statements().isEmpty()
                && s.then().yields().stream().allMatch(y -> y instanceof Literal zero && zero.isZero())
                && isPure(s.otherwise());
        return guard ? test.args() : null;
    }

    /** Whether the block can run also where the guard would have left it out. */
    private static boolean isPure(Block block) {
        return block.statements().stream().allMatch(GuardedTerm::isPure);
    }

    private static boolean isPure(Stmt statement) {
        if (statement instanceof Stmt.If choice) {
            return isPure(choice.then()) && isPure(choice.otherwise());
        }
        return statement instanceof Stmt.Comment || (statement instanceof Stmt.Let let && isPure(let.value()));
    }

    private static boolean isPure(Expr value) {
        return value instanceof Expr.Apply apply
                ? !apply.op().canThrow()
                : value instanceof Expr.Copy
                        || value instanceof Expr.Stop
                        || value instanceof Expr.Load
                        || value instanceof Expr.Length
                        || value instanceof Expr.Field;
    }
}
