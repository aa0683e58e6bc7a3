package dev.adjoint.processor.analysis;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Parts;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Uses;
import dev.adjoint.processor.ir.Var;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which loops have iterations that hand on nothing active but elements of the result: no number or array from one to the
 * next, and nothing in an array that was there before.
 */
record SeparateIterations(Activity activity, Aliases aliases, CallWrites calls, Var result) {
    boolean areThoseOf(Stmt.For loop) {
        Stmt.Carried carried = loop.carried();
        return carried.parameters().stream().noneMatch(activity::active)
                && carried.results().stream().noneMatch(activity::active)
                && keepToThemselves(loop);
    }

    private boolean keepToThemselves(Stmt.For loop) {
        BodyWrites written = BodyWrites.of(loop.body(), aliases, calls);
        return Uses.of(loop.body()).free().stream()
                .noneMatch(v ->
                        v != result && !(v.type() instanceof Primitive) && activity.active(v) && written.written(v));
    }

    /** Whether, besides, each iteration uses no more than one element of the result. */
    boolean useOneElement(Stmt.For loop) {
        Accesses accesses = new Accesses(result);
        accesses.block(loop.body(), false);
        return accesses.isOne() && areThoseOf(loop);
    }

    /** Where elements of an array are used. */
    private static final class Accesses {
        private final Var array;
        private final Set<Operand> indices = new HashSet<>();
        private final Set<Var> varying = new HashSet<>();

        Accesses(Var array) {
            this.array = array;
        }

        boolean isOne() {
            return indices.size() == 1 && !varying.contains(indices.iterator().next());
        }

        void block(Block block, boolean inLoop) {
            for (Stmt statement : block.statements()) {
                Operand index = index(statement);
                if (index != null) {
                    indices.add(index);
                }
                Parts parts = Parts.of(statement);
                boolean loop = inLoop || statement instanceof Stmt.For || statement instanceof Stmt.While;
                if (loop) {
                    varying.addAll(parts.inner());
                }
                if (inLoop) {
                    varying.addAll(parts.bound());
                }
                parts.blocks().forEach(b -> block(b, loop));
            }
        }

        private @Nullable Operand index(Stmt statement) {
            if (statement instanceof Stmt.Store store && store.array() == array) {
                return store.index();
            }
            if (statement instanceof Stmt.Accumulate sum && sum.array() == array) {
                return sum.index();
            }
            boolean read =
                    statement instanceof Stmt.Let let && let.value() instanceof Expr.Load load && load.array() == array;
            return read ? ((Expr.Load) ((Stmt.Let) statement).value()).index() : null;
        }
    }
}
