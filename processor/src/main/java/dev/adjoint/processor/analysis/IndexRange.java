package dev.adjoint.processor.analysis;

import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Var;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an iteration accesses an array: {@code stride} times the counter, and from {@code low} to {@code high} beyond that.
 * The iterations of a loop do not overlap.
 */
public record IndexRange(int stride, int low, int high) {
    /** A number as a multiple of the loop's counter, and what is known of the rest. */
    private record Form(long times, long low, long high) {
        Form plus(Form other, int sign) {
            long first = sign > 0 ? other.low : -other.high;
            long last = sign > 0 ? other.high : -other.low;
            return new Form(times + sign * other.times, low + first, high + last);
        }

        Form times(long factor) {
            long first = factor * low;
            long last = factor * high;
            return new Form(factor * times, Math.min(first, last), Math.max(first, last));
        }

        boolean isNumber() {
            return times == 0 && low == high;
        }
    }

    private static final long LARGEST = 1 << 20;

    /** The range of all these indices; null if it is not known, or if iterations might access the same elements. */
    static @Nullable IndexRange of(Stmt.For loop, List<Operand> indices, Counters counters) {
        if (loop.step() != 1) {
            return null;
        }
        Search search = new Search(loop, counters);
        Form all = null;
        for (Operand index : indices) {
            Form form = search.form(index);
            if (form == null || (all != null && form.times != all.times)) {
                return null;
            }
            all = all == null ? form : new Form(form.times, Math.min(all.low, form.low), Math.max(all.high, form.high));
        }
        return all == null || !isApart(all) ? null : new IndexRange((int) all.times, (int) all.low, (int) all.high);
    }

    private static boolean isApart(Form form) {
        return form.times > 0
                && form.high - form.low < form.times
                && form.times < LARGEST
                && Math.abs(form.low) < LARGEST;
    }

    private record Search(Stmt.For loop, Counters counters) {
        @Nullable
        Form form(Operand operand) {
            if (operand instanceof Literal literal) {
                return literal.value() instanceof Integer number ? new Form(0, number, number) : null;
            }
            if (operand == loop.counter()) {
                return new Form(1, 0, 0);
            }
            Var value = (Var) operand;
            Stmt.For around = counters.loop(value);
            if (around != null) {
                return around == loop ? carried(value) : inner(value, around);
            }
            return counters.definition(value) instanceof Expr.Apply apply
                            && apply.args().size() == 2
                    ? computed(apply)
                    : null;
        }

        private @Nullable Form computed(Expr.Apply apply) {
            Form left = form(apply.args().get(0));
            Form right = left == null ? null : form(apply.args().get(1));
            if (left == null || right == null) {
                return null;
            }
            return switch (apply.op().name()) {
                case "+" -> left.plus(right, 1);
                case "-" -> left.plus(right, -1);
                case "*" -> left.isNumber() ? right.times(left.low) : right.isNumber() ? left.times(right.low) : null;
                default -> null;
            };
        }

        /** A number that each iteration adds the same to, from a constant on. */
        private @Nullable Form carried(Var parameter) {
            int i = loop.carried().parameters().indexOf(parameter);
            List<Counters.Addend> increment = counters.increment(parameter);
            boolean counts = i >= 0
                    && increment != null
                    && increment.size() == 1
                    && increment.get(0).times() == null
                    && increment.get(0).amount() instanceof Literal
                    && loop.carried().initial().get(i) instanceof Literal
                    && loop.from() instanceof Literal;
            if (!counts) {
                return null;
            }
            Form step = form(increment.get(0).amount());
            Form first = form(loop.carried().initial().get(i));
            long times = (increment.get(0).negative() ? -1 : 1) * step.low;
            long from = ((Number) ((Literal) loop.from()).value()).longValue();
            long rest = first.low - times * from;
            return new Form(times, rest, rest);
        }

        /** The counter of a loop within this one, if its bounds are constants. */
        private @Nullable Form inner(Var counter, Stmt.For within) {
            if (counter != within.counter()
                    || within.step() != 1
                    || !(within.from() instanceof Literal from)
                    || !(within.bound() instanceof Literal bound)) {
                return null;
            }
            long first = ((Number) from.value()).longValue();
            long last = ((Number) bound.value()).longValue() - (within.relation() == Stmt.Relation.LT ? 1 : 0);
            return new Form(0, first, Math.max(first, last));
        }
    }
}
