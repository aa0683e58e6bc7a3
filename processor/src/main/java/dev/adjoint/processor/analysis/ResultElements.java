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
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a function uses the array that it returns: one that is known by one name, and used element by element. */
final class ResultElements {
    private final Var result;
    private final SeparateIterations separate;
    private final Set<Stmt> crossed = Collections.newSetFromMap(new IdentityHashMap<>());
    private int uses = 1;
    private boolean readsOthers;
    private boolean only;

    private ResultElements(Var result, SeparateIterations separate) {
        this.result = result;
        this.separate = separate;
    }

    /** The array of numbers that is returned, if it is made at the top of the function; else null. */
    static @Nullable Var array(Function function) {
        Block body = function.body();
        boolean one = body.yields().size() == 1;
        return one && body.yields().get(0) instanceof Var result && isMadeIn(body, result) ? result : null;
    }

    static ResultElements of(Block body, Var result, SeparateIterations separate) {
        ResultElements elements = new ResultElements(result, separate);
        elements.block(body, new HashMap<>(), false);
        elements.only = Uses.of(body).count(result) == elements.uses;
        return elements;
    }

    /**
     * Whether the array is used in no other way, and an element is read only where it has been written just before, or where
     * nothing but this element comes of it. Then the adjoints of all elements are zero but for that of one, if they are so at
     * the end.
     */
    boolean areSeparate() {
        return only && !readsOthers;
    }

    /**
     * Whether the loop is between a write and a read of the same element, or within such a loop: what it writes may flow into
     * other elements after it.
     */
    boolean handsOn(Stmt loop) {
        return crossed.contains(loop);
    }

    private static boolean isMadeIn(Block body, Var array) {
        return array.type().isArray()
                && array.type().element() instanceof Primitive
                && body.statements().stream()
                        .anyMatch(s -> s instanceof Stmt.Let let && let.target() == array && isNew(let.value()));
    }

    private static boolean isNew(Expr value) {
        return value instanceof Expr.NewArray || value instanceof Expr.Clone;
    }

    /**
     * Looks at what is read, and for each index at which an element has been written on every way to here, at the loops that
     * were met since.
     *
     * @param alone whether an iteration of a loop around uses one element only
     */
    private void block(Block block, Map<Operand, List<Stmt>> stored, boolean alone) {
        for (Stmt statement : block.statements()) {
            if (statement instanceof Stmt.Let let) {
                value(let.value(), stored, alone);
            } else if (statement instanceof Stmt.Store store && store.array() == result) {
                uses++;
                stored.put(store.index(), new ArrayList<>());
            } else if (statement instanceof Stmt.Accumulate sum && sum.array() == result) {
                uses++;
            }
            if (statement instanceof Stmt.For || statement instanceof Stmt.While) {
                stored.values().forEach(loops -> loops.add(statement));
            }
            boolean inner = alone || (statement instanceof Stmt.For loop && separate.useOneElement(loop));
            Parts.of(statement).blocks().forEach(b -> block(b, new HashMap<>(stored), inner));
        }
    }

    private void value(Expr value, Map<Operand, List<Stmt>> stored, boolean alone) {
        if (value instanceof Expr.Length length && length.array() == result) {
            uses++;
        } else if (value instanceof Expr.Load load && load.array() == result) {
            uses++;
            List<Stmt> loops = stored.get(load.index());
            if (!alone && loops == null) {
                readsOthers = true;
            } else if (!alone) {
                crossed.addAll(loops);
            }
        }
    }
}
