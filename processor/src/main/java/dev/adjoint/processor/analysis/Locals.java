package dev.adjoint.processor.analysis;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Parts;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Uses;
import dev.adjoint.processor.ir.Var;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which arrays belong to one iteration of a loop: each iteration has its own, and neither the next one nor anything outside
 * the loop sees it.
 */
final class Locals {
    private final Aliases aliases;
    private final Map<Cell, Set<Var>> members = new HashMap<>();
    private final Map<Cell, Set<Cell>> holders = new HashMap<>();
    private final Set<Cell> known = new HashSet<>();
    private final Map<Stmt, Set<Var>> bound = new IdentityHashMap<>();

    private Locals(Aliases aliases) {
        this.aliases = aliases;
    }

    static Locals of(Function function, Aliases aliases) {
        Locals locals = new Locals(aliases);
        function.parameters().forEach(p -> locals.met(p, false));
        locals.block(function.body());
        return locals;
    }

    /** Whether all that the operand may refer to is made anew in each iteration of the loop, and left behind by it. */
    boolean isOfIteration(Operand array, Stmt loop) {
        return isWithin(aliases.cell(array).root(), boundIn(loop), new HashSet<>());
    }

    private boolean isWithin(Cell cell, Set<Var> inside, Set<Cell> seen) {
        if (!seen.add(cell)) {
            return true;
        }
        return !known.contains(cell)
                && inside.containsAll(members.getOrDefault(cell, Set.of()))
                && holders.getOrDefault(cell, Set.of()).stream().allMatch(h -> isWithin(h, inside, seen));
    }

    private Set<Var> boundIn(Stmt loop) {
        return bound.computeIfAbsent(loop, l -> {
            List<Block> blocks = Parts.of(l).blocks();
            return Uses.of(blocks.get(blocks.size() - 1)).bound();
        });
    }

    private void block(Block block) {
        for (Stmt statement : block.statements()) {
            Parts parts = Parts.of(statement);
            boolean made = !(statement instanceof Stmt.Let let) || isMade(let.value());
            parts.inner().forEach(v -> met(v, true));
            parts.bound().forEach(v -> met(v, made));
            if (statement instanceof Stmt.Let let && !isMade(let.value())) {
                let.value().operands().forEach(o -> passed(let.value(), o));
            } else if (statement instanceof Stmt.Do evaluation) {
                evaluation.value().operands().forEach(o -> passed(evaluation.value(), o));
            }
            parts.blocks().forEach(this::block);
        }
        block.yields().forEach(y -> met(y, true));
    }

    /** Whether what the expression gives is new, or is told from its operands and what holds it. */
    private static boolean isMade(Expr value) {
        return value instanceof Expr.NewArray
                || value instanceof Expr.ArrayOf
                || value instanceof Expr.Clone
                || value instanceof Expr.Copy
                || value instanceof Expr.Grow
                || value instanceof Expr.Reuse
                || value instanceof Expr.Load
                || value instanceof Expr.Length;
    }

    private void passed(Expr value, Operand operand) {
        met(operand, !(value instanceof Expr.Foreign));
    }

    /** Notes a reference; what comes from elsewhere, or goes there, is known to others. */
    private void met(Operand operand, boolean made) {
        if (operand instanceof Var variable && !(variable.type() instanceof Primitive)) {
            Cell cell = aliases.cell(variable).root();
            members.computeIfAbsent(cell, c -> new HashSet<>()).add(variable);
            cell.held()
                    .forEach(part ->
                            holders.computeIfAbsent(part, p -> new HashSet<>()).add(cell));
            if (!made) {
                known.add(cell);
            }
        }
    }
}
