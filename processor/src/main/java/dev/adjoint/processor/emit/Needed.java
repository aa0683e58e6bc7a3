package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Parts;
import dev.adjoint.processor.ir.Rewriter;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Leaves only what the result or an effect needs. A value that a loop hands to itself and to nobody else is not needed.
 * The nodes of the search are variables and statements, by identity.
 */
final class Needed {
    private final Map<Object, List<Object>> needs = new IdentityHashMap<>();
    private final Set<Object> needed = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> open = new ArrayDeque<>();

    static Function in(Function function) {
        Needed search = new Needed();
        search.block(function.body(), null);
        function.body().yields().forEach(search::demand);
        while (!search.open.isEmpty()) {
            search.needs.getOrDefault(search.open.pop(), List.of()).forEach(search::demand);
        }
        Block body = search.new Remover().block(function.body());
        return new Function(function.key(), function.parameters(), body, function.result());
    }

    private void demand(Object node) {
        if (needed.add(node)) {
            open.push(node);
        }
    }

    private void block(Block block, @org.jspecify.annotations.Nullable Stmt owner) {
        for (Stmt statement : block.statements()) {
            List<Object> own = new ArrayList<>();
            if (owner != null) {
                own.add(owner);
            }
            needs.put(statement, own);
            Parts parts = Parts.of(statement);
            parts.bound().forEach(v -> need(v, statement));
            parts.inner().forEach(v -> need(v, statement));
            parts.blocks().forEach(b -> block(b, statement));
            own.addAll(operands(statement, parts));
            values(statement, parts);
            if (isRoot(statement)) {
                demand(statement);
            }
        }
    }

    private void need(Object node, Object other) {
        needs.computeIfAbsent(node, n -> new ArrayList<>()).add(other);
    }

    /** What the statement needs if any part of it is needed. */
    private static List<? extends Operand> operands(Stmt statement, Parts parts) {
        if (statement instanceof Stmt.For loop) {
            return List.of(loop.from(), loop.bound());
        }
        return statement instanceof Stmt.While loop ? loop.condition().yields() : parts.operands();
    }

    /** What each result needs beside the statement. */
    private void values(Stmt statement, Parts parts) {
        if (statement instanceof Stmt.For loop) {
            carried(loop.carried(), loop.body());
        } else if (statement instanceof Stmt.While loop) {
            carried(loop.carried(), loop.body());
        } else {
            parts.blocks().forEach(b -> pair(parts.bound(), b.yields()));
        }
    }

    private void carried(Stmt.Carried carried, Block body) {
        pair(carried.parameters(), carried.initial());
        pair(carried.parameters(), body.yields());
        pair(carried.results(), carried.parameters());
    }

    private void pair(List<Var> variables, List<? extends Operand> values) {
        for (int i = 0; i < values.size(); i++) {
            need(variables.get(i), values.get(i));
        }
    }

    private static boolean isRoot(Stmt statement) {
        if (statement instanceof Stmt.Let let) {
            return !Effect.droppable(let.value());
        }
        return !(statement instanceof Stmt.If
                || statement instanceof Stmt.For
                || statement instanceof Stmt.While
                || statement instanceof Stmt.Switch
                || statement instanceof Stmt.Try
                || statement instanceof Stmt.Comment);
    }

    /** Copies what is needed. A call whose value is not needed is performed, a comment on nothing is left out. */
    private final class Remover extends Rewriter {
        @Override
        public void statements(List<Stmt> statements) {
            Stmt comment = null;
            for (Stmt statement : statements) {
                if (statement instanceof Stmt.Comment) {
                    comment = statement;
                } else if (needed.contains(statement)) {
                    if (comment != null) {
                        comment.accept(this);
                    }
                    comment = null;
                    statement.accept(this);
                }
            }
        }

        @Override
        public Void let(Stmt.Let s) {
            boolean performed = s.value() instanceof Expr.Call
                    || s.value() instanceof Expr.GivenCall
                    || s.value() instanceof Expr.Construct;
            out().add(performed && !needed.contains(s.target()) ? new Stmt.Do(s.value()) : s);
            return null;
        }

        @Override
        public Void ifElse(Stmt.If s) {
            Block then = arm(s.then(), s.results());
            Block otherwise = arm(s.otherwise(), s.results());
            out().add(new Stmt.If(s.condition(), then, otherwise, keep(s.results(), s.results())));
            return null;
        }

        @Override
        public Void counted(Stmt.For s) {
            Block body = arm(s.body(), s.carried().parameters());
            out().add(s.with(carried(s.carried()), body));
            return null;
        }

        @Override
        public Void loop(Stmt.While s) {
            Block condition = block(s.condition());
            Block body = arm(s.body(), s.carried().parameters());
            out().add(new Stmt.While(carried(s.carried()), condition, body));
            return null;
        }

        @Override
        public Void choose(Stmt.Switch s) {
            List<Stmt.Case> cases = new ArrayList<>();
            s.cases().forEach(c -> cases.add(new Stmt.Case(c.labels(), arm(c.body(), s.results()))));
            Block otherwise = arm(s.otherwise(), s.results());
            out().add(new Stmt.Switch(s.selector(), cases, otherwise, keep(s.results(), s.results())));
            return null;
        }

        @Override
        public Void guarded(Stmt.Try s) {
            Block body = arm(s.body(), s.results());
            List<Stmt.Handler> handlers = new ArrayList<>();
            s.handlers()
                    .forEach(h -> handlers.add(new Stmt.Handler(h.types(), h.exception(), arm(h.body(), s.results()))));
            Block last = s.last() == null ? null : block(s.last());
            out().add(new Stmt.Try(body, handlers, last, keep(s.results(), s.results())));
            return null;
        }

        private Stmt.Carried carried(Stmt.Carried c) {
            List<Var> keys = c.parameters();
            return new Stmt.Carried(keep(keys, keys), keep(keys, c.initial()), keep(keys, c.results()));
        }

        /** The block, with the yields to needed targets only. */
        private Block arm(Block block, List<Var> targets) {
            Block all = block(block);
            return new Block(all.statements(), all.yields().isEmpty() ? List.of() : keep(targets, all.yields()));
        }

        private <T> List<T> keep(List<Var> keys, List<T> values) {
            List<T> kept = new ArrayList<>();
            for (int i = 0; i < keys.size(); i++) {
                if (needed.contains(keys.get(i))) {
                    kept.add(values.get(i));
                }
            }
            return kept;
        }
    }
}
