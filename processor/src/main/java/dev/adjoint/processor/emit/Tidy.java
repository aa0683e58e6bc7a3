package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Rewriter;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Uses;
import dev.adjoint.processor.ir.Var;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The same function without what Java text need not say: second names for a value, values carried unchanged, and code
 * after the point that control never passes. Every block of the result is an object of its own.
 */
final class Tidy extends Rewriter {
    private boolean reachable = true;

    private Tidy() {}

    static Function of(Function function) {
        return Needed.in(new Tidy().function(function));
    }

    @Override
    public void statements(List<Stmt> statements) {
        reachable = true;
        for (Stmt statement : statements) {
            if (!reachable) {
                return;
            }
            int before = out().statements().size();
            statement.accept(this);
            List<Stmt> written = out().statements();
            reachable = written.subList(before, written.size()).stream().allMatch(Completion::of);
        }
    }

    @Override
    public Block block(Block block) {
        Block tidy = super.block(block);
        boolean ends = reachable;
        reachable = true;
        return new Block(tidy.statements(), ends ? tidy.yields() : List.of());
    }

    @Override
    public Void let(Stmt.Let s) {
        if (s.value() instanceof Expr.Copy copy
                && copy.value().type().equals(s.target().type())) {
            replace(s.target(), operand(copy.value()));
            return null;
        }
        return s.value() instanceof Expr.Foreign foreign ? passed(s.target(), foreign) : super.let(s);
    }

    /** What a lambda captures must be a variable of its own, which nobody assigns again. */
    private @Nullable Void passed(Var target, Expr.Foreign foreign) {
        boolean captures = foreign.pieces().stream().anyMatch(p -> p.contains("->"));
        Expr value = expression(foreign);
        out().add(new Stmt.Let(binding(target), captures ? value.map(this::captured) : value));
        return null;
    }

    private Operand captured(Operand operand) {
        return operand instanceof Var variable ? out().let(variable.name(), new Expr.Copy(variable)) : operand;
    }

    @Override
    public Void ifElse(Stmt.If s) {
        Operand condition = operand(s.condition());
        Block then = block(s.then());
        Block otherwise = block(s.otherwise());
        for (int i = 0; i < s.results().size(); i++) {
            unite(s.results().get(i), i, then, otherwise);
        }
        out().add(new Stmt.If(condition, then, otherwise, s.results()));
        return null;
    }

    /** If the result is the same value on every path, it is a second name for that value. */
    private void unite(Var result, int index, Block then, Block otherwise) {
        Block some = then.yields().isEmpty() ? otherwise : then;
        Block other = otherwise.yields().isEmpty() ? then : otherwise;
        if (some.yields().isEmpty()) {
            return;
        }
        Operand value = some.yields().get(index);
        boolean outer = value instanceof Literal || !Uses.of(some).bound().contains((Var) value);
        if (outer && value.equals(other.yields().get(index)) && value.type().equals(result.type())) {
            replace(result, value);
        }
    }

    @Override
    public Void counted(Stmt.For s) {
        unchanged(s.carried(), s.body());
        return super.counted(s);
    }

    @Override
    public Void loop(Stmt.While s) {
        unchanged(s.carried(), s.body());
        super.loop(s);
        List<Stmt> written = out().statements();
        Stmt.While loop = (Stmt.While) written.get(written.size() - 1);
        if (loop.condition().yields().get(0).equals(Literal.of(false))) {
            written.remove(written.size() - 1);
            never(loop.carried());
        }
        return null;
    }

    /** The loop's body never runs. */
    private void never(Stmt.Carried carried) {
        for (int i = 0; i < carried.results().size(); i++) {
            replace(carried.results().get(i), carried.initial().get(i));
        }
    }

    private void unchanged(Stmt.Carried carried, Block body) {
        for (int i = 0; i < carried.parameters().size(); i++) {
            Var parameter = carried.parameters().get(i);
            Operand initial = carried.initial().get(i);
            Operand next = body.yields().isEmpty() ? initial : body.yields().get(i);
            if ((next.equals(parameter) || next.equals(initial))
                    && initial.type().equals(parameter.type())) {
                replace(parameter, operand(initial));
                replace(carried.results().get(i), operand(initial));
            }
        }
    }
}
