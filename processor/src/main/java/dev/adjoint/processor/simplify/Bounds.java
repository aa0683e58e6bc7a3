package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Shift;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Var;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which array accesses cannot fail, and which loops run at least once, as far as it is seen from their definitions. */
final class Bounds {
    /** Sums of indices and constants up to here do not overflow. */
    private static final int FAR = 1 << 20;

    private final Map<Var, Expr> definitions = new HashMap<>();
    private final Map<Var, Stmt.For> loops = new HashMap<>();
    private final Predicate<Operand> keepsRows;

    Bounds() {
        this(row -> false);
    }

    /**
     * Knows also how long rows are.
     *
     * @param keepsRows whether a row that is read of an array made here is one that the array was made with
     */
    Bounds(Predicate<Operand> keepsRows) {
        this.keepsRows = keepsRows;
    }

    void define(Var variable, Expr value) {
        definitions.put(variable, value);
    }

    void enter(Stmt.For loop) {
        loops.put(loop.counter(), loop);
    }

    /** Takes note of what a statement binds or counts, before the statements in it are asked about. */
    void meet(Stmt statement) {
        if (statement instanceof Stmt.Let let) {
            define(let.target(), let.value());
        } else if (statement instanceof Stmt.For loop) {
            enter(loop);
        }
    }

    /** Whether reading an element or making an array may end with an exception. */
    boolean canFail(Expr value) {
        if (value instanceof Expr.NewArray array) {
            return !array.dimensions().stream().allMatch(d -> isNatural(d, 0));
        }
        return value instanceof Expr.Load load && !isWithin(load.array(), load.index());
    }

    /** Whether writing into an array may end with an exception. */
    boolean canFail(Stmt write) {
        if (write instanceof Stmt.Store store) {
            return !isWithin(store.array(), store.index());
        }
        if (write instanceof Stmt.Accumulate sum) {
            return !isWithin(sum.array(), sum.index());
        }
        boolean whole = write instanceof Stmt.Fill fill
                && fill.from().equals(Literal.of(0))
                && isLength(fill.to(), fill.array());
        return !whole;
    }

    /** Whether {@code array[index]} exists: the index counts within the array, or is a constant within it. */
    boolean isWithin(Operand array, Operand index) {
        return isNatural(index, 0) && isBelow(index, 0, array);
    }

    /** Whether {@code operand + more} is never negative. */
    private boolean isNatural(Operand operand, int more) {
        if (operand instanceof Literal literal) {
            return literal.value() instanceof Integer n && n + (long) more >= 0;
        }
        Shift shift = shift(operand, more);
        if (shift != null) {
            return isNatural(shift.of(), shift.by());
        }
        Stmt.For loop = loops.get(operand);
        if (loop == null) {
            return more >= 0 && definition(operand) instanceof Expr.Length;
        }
        return switch (loop.relation()) {
            case LT, LE -> isNatural(loop.from(), more);
            case GE -> isNatural(loop.bound(), more);
            case GT -> isNatural(loop.bound(), more + 1);
        };
    }

    /** Whether {@code operand + more} is always less than the length of the array. */
    private boolean isBelow(Operand operand, int more, Operand array) {
        if (operand instanceof Literal literal) {
            return literal.value() instanceof Integer n && n + (long) more < knownLength(array);
        }
        if (more < 0 && isLength(operand, array)) {
            return true;
        }
        Shift shift = shift(operand, more);
        if (shift != null) {
            return isBelow(shift.of(), shift.by(), array);
        }
        Stmt.For loop = loops.get(operand);
        return loop != null
                && switch (loop.relation()) {
                    case LT -> isBelow(loop.bound(), more - 1, array);
                    case LE -> isBelow(loop.bound(), more, array);
                    case GT, GE -> isBelow(loop.from(), more, array);
                };
    }

    /** What the sum {@code operand + more} is when the operand is itself a sum with a constant, if that is small. */
    private @Nullable Shift shift(Operand operand, int more) {
        Shift sum = Shift.of(definition(operand));
        boolean near = sum != null && Math.abs((long) sum.by()) <= FAR && Math.abs((long) more) <= FAR;
        return near ? new Shift(sum.of(), more + sum.by()) : null;
    }

    /** Whether the counter takes every index of the array. */
    boolean covers(Stmt.For loop, Operand array) {
        if (loop.step() == 1 && loop.relation() == Stmt.Relation.LT) {
            return loop.from().equals(Literal.of(0)) && isLength(loop.bound(), array);
        }
        Shift end = shift(loop.from(), 1);
        return loop.step() == -1
                && loop.relation() == Stmt.Relation.GE
                && loop.bound().equals(Literal.of(0))
                && end != null
                && end.by() == 0
                && isLength(end.of(), array);
    }

    /** Whether {@code 0 <= operand <= end}: a sum of a counter and a constant that its loop bounds by {@code end}. */
    boolean isAtMost(Operand operand, Operand end) {
        Shift shift = shift(operand, 0);
        Operand counter = shift == null ? operand : shift.of();
        int more = shift == null ? 0 : shift.by();
        Stmt.For loop = loops.get(counter);
        if (loop == null || !isNatural(operand, 0)) {
            return false;
        }
        return switch (loop.relation()) {
            case LT -> loop.bound().equals(end) && more <= 1;
            case LE -> loop.bound().equals(end) && more <= 0;
            case GT, GE -> startsBelow(loop, end, more);
        };
    }

    private boolean startsBelow(Stmt.For loop, Operand end, int more) {
        Integer start = end instanceof Var variable ? distance(loop.from(), variable) : null;
        return start != null && start + more <= 0;
    }

    /** The counter of a loop of which the operand is one more, else null. */
    @Nullable
    Var counterBefore(Operand operand) {
        Shift shift = shift(operand, 0);
        return shift != null && shift.by() == 1 && loops.containsKey(shift.of()) ? (Var) shift.of() : null;
    }

    /** How much more the operand is than the variable, if it is that or a sum of it and a constant. */
    @Nullable
    Integer distance(Operand operand, Var variable) {
        if (operand == variable) {
            return 0;
        }
        Shift shift = shift(operand, 0);
        return shift != null && shift.of() == variable ? (Integer) shift.by() : null;
    }

    /** Whether the loop is known to run. */
    static boolean runs(Stmt.For loop) {
        return loop.from() instanceof Literal from
                && loop.bound() instanceof Literal bound
                && from.value() instanceof Integer a
                && bound.value() instanceof Integer b
                && switch (loop.relation()) {
                    case LT -> a < b;
                    case LE -> a <= b;
                    case GT -> a > b;
                    case GE -> a >= b;
                };
    }

    /** The condition under which the loop runs. */
    static Expr.Apply test(Stmt.For loop) {
        Op compare = Op.compare(loop.relation().symbol(), Primitive.INT);
        return new Expr.Apply(compare, List.of(loop.from(), loop.bound()));
    }

    private boolean isLength(Operand operand, Operand array) {
        if (definition(array) instanceof Expr.Clone clone && isLength(operand, clone.array())) {
            return true;
        }
        if (definition(array) instanceof Expr.Load row && keepsRows.test(array)) {
            return definition(row.array()) instanceof Expr.NewArray made
                    && made.dimensions().size() > 1
                    && made.dimensions().get(1).equals(operand);
        }
        return new Expr.Length(array).equals(definition(operand))
                || (definition(array) instanceof Expr.NewArray made
                        && made.dimensions().get(0).equals(operand));
    }

    private int knownLength(Operand array) {
        Expr made = definition(array);
        if (made instanceof Expr.ArrayOf elements) {
            return elements.elements().size();
        }
        boolean constant = made instanceof Expr.NewArray allocation
                && allocation.dimensions().get(0) instanceof Literal length
                && length.value() instanceof Integer;
        return constant ? (Integer) ((Literal) made.operands().get(0)).value() : 0;
    }

    /** What the operand is bound to, if that has been met. */
    @Nullable
    Expr definition(Operand operand) {
        return operand instanceof Var variable ? definitions.get(variable) : null;
    }
}
