package dev.adjoint.processor.analysis;

import dev.adjoint.processor.analysis.Distances.Term;
import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Parts;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Shift;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which elements keep the number with which they are read or written, although the loops around go on writing into the array:
 * those of a recurrence, of a triangle, of a table that is filled in order. For each write it is shown, from what the
 * loops' bounds say of their counters, that no execution after that of the access meets the same indices.
 */
final class Overwrites {
    private static final Map<String, String> OPPOSITE =
            Map.of("<", ">=", "<=", ">", ">", "<=", ">=", "<", "==", "!=", "!=", "==");

    /** Arrays with more writes are not looked into. */
    private static final int MOST_WRITES = 16;

    private static final int MOST_INTEGERS = 40;
    private static final long LARGEST_SHIFT = 1 << 20;

    /**
     * A read or a write.
     *
     * @param index null if it may be any element
     * @param around the loops and conditions around it
     * @param position where it is in program order
     */
    private record Access(Operand array, @Nullable Operand index, Nest around, int position) {
        List<Stmt> loops() {
            return around.loops();
        }
    }

    /** The loops around a place, from the outermost on, and the conditions under which it is reached. */
    private record Nest(List<Stmt> loops, List<Condition> conditions) {
        Nest in(Stmt loop) {
            return new Nest(with(loops, loop), conditions);
        }

        Nest where(Operand condition, boolean holds) {
            return new Nest(loops, with(conditions, new Condition(condition, holds)));
        }

        private static <T> List<T> with(List<T> list, T more) {
            List<T> all = new ArrayList<>(list);
            all.add(more);
            return all;
        }
    }

    private record Condition(Operand condition, boolean holds) {}

    private final Aliases aliases;
    private final Map<Var, Expr> definitions = new HashMap<>();
    private final Map<Var, Stmt.For> counters = new HashMap<>();
    private final Map<Var, List<Stmt>> homes = new HashMap<>();
    private final Map<Cell, List<Access>> writes = new HashMap<>();
    private final Map<Object, Access> accesses = new IdentityHashMap<>();
    private final Map<Object, Boolean> answers = new IdentityHashMap<>();
    private final Set<Cell> elsewhere = new HashSet<>();
    private final Set<Cell> shared = new HashSet<>();
    private int position;

    private Overwrites(Aliases aliases) {
        this.aliases = aliases;
    }

    /**
     * Analyses a block and what is in it.
     *
     * @param known references to what others may write into
     */
    static Overwrites of(Block block, Aliases aliases, Collection<? extends Operand> known) {
        Overwrites overwrites = new Overwrites(aliases);
        known.forEach(overwrites::known);
        overwrites.block(block, new Nest(List.of(), List.of()));
        return overwrites;
    }

    private void known(Operand reference) {
        aliases.cell(reference).anyReached(c -> {
            elsewhere.add(c.root());
            return false;
        });
    }

    /** Whether no write to the element follows the access, which is a load or a store of a number within a loop. */
    boolean isLast(Object access) {
        return answers.computeIfAbsent(access, a -> {
            Access one = accesses.get(a);
            return one != null && !one.loops().isEmpty() && isLast(one);
        });
    }

    private boolean isLast(Access access) {
        Cell cell = aliases.cell(access.array()).root();
        List<Access> all = writes.getOrDefault(cell, List.of());
        return !elsewhere.contains(cell)
                && all.size() <= MOST_WRITES
                && all.stream().noneMatch(write -> mayFollow(write, access));
    }

    /** Whether the write may be executed after the access, with the same indices: in a later iteration or in the same. */
    private boolean mayFollow(Access write, Access access) {
        int common = 0;
        while (common < Math.min(write.loops().size(), access.loops().size())
                && write.loops().get(common) == access.loops().get(common)) {
            if (!new Comparison(common, write.loops().get(common)).differ(write, access)) {
                return true;
            }
            common++;
        }
        return write.position() > access.position() && !new Comparison(common, null).differ(write, access);
    }

    // ------------------------------------------------------------------------------------------ what there is

    private void block(Block block, Nest around) {
        for (Stmt statement : block.statements()) {
            position++;
            statement(statement, around);
            boolean loop = statement instanceof Stmt.For || statement instanceof Stmt.While;
            Nest inside = loop ? around.in(statement) : around;
            Parts parts = Parts.of(statement);
            parts.inner().forEach(v -> homes.put(v, inside.loops()));
            parts.bound().forEach(v -> homes.put(v, around.loops()));
            if (statement instanceof Stmt.If branch) {
                block(branch.then(), around.where(branch.condition(), true));
                block(branch.otherwise(), around.where(branch.condition(), false));
            } else {
                parts.blocks().forEach(b -> block(b, inside));
            }
        }
    }

    private void statement(Stmt statement, Nest around) {
        if (statement instanceof Stmt.Let let) {
            definitions.put(let.target(), let.value());
            value(let.target(), let.value(), around);
        } else if (statement instanceof Stmt.Do perform) {
            perform.value().operands().forEach(this::known);
        } else if (statement instanceof Stmt.Store store) {
            accesses.put(store, write(store.array(), store.index(), around));
        } else if (statement instanceof Stmt.Accumulate sum) {
            write(sum.array(), sum.index(), around);
        } else if (statement instanceof Stmt.Fill fill) {
            write(fill.array(), null, around);
        } else if (statement instanceof Stmt.CopyRange copy) {
            write(copy.target(), null, around);
        } else if (statement instanceof Stmt.For loop) {
            counters.put(loop.counter(), loop);
        }
    }

    private Access write(Operand array, @Nullable Operand index, Nest around) {
        Access write = new Access(array, index, around, position);
        writes.computeIfAbsent(aliases.cell(array).root(), c -> new ArrayList<>())
                .add(write);
        return write;
    }

    private void value(Var target, Expr value, Nest around) {
        if (value instanceof Expr.Load load) {
            accesses.put(load, new Access(load.array(), load.index(), around, position));
        } else if (value instanceof Expr.Reuse) {
            write(target, null, around);
        } else if (value instanceof Expr.Clone || value instanceof Expr.ArrayOf) {
            shared.add(aliases.cell(target).root());
        } else if (!isOfHere(value)) {
            known(target);
            value.operands().forEach(this::known);
        }
    }

    /** Whether the expression only computes, or gives what is new or has another name here. */
    private static boolean isOfHere(Expr value) {
        return value instanceof Expr.Apply
                || value instanceof Expr.Copy
                || value instanceof Expr.Length
                || value instanceof Expr.NewArray
                || value instanceof Expr.Construct
                || value instanceof Expr.Field;
    }

    // ------------------------------------------------------------------------------------------ comparison

    /**
     * The indices of two accesses at two moments: those of the write are of another iteration of the loop at a depth, and of
     * all loops in it. A variable made outside of that loop is the same at both.
     */
    private final class Comparison {
        private final Distances distances = new Distances();
        private final List<Pair> unequal = new ArrayList<>();
        private final int depth;

        /** A variable at the moment of the write, if that is another one. */
        private record Later(Var variable) {}

        /**
         * @param loop that of which the write is in a later iteration; null if both are in the same of all loops they share
         */
        Comparison(int depth, @Nullable Stmt loop) {
            this.depth = depth;
            if (loop instanceof Stmt.For counted) {
                Term later = term(counted.counter(), true);
                Term now = term(counted.counter(), false).plus(counted.step());
                distances.atLeast(counted.step() > 0 ? later : now, counted.step() > 0 ? now : later);
            }
        }

        /** Whether the indices differ wherever both are executed. */
        boolean differ(Access write, Access access) {
            if (write.index() == null) {
                return false;
            }
            write.around().conditions().forEach(c -> learn(c, true));
            access.around().conditions().forEach(c -> learn(c, false));
            List<Pair> indices = indices(write, access);
            unequal.forEach(this::separate);
            return indices.stream().anyMatch(Pair::areUnequal) || distances.contradict();
        }

        /** The indices, from the last on, as far as they tell arrays apart. */
        private List<Pair> indices(Access write, Access access) {
            List<Pair> pairs = new ArrayList<>();
            pairs.add(new Pair(term(write.index(), true), term(access.index(), false)));
            Operand one = write.array();
            Operand other = access.array();
            while (definition(one) instanceof Expr.Load a
                    && definition(other) instanceof Expr.Load b
                    && haveOwnRows(a.array(), b.array())) {
                pairs.add(new Pair(term(a.index(), true), term(b.index(), false)));
                one = a.array();
                other = b.array();
            }
            return pairs;
        }

        /** Two integers. */
        private final class Pair {
            private final Term one;
            private final Term other;

            Pair(Term one, Term other) {
                this.one = one;
                this.other = other;
            }

            boolean areUnequal() {
                return distances.isAtLeast(one, other.plus(1)) || distances.isAtLeast(other, one.plus(1));
            }
        }

        /** What is not equal, but at least as large, is larger. */
        private void separate(Pair pair) {
            if (distances.isAtLeast(pair.one, pair.other)) {
                distances.atLeast(pair.one, pair.other.plus(1));
            } else if (distances.isAtLeast(pair.other, pair.one)) {
                distances.atLeast(pair.other, pair.one.plus(1));
            }
        }

        private void learn(Condition condition, boolean later) {
            boolean holds = condition.holds();
            if (!(definition(condition.condition()) instanceof Expr.Apply test)) {
                return;
            }
            String name = test.op().name();
            if (name.equals(holds ? "&" : "|") || name.equals("!")) {
                test.args().forEach(arg -> learn(new Condition(arg, holds != name.equals("!")), later));
            } else if (test.args().size() == 2 && test.op().parameters().get(0) == Primitive.INT) {
                Term a = term(test.args().get(0), later);
                Term b = term(test.args().get(1), later);
                compare(holds ? name : OPPOSITE.getOrDefault(name, ""), a, b);
            }
        }

        private void compare(String relation, Term a, Term b) {
            switch (relation) {
                case "<" -> distances.atLeast(b, a.plus(1));
                case "<=" -> distances.atLeast(b, a);
                case ">" -> distances.atLeast(a, b.plus(1));
                case ">=" -> distances.atLeast(a, b);
                case "==" -> between(a, b, a);
                case "!=" -> unequal.add(new Pair(a, b));
                default -> {}
            }
        }

        /** The operand at one of the moments, with what is known of it. */
        private Term term(Operand operand, boolean later) {
            if (operand instanceof Literal literal) {
                return literal.value() instanceof Integer n ? Distances.ZERO.plus(n) : distances.term(literal);
            }
            Var variable = (Var) operand;
            Shift sum = Shift.of(definition(variable));
            if (sum != null && Math.abs((long) sum.by()) <= LARGEST_SHIFT) {
                return term(sum.of(), later).plus(sum.by());
            }
            boolean other = later && homes.getOrDefault(variable, List.of()).size() > depth;
            Object key = other ? new Later(variable) : variable;
            if (distances.knows(key) || distances.size() > MOST_INTEGERS) {
                return distances.term(key);
            }
            Term term = distances.term(key);
            learn(term, variable, later);
            return term;
        }

        private void learn(Term term, Var variable, boolean later) {
            Stmt.For loop = counters.get(variable);
            if (loop != null) {
                Term from = term(loop.from(), later);
                Term bound = term(loop.bound(), later);
                switch (loop.relation()) {
                    case LT -> between(from, term, bound.plus(-1));
                    case LE -> between(from, term, bound);
                    case GT -> between(bound.plus(1), term, from);
                    case GE -> between(bound, term, from);
                }
            } else if (definition(variable) instanceof Expr.Length) {
                distances.atLeast(term, Distances.ZERO);
            } else if (definition(variable) instanceof Expr.Apply apply) {
                extreme(term, apply, later);
            }
        }

        private void between(Term least, Term value, Term most) {
            distances.atLeast(value, least);
            distances.atLeast(most, value);
        }

        private void extreme(Term term, Expr.Apply apply, boolean later) {
            boolean least = apply.op().name().equals("java.lang.Math.min");
            if (least || apply.op().name().equals("java.lang.Math.max")) {
                for (Operand each : apply.args()) {
                    Term other = term(each, later);
                    distances.atLeast(least ? other : term, least ? term : other);
                }
            }
        }
    }

    private @Nullable Expr definition(Operand operand) {
        Expr definition = operand instanceof Var variable ? definitions.get(variable) : null;
        return definition instanceof Expr.Copy copy ? definition(copy.value()) : definition;
    }

    /** Whether rows at different indices of the one and the other are different arrays. */
    private boolean haveOwnRows(Operand one, Operand other) {
        Cell cell = aliases.cell(one).root();
        return cell == aliases.cell(other).root()
                && !elsewhere.contains(cell)
                && !shared.contains(cell)
                && !writes.containsKey(cell);
    }
}
