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
    private final Set<Stmt> crossed = Collections.newSetFromMap(new IdentityHashMap<>());
    private int elements;
    private boolean readsBefore;

    private ResultElements(Var result) {
        this.result = result;
    }

    /** The array of numbers that is returned, if it is made at the top of the function and used in no other way; else null. */
    static @Nullable Var array(Function function) {
        Block body = function.body();
        if (body.yields().size() != 1 || !(body.yields().get(0) instanceof Var result) || !isMadeIn(body, result)) {
            return null;
        }
        ResultElements elements = new ResultElements(result);
        elements.block(body, new HashMap<>());
        boolean only = Uses.of(body).count(result) == elements.elements + 1;
        return only && !elements.readsBefore ? result : null;
    }

    /**
     * The loops between a write and a read of the same element, and the loops within them: what they write may flow into
     * other elements after them.
     */
    static Set<Stmt> handingOn(Block body, Var result) {
        ResultElements elements = new ResultElements(result);
        elements.block(body, new HashMap<>());
        return elements.crossed;
    }

    private static boolean isMadeIn(Block body, Var array) {
        return array.type().isArray()
                && array.type().element() instanceof Primitive
                && body.statements().stream()
                        .anyMatch(s -> s instanceof Stmt.Let let && let.target() == array && isNew(let.value()));
    }

    private static boolean isNew(Expr value) {
        return value instanceof Expr.NewArray || value instanceof Expr.Clone || value instanceof Expr.ArrayOf;
    }

    /**
     * Looks at what is read, and for each index at which an element has been written on every way to here, at the loops that
     * were met since.
     */
    private void block(Block block, Map<Operand, List<Stmt>> stored) {
        for (Stmt statement : block.statements()) {
            if (statement instanceof Stmt.Let let) {
                value(let.value(), stored);
            } else if (statement instanceof Stmt.Store store && store.array() == result) {
                elements++;
                stored.put(store.index(), new ArrayList<>());
            } else if (statement instanceof Stmt.Accumulate sum && sum.array() == result) {
                elements++;
            }
            if (statement instanceof Stmt.For || statement instanceof Stmt.While) {
                stored.values().forEach(loops -> loops.add(statement));
            }
            Parts.of(statement).blocks().forEach(inner -> block(inner, new HashMap<>(stored)));
        }
    }

    private void value(Expr value, Map<Operand, List<Stmt>> stored) {
        if (value instanceof Expr.Length length && length.array() == result) {
            elements++;
        } else if (value instanceof Expr.Load load && load.array() == result) {
            elements++;
            List<Stmt> loops = stored.get(load.index());
            if (loops == null) {
                readsBefore = true;
            } else {
                crossed.addAll(loops);
            }
        }
    }
}
