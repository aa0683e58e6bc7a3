package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Parts;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Uses;
import dev.adjoint.processor.ir.Var;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which variables hand an array on to another variable and may still be used, so that two names of one array are alive at
 * once. A branch may hand on what it made itself, a loop what it made or was handed, and a loop may be handed what is not
 * used again; each once.
 */
final class Ownership {
    private final Set<Var> shared = new HashSet<>();

    private Ownership() {}

    static Ownership of(Function function) {
        Ownership ownership = new Ownership();
        ownership.block(function.body());
        return ownership;
    }

    Set<Var> shared() {
        return shared;
    }

    private void block(Block block) {
        LastUses last = new LastUses(block);
        for (int i = 0; i < block.statements().size(); i++) {
            Stmt statement = block.statements().get(i);
            if (statement instanceof Stmt.Let let && let.value() instanceof Expr.Copy) {
                shared.add(let.target());
            } else if (statement instanceof Stmt.For loop) {
                loop(loop.carried(), loop.body(), last, i);
            } else if (statement instanceof Stmt.While loop) {
                loop(loop.carried(), loop.body(), last, i);
            } else {
                Parts.of(statement).blocks().forEach(arm -> handOn(arm.yields(), boundIn(arm)));
            }
            Parts.of(statement).blocks().forEach(this::block);
        }
    }

    private void loop(Stmt.Carried carried, Block body, LastUses last, int position) {
        Set<Var> unused = new HashSet<>();
        for (Operand first : carried.initial()) {
            if (isReference(first) && last.isLast((Var) first, position)) {
                unused.add((Var) first);
            }
        }
        unused.removeAll(Uses.of(body).read());
        handOn(carried.initial(), unused);
        Set<Var> own = boundIn(body);
        own.addAll(carried.parameters());
        handOn(body.yields(), own);
    }

    private static boolean isReference(Operand operand) {
        return operand instanceof Var v && v.type().isArray();
    }

    private static Set<Var> boundIn(Block block) {
        Set<Var> bound = new HashSet<>();
        block.statements().forEach(s -> bound.addAll(Parts.of(s).bound()));
        return bound;
    }

    /** Notes the arrays among the values that are not of these variables, or that are handed on twice. */
    private void handOn(List<Operand> values, Set<Var> allowed) {
        Set<Operand> seen = new HashSet<>();
        for (Operand value : values) {
            if (isReference(value) && (!allowed.contains(value) || !seen.add(value))) {
                shared.add((Var) value);
            }
        }
    }

    /** Where in a block each of its own arrays is used last; looked for when first asked. */
    private static final class LastUses {
        private final Block block;
        private final Map<Var, Integer> positions = new HashMap<>();

        LastUses(Block block) {
            this.block = block;
        }

        /** Whether the variable is bound in the block and not used after the statement at that position. */
        boolean isLast(Var variable, int position) {
            if (positions.isEmpty()) {
                find();
            }
            return positions.getOrDefault(variable, Integer.MAX_VALUE) <= position;
        }

        private void find() {
            Set<Var> own = boundIn(block);
            for (int i = 0; i < block.statements().size(); i++) {
                for (Var read : Uses.of(block.statements().get(i)).read()) {
                    if (own.contains(read)) {
                        positions.put(read, i);
                    }
                }
            }
            block.yields().stream()
                    .filter(Var.class::isInstance)
                    .forEach(y -> positions.put((Var) y, Integer.MAX_VALUE));
        }
    }
}
