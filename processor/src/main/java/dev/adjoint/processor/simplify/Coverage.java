package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Uses;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether a block writes a whole array, and each element before it reads it, whatever path it takes. */
final class Coverage {
    /** More elements than these are not kept account of one by one. */
    private static final int FEW = 32;

    private final Var array;
    private final Operand length;
    private final Map<Var, Expr> definitions;
    private final Map<Var, Stmt.For> loops = new HashMap<>();

    /**
     * Prepares for one array.
     *
     * @param length what it was made with
     * @param definitions what each variable of the function is bound to
     */
    Coverage(Var array, Operand length, Map<Var, Expr> definitions) {
        this.array = array;
        this.length = length;
        this.definitions = definitions;
    }

    boolean covers(Block block) {
        Written written = new Written();
        return block(block, written) && isWhole(written);
    }

    /** The elements from one index up to another, exclusive; {@code to} is null for the one element {@code from}. */
    private record Range(Operand from, @Nullable Operand to) {}

    /** The elements that have been written for sure. */
    private static final class Written {
        private final List<Range> ranges = new ArrayList<>();

        Written copy() {
            Written copy = new Written();
            copy.ranges.addAll(ranges);
            return copy;
        }

        void add(Operand from, @Nullable Operand to) {
            ranges.add(new Range(from, to));
        }

        boolean has(Operand from, @Nullable Operand to) {
            return ranges.contains(new Range(from, to));
        }
    }

    private boolean block(Block block, Written written) {
        return block.statements().stream().allMatch(s -> statement(s, written));
    }

    private boolean statement(Stmt statement, Written written) {
        if (statement instanceof Stmt.Let let) {
            return reads(let.value(), written);
        } else if (statement instanceof Stmt.Store store) {
            return store(store, written);
        } else if (statement instanceof Stmt.Accumulate sum) {
            return sum.array() != array || isWritten(sum.index(), written);
        } else if (statement instanceof Stmt.Fill fill) {
            return fill(fill, written);
        } else if (statement instanceof Stmt.CopyRange copy) {
            return copy(copy, written);
        } else if (statement instanceof Stmt.If branch) {
            return arms(List.of(branch.then(), branch.otherwise()), written);
        } else if (statement instanceof Stmt.Switch choice) {
            List<Block> arms = new ArrayList<>();
            choice.cases().forEach(c -> arms.add(c.body()));
            arms.add(choice.otherwise());
            return arms(arms, written);
        } else if (statement instanceof Stmt.For loop) {
            return counted(loop, written);
        } else if (statement instanceof Stmt.While loop) {
            return !Uses.of(loop.condition()).reads(array) && block(loop.body(), written.copy());
        }
        return !Uses.of(statement).reads(array);
    }

    private boolean reads(Expr value, Written written) {
        if (value instanceof Expr.Load load && load.array() == array) {
            return isWritten(load.index(), written);
        }
        return !(value instanceof Expr.Clone clone) || clone.array() != array || isWhole(written);
    }

    private boolean store(Stmt.Store store, Written written) {
        if (store.array() == array) {
            written.add(store.index(), null);
        }
        return true;
    }

    private boolean fill(Stmt.Fill fill, Written written) {
        if (fill.array() == array) {
            written.add(fill.from(), fill.to());
        }
        return true;
    }

    private boolean copy(Stmt.CopyRange copy, Written written) {
        boolean fromStart = copy.sourceFrom().equals(Literal.of(0)) && written.has(Literal.of(0), copy.length());
        if (copy.source() == array && !fromStart && !isWhole(written)) {
            return false;
        }
        if (copy.target() == array && copy.targetFrom().equals(Literal.of(0))) {
            written.add(Literal.of(0), copy.length());
        }
        return true;
    }

    /** What every arm writes is written; an arm that throws is not come out of. */
    private boolean arms(List<Block> arms, Written written) {
        List<Range> common = null;
        for (Block arm : arms) {
            Written inside = written.copy();
            if (!block(arm, inside)) {
                return false;
            }
            if (!arm.throwsAlways()) {
                common = common == null
                        ? inside.ranges
                        : common.stream().filter(inside.ranges::contains).toList();
            }
        }
        if (common != null) {
            written.ranges.clear();
            written.ranges.addAll(common);
        }
        return true;
    }

    /** An element that each iteration writes at its counter makes a range. */
    private boolean counted(Stmt.For loop, Written written) {
        loops.put(loop.counter(), loop);
        Written inside = written.copy();
        if (!block(loop.body(), inside)) {
            return false;
        }
        Range range = range(loop);
        if (range != null && inside.has(loop.counter(), null)) {
            written.ranges.add(range);
        }
        return true;
    }

    /** The values of the counter, if they are all the numbers of a range. */
    private @Nullable Range range(Stmt.For loop) {
        if (loop.step() == 1 && loop.relation() == Stmt.Relation.LT) {
            return new Range(loop.from(), loop.bound());
        }
        boolean down = loop.step() == -1 && loop.relation() == Stmt.Relation.GE;
        Operand end = down && loop.from() instanceof Var ? endBefore(definitions.get(loop.from())) : null;
        return end == null ? null : new Range(loop.bound(), end);
    }

    /** What is one more than the value of {@code n - 1}. */
    private static @Nullable Operand endBefore(@Nullable Expr last) {
        boolean less = last instanceof Expr.Apply apply
                && apply.op().name().equals("-")
                && apply.args().size() == 2
                && apply.args().get(1).equals(Literal.of(1));
        return less ? ((Expr.Apply) last).args().get(0) : null;
    }

    private boolean isWritten(Operand index, Written written) {
        if (written.has(index, null) || isWhole(written)) {
            return true;
        }
        Stmt.For loop = index instanceof Var ? loops.get(index) : null;
        Range range = loop == null ? new Range(index, null) : range(loop);
        return range != null && written.ranges.stream().anyMatch(r -> contains(r, range));
    }

    private static boolean contains(Range outer, Range inner) {
        if (outer.to() == null || !(outer.from() instanceof Literal start)) {
            return outer.equals(inner);
        }
        boolean starts = outer.from().equals(inner.from())
                || (inner.from() instanceof Literal first && value(start) <= value(first));
        boolean ends = inner.to() == null
                ? inner.from() instanceof Literal at && outer.to() instanceof Literal end && value(at) < value(end)
                : outer.to().equals(inner.to());
        return starts && ends;
    }

    private static int value(Literal literal) {
        return (Integer) literal.value();
    }

    /** Any index that is not out of bounds then names a written element. */
    private boolean isWhole(Written written) {
        boolean range = written.ranges.stream()
                .anyMatch(r -> r.from().equals(Literal.of(0)) && r.to() != null && isLength(r.to()));
        return range || eachOfFew(written);
    }

    private boolean isLength(Operand operand) {
        return operand.equals(length)
                || (operand instanceof Var variable && new Expr.Length(array).equals(definitions.get(variable)));
    }

    private boolean eachOfFew(Written written) {
        if (!(length instanceof Literal literal) || value(literal) > FEW) {
            return false;
        }
        for (int i = 0; i < value(literal); i++) {
            if (!written.has(Literal.of(i), null)) {
                return false;
            }
        }
        return true;
    }
}
