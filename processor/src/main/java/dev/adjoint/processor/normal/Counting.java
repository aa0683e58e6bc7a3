package dev.adjoint.processor.normal;

import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Stmt.Relation;
import dev.adjoint.processor.source.Local;
import dev.adjoint.processor.source.Tree;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a loop counts: {@code for (int i = a; i < n; i += c)}, where the body writes neither {@code i} nor what the bound is
 * computed from, and leaves the loop in no other way.
 *
 * @param counter the local that counts
 * @param relation how it is compared with the bound
 * @param bound an expression that keeps its value
 * @param step what is added after each iteration
 * @param otherUpdates the further update statements, which come first
 */
record Counting(Local counter, Relation relation, Tree.Expression bound, int step, List<Tree.Statement> otherUpdates) {

    /** How the loop counts, or null if it does not. */
    static @Nullable Counting of(Tree.Loop s) {
        if (!s.testFirst() || s.update().isEmpty() || !(s.condition() instanceof Tree.Operation test)) {
            return null;
        }
        Tree.Statement last = s.update().get(s.update().size() - 1);
        Integer step = step(last);
        if (step == null || step == 0 || test.args().size() != 2) {
            return null;
        }
        Local counter = counted(last);
        List<Tree.Statement> others =
                List.copyOf(s.update().subList(0, s.update().size() - 1));
        boolean ahead = step == 1 && startsNaturally(s, counter);
        Counting counting = compared(counter, ahead ? withoutOffset(counter, test) : test, step, others);
        return counting != null && declaredBy(s, counter) && counting.holdsIn(s) ? counting : null;
    }

    private static boolean declaredBy(Tree.Loop s, Local counter) {
        return s.initial().stream()
                .anyMatch(d ->
                        d instanceof Tree.Declare declare && declare.local() == counter && declare.initial() != null);
    }

    private static boolean startsNaturally(Tree.Loop s, Local counter) {
        return s.initial().stream()
                .anyMatch(d -> d instanceof Tree.Declare declare
                        && declare.local() == counter
                        && declare.initial() instanceof Tree.Constant c
                        && c.value() instanceof Integer first
                        && first >= 0);
    }

    /**
     * {@code i + k < n} as {@code i < n - k}, for a counter that starts at or above zero and goes up by ones. Where
     * {@code n} may be so small that {@code n - k} wraps around, {@code Math.max(n, k) - k} stands for it.
     */
    private static Tree.Operation withoutOffset(Local counter, Tree.Operation test) {
        if (!test.op().equals(Op.compare("<", Primitive.INT))
                || !(test.args().get(0) instanceof Tree.Operation sum)
                || !sum.op().equals(Op.infix("+", Primitive.INT))
                || !isName(sum.args().get(0), counter)
                || !(sum.args().get(1) instanceof Tree.Constant offset)
                || !(offset.value() instanceof Integer k)
                || k <= 0) {
            return test;
        }
        Tree.Expression bound = test.args().get(1);
        Tree.Expression enough = bound instanceof Tree.Length
                ? bound
                : new Tree.Operation(Op.math("max", Primitive.INT, 2), List.of(bound, offset));
        Tree.Expression less = new Tree.Operation(Op.infix("-", Primitive.INT), List.of(enough, offset));
        return new Tree.Operation(test.op(), List.of(sum.args().get(0), less));
    }

    private static @Nullable Counting compared(
            Local counter, Tree.Operation test, int step, List<Tree.Statement> others) {
        if (!test.op().parameters().equals(List.of(Primitive.INT, Primitive.INT))) {
            return null;
        }
        boolean left = isName(test.args().get(0), counter);
        boolean right = isName(test.args().get(1), counter);
        Relation relation = relation(test.op().name(), right);
        if (relation == null || left == right) {
            return null;
        }
        boolean ascending = relation == Relation.LT || relation == Relation.LE;
        if (ascending != step > 0) {
            return null;
        }
        return new Counting(counter, relation, test.args().get(left ? 1 : 0), step, others);
    }

    private static boolean isName(Tree.Expression e, Local local) {
        return e instanceof Tree.Name name && name.local() == local;
    }

    private static @Nullable Relation relation(String symbol, boolean flipped) {
        return switch (symbol) {
            case "<" -> flipped ? Relation.GT : Relation.LT;
            case "<=" -> flipped ? Relation.GE : Relation.LE;
            case ">" -> flipped ? Relation.LT : Relation.GT;
            case ">=" -> flipped ? Relation.LE : Relation.GE;
            default -> null;
        };
    }

    private static Local counted(Tree.Statement update) {
        Tree.Expression e = ((Tree.Evaluate) update).expression();
        Tree.Place place = e instanceof Tree.Update u ? u.place() : ((Tree.Assign) e).place();
        return ((Tree.Name) place).local();
    }

    /** The constant that the statement adds to an int local, or null. */
    private static @Nullable Integer step(Tree.Statement update) {
        if (!(update instanceof Tree.Evaluate evaluate)) {
            return null;
        }
        if (evaluate.expression() instanceof Tree.Update u && u.place() instanceof Tree.Name name) {
            return isInt(name) ? signed(u.op().name(), u.op().parameters().get(0), u.value()) : null;
        }
        if (evaluate.expression() instanceof Tree.Assign a
                && a.place() instanceof Tree.Name name
                && a.value() instanceof Tree.Operation sum
                && sum.args().size() == 2
                && isInt(name)
                && isName(sum.args().get(0), name.local())) {
            return signed(sum.op().name(), sum.op().result(), sum.args().get(1));
        }
        return null;
    }

    private static boolean isInt(Tree.Name name) {
        return name.type() == Primitive.INT;
    }

    private static @Nullable Integer signed(String op, Primitive type, Tree.Expression value) {
        if (type != Primitive.INT || !(value instanceof Tree.Constant c) || !(c.value() instanceof Integer step)) {
            return null;
        }
        if (step == Integer.MIN_VALUE) {
            return null;
        }
        return op.equals("+") ? step : op.equals("-") ? Integer.valueOf(-step) : null;
    }

    private boolean holdsIn(Tree.Loop s) {
        Scan body = Scan.of(List.of(s.body(), new Tree.Sequence(otherUpdates)));
        Set<Local> written = body.assigned();
        return !written.contains(counter)
                && !body.returns()
                && !leavesLoop(s)
                && new Invariant(written, body.writes(), counter).holds(bound);
    }

    private static boolean leavesLoop(Tree.Loop s) {
        return new Leaving(s.label()).of(s.body());
    }
}
