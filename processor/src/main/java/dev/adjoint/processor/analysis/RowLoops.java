package dev.adjoint.processor.analysis;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Parts;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Uses;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which loops fill the result element by element, as residuals of observations are: an iteration hands on nothing active
 * but elements of the result, so that an element depends on no other iterations than those that write it. The derivative of
 * one element, a row of the Jacobian, then has to look at these alone.
 */
public final class RowLoops {
    /** A loop that runs no more often is run as a whole. */
    private static final int FEW = 32;

    private final Activity activity;
    private final Counters counters;
    private final @Nullable Var result;
    private final List<Stmt.For> loops = new ArrayList<>();
    private final Map<Stmt, List<Stmt.For>> writes = new IdentityHashMap<>();
    private boolean complete = true;

    private RowLoops(Activity activity, Counters counters, @Nullable Var result) {
        this.activity = activity;
        this.counters = counters;
        this.result = result;
    }

    /** Analyses a function. */
    public static RowLoops of(Function function, Aliases aliases, Activity activity, CallWrites calls) {
        Counters counters = Counters.of(function);
        Var result = ResultElements.array(function);
        if (result == null) {
            return unknown(activity, counters);
        }
        SeparateIterations separate = new SeparateIterations(activity, aliases, calls, result);
        ResultElements elements = ResultElements.of(function.body(), result, separate);
        if (!elements.areSeparate()) {
            return unknown(activity, counters);
        }
        RowLoops rows = new RowLoops(activity, counters, result);
        rows.new Search(separate, elements).block(function.body(), List.of(), false);
        return rows;
    }

    private static RowLoops unknown(Activity activity, Counters counters) {
        RowLoops none = new RowLoops(activity, counters, null);
        none.complete = false;
        return none;
    }

    /**
     * The array that the function returns, if it is made at the top of the function, and nothing that it holds is read but
     * what is written just before; else null. Its adjoint is zero then but for the element that is asked for.
     */
    public @Nullable Var result() {
        return result;
    }

    /** Whether an element of the result depends on no other iterations of the loop than those that write it. */
    public boolean contains(Stmt loop) {
        return loops.stream().anyMatch(each -> each == loop);
    }

    /** All loops of this kind. */
    public List<Stmt.For> all() {
        return List.copyOf(loops);
    }

    /** The loops of this kind around a statement that writes an element of the result, from the outermost. */
    public List<Stmt.For> around(Stmt write) {
        return writes.getOrDefault(write, List.of());
    }

    /** Whether all that takes long and carries derivatives is in such loops. */
    public boolean areAll() {
        return complete && !loops.isEmpty();
    }

    /** Where an iteration writes, as far as its counter alone decides that; else null. */
    public @Nullable IndexRange range(Stmt.For loop) {
        List<Operand> indices = new ArrayList<>();
        writes.forEach((write, around) -> {
            if (around.stream().anyMatch(each -> each == loop)) {
                indices.add(index(write));
            }
        });
        return IndexRange.of(loop, indices, counters);
    }

    /** Whether the iterations of a loop, which write in a known range, write all elements of the result in turn. */
    public boolean coversAll(Stmt.For loop, IndexRange range) {
        return counters.definition(result) instanceof Expr.NewArray made
                && range.low() == 0
                && loop.from().equals(Literal.of(0))
                && loop.relation() == Stmt.Relation.LT
                && isMultiple(made.dimensions().get(0), range.stride(), loop.bound());
    }

    private boolean isMultiple(Operand length, int stride, Operand count) {
        return stride == 1
                ? length.equals(count)
                : length instanceof Var var
                        && counters.definition(var) instanceof Expr.Apply product
                        && product.op().name().equals("*")
                        && product.args().contains(count)
                        && product.args().contains(Literal.of(stride));
    }

    private static Operand index(Stmt write) {
        return write instanceof Stmt.Store store ? store.index() : ((Stmt.Accumulate) write).index();
    }

    private final class Search {
        private final SeparateIterations separate;
        private final ResultElements elements;

        Search(SeparateIterations separate, ResultElements elements) {
            this.separate = separate;
            this.elements = elements;
        }

        void block(Block block, List<Stmt.For> around, boolean inLoop) {
            for (Stmt statement : block.statements()) {
                if (isWrite(statement)) {
                    writes.put(statement, around);
                }
                boolean rows = statement instanceof Stmt.For loop && isRowLoop(loop, inLoop);
                boolean repeats = inLoop || statement instanceof Stmt.For || statement instanceof Stmt.While;
                if (rows) {
                    loops.add((Stmt.For) statement);
                } else if (around.isEmpty() && takesLong(statement)) {
                    complete = false;
                }
                List<Stmt.For> inner = rows ? and(around, (Stmt.For) statement) : around;
                Parts.of(statement).blocks().forEach(b -> block(b, inner, repeats));
            }
        }

        private List<Stmt.For> and(List<Stmt.For> around, Stmt.For loop) {
            List<Stmt.For> all = new ArrayList<>(around);
            all.add(loop);
            return all;
        }

        private boolean isWrite(Stmt statement) {
            return (statement instanceof Stmt.Store store && store.array() == result)
                    || (statement instanceof Stmt.Accumulate sum && sum.array() == result);
        }

        /** Where a loop runs several times, it is told from the bounds alone which iterations there are each time. */
        private boolean isRowLoop(Stmt.For loop, boolean inLoop) {
            return loop.checkpoints() == null
                    && !elements.handsOn(loop)
                    && (!inLoop || Math.abs(loop.step()) == 1)
                    && !isShort(loop)
                    && fills(loop)
                    && separate.areThoseOf(loop);
        }

        /** Whether iterations write different elements. */
        private boolean fills(Stmt.For loop) {
            Set<Var> inside = new HashSet<>(Uses.of(loop.body()).bound());
            inside.addAll(Parts.of(loop).inner());
            return writesAt(loop.body(), inside);
        }

        private boolean writesAt(Block block, Set<Var> indices) {
            return block.statements().stream()
                    .anyMatch(s -> (isWrite(s) && index(s) instanceof Var at && indices.contains(at))
                            || Parts.of(s).blocks().stream().anyMatch(b -> writesAt(b, indices)));
        }

        private boolean isShort(Stmt.For loop) {
            return loop.from() instanceof Literal from
                    && loop.bound() instanceof Literal bound
                    && Math.abs(((Number) bound.value()).longValue() - ((Number) from.value()).longValue()) <= FEW;
        }

        private boolean takesLong(Stmt statement) {
            boolean loop = statement instanceof Stmt.While || (statement instanceof Stmt.For f && !isShort(f));
            return (loop && carriesDerivatives(statement)) || isActiveCall(statement);
        }

        private boolean carriesDerivatives(Stmt statement) {
            Uses uses = Uses.of(statement);
            return uses.bound().stream().anyMatch(activity::active)
                    || uses.read().stream().anyMatch(v -> !v.type().isFloating() && activity.active(v));
        }

        private boolean isActiveCall(Stmt statement) {
            Expr value = statement instanceof Stmt.Let let
                    ? let.value()
                    : statement instanceof Stmt.Do evaluation ? evaluation.value() : null;
            return (value instanceof Expr.Call || value instanceof Expr.GivenCall)
                    && value.operands().stream().anyMatch(activity::active);
        }
    }
}
