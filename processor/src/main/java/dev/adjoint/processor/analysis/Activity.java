package dev.adjoint.processor.analysis;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.RecordType;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.ir.Var;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Which values carry derivatives: those that depend on an independent (varied) and that influence a dependent (useful).
 * Values of their own are told apart by definition, elements of arrays by the cell of the array.
 */
public final class Activity {
    private final Aliases aliases;
    private final Set<Object> varied;
    private final Set<Object> useful;

    private Activity(Aliases aliases, Set<Object> varied, Set<Object> useful) {
        this.aliases = aliases;
        this.varied = varied;
        this.useful = useful;
    }

    /**
     * Analyses a function.
     *
     * @param independents the parameters to differentiate by
     * @param dependents the operands whose derivatives are wanted: the result, or arrays written in place
     * @param passes whether a derivative can pass through an operation from the argument with that number
     */
    public static Activity of(
            Function function,
            Aliases aliases,
            Collection<? extends Operand> independents,
            Collection<? extends Operand> dependents,
            BiPredicate<Expr.Apply, Integer> passes) {
        Flow forward = new Flow(aliases, passes, false);
        independents.forEach(forward::mark);
        forward.run(function.body());
        Flow backward = new Flow(aliases, passes, true);
        dependents.forEach(backward::mark);
        backward.run(function.body());
        return new Activity(aliases, forward.marked, backward.marked);
    }

    /** Whether the operand carries a derivative: a floating-point value, or a reference to something that holds some. */
    public boolean active(Operand operand) {
        if (!(operand instanceof Var) || !operand.type().differentiable()) {
            return false;
        }
        if (operand.type() instanceof Primitive) {
            return varied.contains(operand) && useful.contains(operand);
        }
        return aliases.cell(operand).anyReached(c -> varied.contains(c) && useful.contains(c));
    }

    /** Whether the operand depends on an independent, whatever becomes of it. */
    public boolean varied(Operand operand) {
        return operand instanceof Var && operand.type().isFloating() && varied.contains(operand);
    }

    /** One direction of the analysis, repeated until nothing changes. */
    private static final class Flow implements Stmt.Visitor<Void> {
        private final Aliases aliases;
        private final BiPredicate<Expr.Apply, Integer> passes;
        private final boolean backward;
        private final Set<Object> marked = new HashSet<>();
        private final Map<Operand, List<Operand>> tests = new HashMap<>();
        private boolean changed;

        Flow(Aliases aliases, BiPredicate<Expr.Apply, Integer> passes, boolean backward) {
            this.aliases = aliases;
            this.passes = passes;
            this.backward = backward;
        }

        void run(Block body) {
            do {
                changed = false;
                block(body);
            } while (changed);
        }

        private Void block(Block block) {
            List<Stmt> statements = block.statements();
            int n = statements.size();
            for (int i = 0; i < n; i++) {
                statements.get(backward ? n - 1 - i : i).accept(this);
            }
            return null;
        }

        /** Marks the operand: itself, or all the numbers reached through it. */
        void mark(Operand operand) {
            if (!(operand instanceof Var) || !operand.type().differentiable()) {
                return;
            }
            if (operand.type() instanceof Primitive) {
                changed |= marked.add(operand);
            } else {
                markAll(operand.type(), aliases.cell(operand), new HashSet<>());
            }
        }

        /** The cell of an array of numbers stands for the numbers in it. */
        private void markAll(Type type, Cell cell, Set<String> around) {
            if (type.isArray() && type.element() instanceof Primitive) {
                changed |= type.differentiable() && marked.add(cell.root());
            } else if (type.isArray()) {
                markAll(type.element(), cell.element(), around);
            } else if (type instanceof RecordType record) {
                markRecord(record, cell, around);
            } else if (type.isFloating()) {
                changed |= marked.add(cell.root());
            }
        }

        /** A record within a record of its own type is that cell again. */
        private void markRecord(RecordType record, Cell cell, Set<String> around) {
            if (around.add(record.name())) {
                record.components().stream()
                        .filter(c -> c.type().differentiable())
                        .forEach(c -> markAll(c.type(), cell.part(c.name()), around));
                around.remove(record.name());
            }
        }

        private boolean is(Operand operand) {
            return operand.type().isFloating() && marked.contains(operand);
        }

        private boolean isCell(Cell cell) {
            return marked.contains(cell.root());
        }

        /** A number flows from one place to another, in the program's direction. */
        private void flow(Operand from, Operand to) {
            if (from.type().isFloating() && to.type().isFloating() && is(backward ? to : from)) {
                mark(backward ? from : to);
            }
        }

        private void flow(Operand from, Cell to) {
            if (!from.type().isFloating()) {
                return;
            }
            if (backward && isCell(to)) {
                mark(from);
            } else if (!backward && is(from)) {
                changed |= marked.add(to.root());
            }
        }

        private void flow(Cell from, Operand to) {
            if (!to.type().isFloating()) {
                return;
            }
            if (backward && is(to)) {
                changed |= marked.add(from.root());
            } else if (!backward && isCell(from)) {
                mark(to);
            }
        }

        private void flow(Cell from, Cell to) {
            if (isCell(backward ? to : from)) {
                changed |= marked.add((backward ? from : to).root());
            }
        }

        private void flow(Block arm, List<Var> results) {
            for (int i = 0; i < results.size() && !arm.throwsAlways(); i++) {
                flow(arm.yields().get(i), results.get(i));
            }
        }

        @Override
        public Void let(Stmt.Let s) {
            Expr value = s.value();
            Var target = s.target();
            if (value instanceof Expr.Apply test && test.op().isGuard()) {
                changed |= tests.put(target, test.args()) == null;
            } else if (value instanceof Expr.Apply apply) {
                for (int k = 0; k < apply.args().size(); k++) {
                    if (passes.test(apply, k)) {
                        flow(apply.args().get(k), target);
                    }
                }
            } else if (value instanceof Expr.Copy copy) {
                flow(copy.value(), target);
            } else if (value instanceof Expr.Load load) {
                flow(aliases.cell(load.array()), target);
            } else if (value instanceof Expr.Reuse reuse) {
                flow(aliases.cell(target), aliases.cell(reuse.array()));
                flow(aliases.cell(reuse.array()), aliases.cell(target));
            } else if (value instanceof Expr.ArrayOf array) {
                array.elements().forEach(e -> flow(e, aliases.cell(target)));
            } else if (value instanceof Expr.Clone clone && clone.type().element() instanceof Primitive) {
                flow(aliases.cell(clone.array()), aliases.cell(target));
            } else if (value instanceof Expr.Field field) {
                flow(aliases.cell(field.record()).part(field.component()), target);
            } else if (value instanceof Expr.Construct construct) {
                for (int i = 0; i < construct.components().size(); i++) {
                    String name = construct.recordType().components().get(i).name();
                    flow(construct.components().get(i), aliases.cell(target).part(name));
                }
            } else if (value instanceof Expr.Call call) {
                call(call.args(), target);
            } else if (value instanceof Expr.GivenCall given) {
                function(given, target);
            }
            return null;
        }

        @Override
        public Void perform(Stmt.Do s) {
            if (s.value() instanceof Expr.Call call) {
                call(call.args(), null);
            } else if (s.value() instanceof Expr.GivenCall given && !given.isFunction()) {
                call(given.independents(), null);
            }
            return null;
        }

        /** From any argument to the result, and nowhere else. */
        private void function(Expr.GivenCall given, Var target) {
            List<Operand> args = given.independents();
            if (backward && reaches(target)) {
                args.forEach(this::mark);
            } else if (!backward && args.stream().anyMatch(this::reaches)) {
                mark(target);
            }
        }

        /** Anything that a call is given may flow into anything that it gives or can write. */
        private void call(List<Operand> args, @Nullable Var target) {
            boolean reached = args.stream().anyMatch(this::reaches) || (target != null && reaches(target));
            if (reached) {
                args.forEach(this::markCall);
                if (target != null) {
                    mark(target);
                }
            }
        }

        /** Whether the operand, or anything that can be read through it, is marked. */
        private boolean reaches(Operand operand) {
            return operand.type() instanceof Primitive
                    ? is(operand)
                    : aliases.cell(operand).anyReached(this::isCell);
        }

        private void markCall(Operand arg) {
            if (backward || !(arg.type() instanceof Primitive)) {
                mark(arg);
            }
        }

        @Override
        public Void store(Stmt.Store s) {
            flow(s.value(), aliases.cell(s.array()));
            return null;
        }

        @Override
        public Void accumulate(Stmt.Accumulate s) {
            flow(s.value(), aliases.cell(s.array()));
            return null;
        }

        @Override
        public Void fill(Stmt.Fill s) {
            flow(s.value(), aliases.cell(s.array()));
            return null;
        }

        @Override
        public Void copyRange(Stmt.CopyRange s) {
            if (s.source().type().element().isFloating()) {
                flow(aliases.cell(s.source()), aliases.cell(s.target()));
            }
            return null;
        }

        /** What a guard tests is differentiated with the term that it guards. */
        @Override
        public Void ifElse(Stmt.If s) {
            if (backward && s.results().stream().anyMatch(this::is)) {
                tests.getOrDefault(s.condition(), List.of()).forEach(this::mark);
            }
            return arms(List.of(s.then(), s.otherwise()), s.results());
        }

        private Void arms(List<Block> arms, List<Var> results) {
            if (backward) {
                arms.forEach(arm -> flow(arm, results));
            }
            arms.forEach(this::block);
            if (!backward) {
                arms.forEach(arm -> flow(arm, results));
            }
            return null;
        }

        @Override
        public Void counted(Stmt.For s) {
            return loop(s.carried(), s.body());
        }

        @Override
        public Void loop(Stmt.While s) {
            return loop(s.carried(), s.body());
        }

        private Void loop(Stmt.Carried carried, Block body) {
            for (int i = 0; i < carried.parameters().size(); i++) {
                flow(carried.initial().get(i), carried.parameters().get(i));
                flow(carried.parameters().get(i), carried.results().get(i));
            }
            flow(body, carried.parameters());
            block(body);
            flow(body, carried.parameters());
            for (int i = 0; i < carried.parameters().size(); i++) {
                flow(carried.parameters().get(i), carried.results().get(i));
                flow(carried.initial().get(i), carried.parameters().get(i));
            }
            return null;
        }

        @Override
        public Void choose(Stmt.Switch s) {
            List<Block> arms = new java.util.ArrayList<>();
            s.cases().forEach(c -> arms.add(c.body()));
            arms.add(s.otherwise());
            return arms(arms, s.results());
        }

        @Override
        public Void raise(Stmt.Throw s) {
            return null;
        }

        @Override
        public Void guarded(Stmt.Try s) {
            List<Block> arms = new java.util.ArrayList<>();
            arms.add(s.body());
            s.handlers().forEach(h -> arms.add(h.body()));
            return arms(arms, s.results());
        }

        @Override
        public Void comment(Stmt.Comment s) {
            return null;
        }
    }
}
