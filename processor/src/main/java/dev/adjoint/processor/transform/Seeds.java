package dev.adjoint.processor.transform;

import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Uses;
import dev.adjoint.processor.ir.Var;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Adjoints as they can be computed before a loop of the forward sweep: from constants, what the derivative is given, and
 * values that are there by then.
 */
final class Seeds {
    private final Mirrors mirrors;
    private final Region region;
    private final int start;
    private final Map<Var, Expr.Apply> definitions = new HashMap<>();
    private final Set<Var> others = new HashSet<>();
    private final Map<Var, Boolean> known = new HashMap<>();
    private final Map<Var, Operand> copies = new HashMap<>();

    /**
     * Prepares for one loop.
     *
     * @param start how many values had been made in the forward sweep when the loop was met
     */
    Seeds(Adjoints sweep, Region region, int start) {
        this.mirrors = sweep.mirrors();
        this.region = region;
        this.start = start;
        for (Region r = region; r != null; r = r.parent) {
            learn(r.prologue.statements());
            learn(r.mirror.statements());
        }
    }

    private void learn(List<Stmt> statements) {
        others.addAll(Uses.of(statements).bound());
        for (Stmt statement : statements) {
            if (statement instanceof Stmt.Let let
                    && let.value() instanceof Expr.Apply apply
                    && !apply.op().canThrow()) {
                definitions.put(let.target(), apply);
            }
        }
    }

    /** Whether the adjoint, which belongs to the mirror, is known before the loop. */
    boolean isKnown(Operand adjoint) {
        if (!(adjoint instanceof Var value)) {
            return true;
        }
        Boolean before = known.get(value);
        boolean is = before == null ? isComputable(value) : before;
        known.put(value, is);
        return is;
    }

    private boolean isComputable(Var value) {
        Expr.Apply definition = definitions.get(value);
        if (definition != null) {
            return definition.args().stream().allMatch(this::isKnown);
        }
        return !others.contains(value) && (isThere(value) || isMadeLater(value));
    }

    /** A value that the forward sweep makes after the loop, from what is there before it. */
    private boolean isMadeLater(Var value) {
        Expr.Apply operation = mirrors.cheapOperation(value);
        boolean later = operation != null && operation.args().stream().allMatch(this::isKnown);
        if (later) {
            definitions.put(value, operation);
        }
        return later;
    }

    private boolean isThere(Var value) {
        Region home = mirrors.home(value);
        boolean visible = home == null;
        for (Region r = region; r != null && !visible; r = r.parent) {
            visible = r == home && mirrors.madeBefore(value, start);
        }
        return visible;
    }

    /** Computes the adjoint anew. */
    Operand written(BlockBuilder before, Operand adjoint) {
        if (!(adjoint instanceof Var value) || !definitions.containsKey(value)) {
            return adjoint;
        }
        Operand copy = copies.get(value);
        if (copy == null) {
            copy = before.let(value.name(), definitions.get(value).map(operand -> written(before, operand)));
            copies.put(value, copy);
        }
        return copy;
    }
}
