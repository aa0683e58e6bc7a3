package dev.adjoint.processor.transform;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Stmt;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The statements of a rule over other operands. Rules are made of bindings and branches only.
 */
record Renaming(UnaryOperator<Operand> rename) {
    List<Stmt> all(List<Stmt> statements) {
        return statements.stream().map(this::one).toList();
    }

    private Stmt one(Stmt statement) {
        if (statement instanceof Stmt.Let let) {
            return new Stmt.Let(let.target(), let.value().map(rename));
        }
        if (statement instanceof Stmt.If branch) {
            return new Stmt.If(
                    rename.apply(branch.condition()),
                    block(branch.then()),
                    block(branch.otherwise()),
                    branch.results());
        }
        throw new IllegalStateException("a rule holds " + statement);
    }

    private Block block(Block block) {
        return new Block(
                all(block.statements()), block.yields().stream().map(rename).toList());
    }
}
