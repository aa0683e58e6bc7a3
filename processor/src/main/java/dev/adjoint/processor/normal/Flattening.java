package dev.adjoint.processor.normal;

import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.RecordType;
import dev.adjoint.processor.ir.Rewriter;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A function without differentiable records: every value of such a type, parameters and results included, is replaced by
 * its {@link Leaves}. The function's body yields the leaves of its result.
 */
public final class Flattening extends Rewriter {
    private final Map<Var, List<Operand>> leaves = new HashMap<>();

    private Flattening() {}

    /** The function with its parameters, values and result taken apart. */
    public static Function of(Function function) {
        return new Flattening().function(function);
    }

    /** The function as others call it: parameters taken apart, but its result, if it is a record, in one piece. */
    public static Function callee(Function function) {
        Function flat = of(function);
        if (function.result() == null || !Leaves.splits(function.result())) {
            return flat;
        }
        BlockBuilder out = new BlockBuilder();
        out.addAll(flat.body().statements());
        Operand whole =
                Leaves.pack(out, "result", function.result(), flat.body().yields());
        return new Function(flat.key(), flat.parameters(), out.build(List.of(whole)), flat.result());
    }

    @Override
    protected List<Var> bindings(List<Var> variables) {
        List<Var> all = new ArrayList<>();
        for (Var variable : variables) {
            List<Var> parts = Leaves.of(variable);
            if (Leaves.splits(variable.type())) {
                leaves.put(variable, List.copyOf(parts));
            }
            all.addAll(parts);
        }
        return all;
    }

    @Override
    public List<Operand> operands(List<Operand> operands) {
        List<Operand> all = new ArrayList<>();
        operands.forEach(o -> all.addAll(parts(o)));
        return all;
    }

    /** The leaves of an operand of the old code. */
    private List<Operand> parts(Operand old) {
        if (!Leaves.splits(old.type())) {
            return List.of(operand(old));
        }
        if (old instanceof Literal) {
            return Leaves.unpack(out(), old);
        }
        return leaves.get((Var) old);
    }

    /** The operand put together again, for what can't be taken apart. */
    private Operand whole(Operand old) {
        if (!Leaves.splits(old.type()) || old instanceof Literal) {
            return operand(old);
        }
        return Leaves.pack(out(), ((Var) old).name(), old.type(), parts(old));
    }

    private void bind(Var target, List<Operand> parts) {
        if (Leaves.splits(target.type())) {
            leaves.put(target, List.copyOf(parts));
        } else {
            replace(target, parts.get(0));
        }
    }

    private interface Part {
        Expr of(int k, Var leaf);
    }

    /** Does the same to every leaf. */
    private void each(Var target, Part part) {
        List<Operand> made = new ArrayList<>();
        List<Var> variables = Leaves.of(target);
        for (int k = 0; k < variables.size(); k++) {
            Var leaf = variables.get(k);
            out().add(new Stmt.Let(leaf, part.of(k, leaf)));
            made.add(leaf);
        }
        bind(target, made);
    }

    @Override
    public Void let(Stmt.Let s) {
        Expr value = s.value();
        boolean taken =
                Leaves.splits(s.target().type()) || value.operands().stream().anyMatch(o -> Leaves.splits(o.type()));
        if (!taken) {
            return super.let(s);
        }
        split(s.target(), value);
        return null;
    }

    private void split(Var target, Expr value) {
        if (value instanceof Expr.Field field && Leaves.splits(field.record().type())) {
            RecordType record = (RecordType) field.record().type();
            int start = Leaves.start(record, field.component());
            int count = Leaves.count(field.type());
            bind(target, parts(field.record()).subList(start, start + count));
        } else if (value instanceof Expr.Construct construct) {
            bind(target, operands(construct.components()));
        } else if (value instanceof Expr.Copy copy) {
            bind(target, parts(copy.value()));
        } else if (value instanceof Expr.Stop stop) {
            List<Operand> leaves = parts(stop.value());
            each(target, (k, leaf) -> new Expr.Stop(leaves.get(k), stop.site()));
        } else if (value instanceof Expr.Load load) {
            List<Operand> arrays = parts(load.array());
            Operand index = operand(load.index());
            each(target, (k, leaf) -> new Expr.Load(arrays.get(k), index));
        } else if (value instanceof Expr.Length length) {
            out().add(new Stmt.Let(target, new Expr.Length(parts(length.array()).get(0))));
        } else {
            made(target, value);
        }
    }

    private void made(Var target, Expr value) {
        if (value instanceof Expr.NewArray array) {
            List<Operand> dimensions = operands(array.dimensions());
            each(target, (k, leaf) -> new Expr.NewArray((ArrayType) leaf.type(), dimensions));
        } else if (value instanceof Expr.ArrayOf array) {
            List<List<Operand>> elements =
                    array.elements().stream().map(this::parts).toList();
            each(
                    target,
                    (k, leaf) -> new Expr.ArrayOf(
                            (ArrayType) leaf.type(),
                            elements.stream().map(e -> e.get(k)).toList()));
        } else if (value instanceof Expr.Clone clone) {
            List<Operand> arrays = parts(clone.array());
            each(target, (k, leaf) -> new Expr.Clone(arrays.get(k)));
        } else if (value instanceof Expr.Grow grow) {
            List<Operand> arrays = parts(grow.array());
            Operand index = operand(grow.index());
            each(target, (k, leaf) -> new Expr.Grow(arrays.get(k), index));
        } else {
            Var whole = target.fresh();
            out().add(new Stmt.Let(whole, passed(value)));
            bind(target, Leaves.unpack(out(), whole));
        }
    }

    /** A callee takes leaves; other Java takes records as they are. */
    private Expr passed(Expr value) {
        return value instanceof Expr.Call call
                ? new Expr.Call(call.function(), operands(call.args()), call.result())
                : value.map(this::whole);
    }

    @Override
    public Void perform(Stmt.Do s) {
        out().add(new Stmt.Do(passed(s.value())));
        return null;
    }

    @Override
    public Void store(Stmt.Store s) {
        if (!Leaves.splits(s.array().type())) {
            return super.store(s);
        }
        List<Operand> arrays = parts(s.array());
        List<Operand> values = parts(s.value());
        for (int k = 0; k < arrays.size(); k++) {
            out().add(new Stmt.Store(arrays.get(k), operand(s.index()), values.get(k)));
        }
        return null;
    }

    @Override
    public Void fill(Stmt.Fill s) {
        if (!Leaves.splits(s.array().type())) {
            return super.fill(s);
        }
        List<Operand> arrays = parts(s.array());
        List<Operand> values = parts(s.value());
        for (int k = 0; k < arrays.size(); k++) {
            out().add(new Stmt.Fill(arrays.get(k), operand(s.from()), operand(s.to()), values.get(k)));
        }
        return null;
    }

    @Override
    public Void copyRange(Stmt.CopyRange s) {
        if (!Leaves.splits(s.source().type())) {
            return super.copyRange(s);
        }
        List<Operand> from = parts(s.source());
        List<Operand> to = parts(s.target());
        for (int k = 0; k < from.size(); k++) {
            out().add(new Stmt.CopyRange(
                    from.get(k), operand(s.sourceFrom()), to.get(k), operand(s.targetFrom()), operand(s.length())));
        }
        return null;
    }
}
