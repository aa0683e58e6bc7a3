package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Rewriter;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Uses;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Moves what a loop computes anew in each iteration, always with the same result, before the loop. Only what is dear is
 * moved, functions and divisions, with what they need: the compiler moves additions by itself, and a reader wants to see
 * them where they are used. Only what can neither throw nor depend on memory is moved, because the loop may not run.
 */
final class InvariantMotion extends Rewriter {
    private InvariantMotion() {}

    static Function run(Function function) {
        return new InvariantMotion().function(function);
    }

    @Override
    public Void counted(Stmt.For s) {
        Set<Var> varying = new HashSet<>(s.carried().parameters());
        varying.add(s.counter());
        Block body = lighter(block(s.body()), varying);
        Stmt.Carried carried = s.carried();
        out().add(s.with(carried, body));
        return null;
    }

    @Override
    public Void loop(Stmt.While s) {
        Set<Var> varying = new HashSet<>(s.carried().parameters());
        Block condition = lighter(block(s.condition()), varying);
        Block body = lighter(block(s.body()), varying);
        out().add(s.with(s.carried(), condition, body));
        return null;
    }

    /** The block of a loop without what does not depend on the varying variables; that is appended to the outer block. */
    private Block lighter(Block block, Set<Var> varying) {
        Set<Stmt> moved = new HashSet<>(dear(invariant(block, varying)));
        if (moved.isEmpty()) {
            return block;
        }
        List<Stmt> rest = new ArrayList<>();
        for (Stmt statement : block.statements()) {
            if (moved.contains(statement)) {
                out().add(statement);
            } else {
                rest.add(statement);
            }
        }
        return new Block(rest, block.yields());
    }

    private static List<Stmt.Let> invariant(Block block, Set<Var> varying) {
        Set<Var> inside = new HashSet<>(varying);
        inside.addAll(Uses.of(block).bound());
        List<Stmt.Let> invariant = new ArrayList<>();
        for (Stmt statement : block.statements()) {
            if (statement instanceof Stmt.Let let
                    && Effects.isPure(let.value())
                    && let.value().operands().stream().noneMatch(inside::contains)) {
                invariant.add(let);
                inside.remove(let.target());
            }
        }
        return invariant;
    }

    /** Those that are dear, and those that they need. */
    private static List<Stmt.Let> dear(List<Stmt.Let> invariant) {
        List<Stmt.Let> dear = new ArrayList<>();
        Set<Operand> needed = new HashSet<>();
        for (int i = invariant.size() - 1; i >= 0; i--) {
            Stmt.Let let = invariant.get(i);
            if (isDear(let.value()) || needed.contains(let.target())) {
                dear.add(let);
                needed.addAll(let.value().operands());
            }
        }
        return dear;
    }

    private static boolean isDear(Expr value) {
        return value instanceof Expr.Apply apply
                && (apply.op().form() == Op.Form.CALL
                        || (apply.op().name().equals("/") && apply.op().result().isFloating()));
    }
}
