package dev.adjoint.processor.ir;

import java.util.List;

/**
 * Statements and the values they hand to what encloses them: an {@code if}'s results, a loop's next parameters, a
 * function's result. A block whose last statement throws hands on nothing that is ever looked at.
 */
public record Block(List<Stmt> statements, List<Operand> yields) {
    public static final Block EMPTY = new Block(List.of(), List.of());

    public Block {
        statements = List.copyOf(statements);
        yields = List.copyOf(yields);
    }

    /** Whether control never reaches the end of the block. */
    public boolean throwsAlways() {
        return !statements.isEmpty() && statements.get(statements.size() - 1) instanceof Stmt.Throw;
    }
}
