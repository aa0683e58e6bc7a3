package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Parts;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Uses;
import dev.adjoint.processor.ir.Var;
import java.util.List;

/**
 * About how many bytes of bytecode a function takes, rather too many than too few. A local variable costs two bytes to
 * load and to store, or four where there are more than 256 slots; a constant or a call three; a branch six.
 */
public final class SizeEstimate {
    private static final int FEW_VARIABLES = 110;
    private static final int NEAR = 2;
    private static final int FAR = 4;

    private final Uses uses;
    private final int local;

    private SizeEstimate(Uses uses) {
        this(uses, uses.bound().size() > FEW_VARIABLES ? FAR : NEAR);
    }

    private SizeEstimate(Uses uses, int local) {
        this.uses = uses;
        this.local = local;
    }

    /** The estimated bytes of the method that the function becomes. */
    public static int of(Function function) {
        return of(function.body()) + 10;
    }

    /** The estimated bytes of a block and what is in it. */
    static int of(Block block) {
        return new SizeEstimate(Uses.of(block)).block(block);
    }

    /** A number of bytes that the statement does not exceed, whatever stands around it. */
    static int atMost(Stmt statement) {
        return new SizeEstimate(Uses.of(List.of()), FAR).statement(statement);
    }

    private int block(Block block) {
        return block.statements().stream().mapToInt(this::statement).sum()
                + operands(block.yields())
                + local * block.yields().size();
    }

    private int statement(Stmt statement) {
        Parts parts = Parts.of(statement);
        int blocks = parts.blocks().stream().mapToInt(this::block).sum();
        int bound = parts.bound().stream()
                .mapToInt(v -> uses.count(v) == 1 ? 0 : local)
                .sum();
        return operands(parts.operands()) + blocks + bound + own(statement, parts);
    }

    private int own(Stmt statement, Parts parts) {
        if (statement instanceof Stmt.Let let) {
            return own(let.value());
        }
        if (statement instanceof Stmt.Do perform) {
            return own(perform.value()) + 1;
        }
        if (statement instanceof Stmt.Comment) {
            return 0;
        }
        return statement instanceof Stmt.Accumulate
                ? 4
                : 6 + 12 * parts.blocks().size();
    }

    private static int own(Expr value) {
        if (value instanceof Expr.ArrayOf array) {
            return 5 + 7 * array.elements().size();
        }
        if (value instanceof Expr.Foreign foreign) {
            return 8 + foreign.pieces().stream().mapToInt(String::length).sum() / 4;
        }
        return value instanceof Expr.Construct ? 7 : value instanceof Expr.Apply || value instanceof Expr.Load ? 3 : 5;
    }

    private int operands(List<? extends Operand> operands) {
        return operands.stream().mapToInt(this::operand).sum();
    }

    /** A value used once is where it is needed as soon as it is computed. */
    private int operand(Operand operand) {
        if (operand instanceof Literal) {
            return 3;
        }
        return operand instanceof Var variable
                        && uses.count(variable) == 1
                        && uses.bound().contains(variable)
                ? 0
                : local;
    }
}
