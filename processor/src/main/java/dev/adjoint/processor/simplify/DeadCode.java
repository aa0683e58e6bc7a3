package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Rewriter;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Leaves out what neither the result nor an effect depends on. What has to throw is evaluated even where its value is not
 * used, unless the same element has been accessed on the way there.
 */
final class DeadCode extends Rewriter {
    private final Liveness liveness;
    private final Deque<Set<Element>> accessed = new ArrayDeque<>();

    private record Element(Operand array, Operand index) {}

    private DeadCode(Liveness liveness) {
        this.liveness = liveness;
    }

    static Function run(Function function, Set<Var> derivative, Set<Var> checked) {
        return new DeadCode(Liveness.of(function, derivative, checked)).function(function);
    }

    @Override
    public void statements(List<Stmt> statements) {
        for (Stmt statement : statements) {
            if (statement instanceof Stmt.Comment || liveness.isLive(statement)) {
                dropEmptyComment(statement);
                statement.accept(this);
            }
        }
    }

    /** A comment goes when another follows at once, or nothing. */
    private void dropEmptyComment(Stmt next) {
        List<Stmt> done = out().statements();
        int last = done.size() - 1;
        if (next instanceof Stmt.Comment && last >= 0 && done.get(last) instanceof Stmt.Comment) {
            done.remove(last);
        }
    }

    @Override
    public Block block(Block block) {
        accessed.push(new HashSet<>());
        Block rewritten = super.block(block);
        accessed.pop();
        List<Stmt> statements = rewritten.statements();
        int last = statements.size() - 1;
        boolean comment = last >= 0 && statements.get(last) instanceof Stmt.Comment;
        return comment ? new Block(statements.subList(0, last), rewritten.yields()) : rewritten;
    }

    @Override
    public Void let(Stmt.Let s) {
        boolean unused = !liveness.isLive(s.target());
        boolean call = s.value() instanceof Expr.Call || s.value() instanceof Expr.GivenCall;
        if (unused && (call || liveness.mustThrow(s))) {
            perform(new Stmt.Do(s.value()));
        } else {
            if (s.value() instanceof Expr.Load load) {
                isFirst(load.array(), load.index());
            }
            out().add(s);
        }
        return null;
    }

    @Override
    public Void perform(Stmt.Do s) {
        if (!(s.value() instanceof Expr.Load load) || isFirst(load.array(), load.index())) {
            out().add(s);
        }
        return null;
    }

    /** Whether no statement before this one accesses the element whenever this one is reached. */
    private boolean isFirst(Operand array, Operand index) {
        Element element = new Element(array, index);
        boolean first = accessed.stream().noneMatch(known -> known.contains(element));
        accessed.getFirst().add(element);
        return first;
    }

    @Override
    public Void store(Stmt.Store s) {
        isFirst(s.array(), s.index());
        return super.store(s);
    }

    @Override
    public Void ifElse(Stmt.If s) {
        List<Var> kept = live(s.results());
        Block then = arm(s.then(), s.results());
        Block otherwise = arm(s.otherwise(), s.results());
        out().add(s.with(s.condition(), then, otherwise, kept));
        return null;
    }

    @Override
    public Void choose(Stmt.Switch s) {
        List<Stmt.Case> cases = new ArrayList<>();
        s.cases().forEach(c -> cases.add(new Stmt.Case(c.labels(), arm(c.body(), s.results()))));
        out().add(new Stmt.Switch(s.selector(), cases, arm(s.otherwise(), s.results()), live(s.results())));
        return null;
    }

    @Override
    public Void counted(Stmt.For s) {
        Block body = arm(s.body(), s.carried().parameters());
        Stmt.Carried carried = live(s.carried());
        out().add(s.with(carried, body));
        return null;
    }

    @Override
    public Void loop(Stmt.While s) {
        Block body = arm(s.body(), s.carried().parameters());
        out().add(s.with(live(s.carried()), block(s.condition()), body));
        return null;
    }

    private Block arm(Block arm, List<Var> receivers) {
        Block rewritten = block(arm);
        return rewritten.with(rewritten.statements(), kept(rewritten.yields(), receivers));
    }

    private Stmt.Carried live(Stmt.Carried carried) {
        List<Var> parameters = carried.parameters();
        return carried.with(live(parameters), kept(carried.initial(), parameters), kept(carried.results(), parameters));
    }

    private List<Var> live(List<Var> variables) {
        return kept(variables, variables);
    }

    private <T> List<T> kept(List<T> handedOn, List<Var> receivers) {
        List<T> kept = new ArrayList<>();
        for (int i = 0; i < handedOn.size(); i++) {
            if (liveness.isLive(receivers.get(i))) {
                kept.add(handedOn.get(i));
            }
        }
        return kept.size() == handedOn.size() ? handedOn : kept;
    }
}
