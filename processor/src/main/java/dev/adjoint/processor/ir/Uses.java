package dev.adjoint.processor.ir;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How often each variable is read. Iteration is in the order of the text, so that what follows is deterministic. */
public final class Uses {
    private final Map<Var, Integer> counts = new LinkedHashMap<>();
    private final Set<Var> bound = new LinkedHashSet<>();

    private Uses() {}

    /** The uses in a block and the blocks within it. */
    public static Uses of(Block block) {
        Uses uses = new Uses();
        uses.block(block);
        return uses;
    }

    /** The uses in a statement and its blocks. */
    public static Uses of(Stmt statement) {
        return of(List.of(statement));
    }

    /** The uses in a sequence of statements. */
    public static Uses of(List<Stmt> statements) {
        Uses uses = new Uses();
        statements.forEach(uses::statement);
        return uses;
    }

    /** How often the variable is read, yields included. */
    public int count(Var variable) {
        return counts.getOrDefault(variable, 0);
    }

    /** Whether the variable is read at all. */
    public boolean reads(Var variable) {
        return counts.containsKey(variable);
    }

    /** Every variable that is read. */
    public Set<Var> read() {
        return counts.keySet();
    }

    /** Every variable that is bound, those of inner blocks included. */
    public Set<Var> bound() {
        return bound;
    }

    /** The variables that are read but bound outside. */
    public Set<Var> free() {
        Set<Var> free = new LinkedHashSet<>(counts.keySet());
        free.removeAll(bound);
        return free;
    }

    private void block(Block block) {
        block.statements().forEach(this::statement);
        block.yields().forEach(this::operand);
    }

    private void statement(Stmt statement) {
        if (statement instanceof Stmt.Let let) {
            let.value().operands().forEach(this::operand);
            bound.add(let.target());
            return;
        }
        Parts parts = Parts.of(statement);
        parts.operands().forEach(this::operand);
        bound.addAll(parts.inner());
        parts.blocks().forEach(this::block);
        bound.addAll(parts.bound());
    }

    private void operand(Operand operand) {
        if (operand instanceof Var variable) {
            counts.merge(variable, 1, Integer::sum);
        }
    }
}
