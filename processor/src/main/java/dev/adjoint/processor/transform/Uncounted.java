package dev.adjoint.processor.transform;

import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Stmt.Relation;
import dev.adjoint.processor.ir.Var;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A loop whose length shows only when it ends. The forward sweep counts its iterations; what the mirror needs of each goes
 * to an array that grows by doubling.
 */
final class Uncounted extends Looping {
    private static final Literal FIRST_LENGTH = Literal.of(8);

    private final Stmt.While loop;
    private final Var iteration = new Var("k", Primitive.INT);
    private final Var count = new Var("n", Primitive.INT);
    private final Map<Var, Boolean> ending;

    Uncounted(Mirrors mirrors, Region home, Stmt.While loop) {
        super(mirrors, home, loop.carried(), loop.body());
        this.loop = loop;
        this.ending = ending(loop);
        addCarried(iteration, Literal.of(0), count);
        Var next = new Var("k", Primitive.INT);
        body.recordings.add(
                new Stmt.Let(next, new Expr.Apply(Op.infix("+", Primitive.INT), List.of(iteration, Literal.of(1)))));
        body.yields.add(next);
    }

    @Override
    public Operand keep(Region inner, Var value) {
        if (ending.containsKey(value)) {
            return isLast(value);
        }
        String name = value.name() + "s";
        ArrayType type = new ArrayType(value.type());
        Var first = before.let(name, new Expr.NewArray(type, List.of(FIRST_LENGTH)));
        mirrors.define(first, home, null);
        Var tape = new Var(name, type);
        Var all = new Var(name, type);
        addCarried(tape, first, all);
        Var grown = new Var(name, type);
        body.recordings.add(new Stmt.Let(grown, new Expr.Grow(tape, iteration)));
        body.recordings.add(new Stmt.Store(grown, iteration, value));
        body.yields.add(grown);
        Operand index = mirrors.in(body, iteration);
        return body.prologue.let(value.name(), new Expr.Load(mirrors.in(home, all), index));
    }

    /** The last iteration is the one that ends the loop: nothing has to be kept to know that. */
    private Operand isLast(Var value) {
        Operand index = mirrors.in(body, iteration);
        return body.prologue.compare(value.name(), ending.get(value) ? "==" : "!=", index, last(body.prologue));
    }

    private Operand last(BlockBuilder out) {
        return out.infix("last", "-", mirrors.in(home, count), Literal.of(1));
    }

    /** The value in the body that alone decides whether it was the last time, and what it is then; empty if there is none. */
    private static Map<Var, Boolean> ending(Stmt.While loop) {
        Operand goesOn = loop.condition().yields().get(0);
        boolean negated = loop.condition().statements().size() == 1
                && loop.condition().statements().get(0) instanceof Stmt.Let let
                && let.target() == goesOn
                && let.value() instanceof Expr.Apply apply
                && apply.op().equals(Op.prefix("!", Primitive.BOOLEAN));
        Operand tested = negated
                ? ((Stmt.Let) loop.condition().statements().get(0))
                        .value()
                        .operands()
                        .get(0)
                : goesOn;
        int i = loop.carried().parameters().indexOf(tested);
        boolean found = i >= 0 && (negated || loop.condition().statements().isEmpty());
        return found && loop.body().yields().get(i) instanceof Var value ? Map.of(value, negated) : Map.of();
    }

    @Override
    Operand mirrorIndex() {
        return mirrors.in(body, iteration);
    }

    @Override
    public void write(List<Stmt> out) {
        out.addAll(before.statements());
        out.add(new Stmt.While(closeCarried(), loop.condition(), body.closeForward()));
    }

    @Override
    Var counter() {
        return iteration;
    }

    @Override
    Stmt mirror(Stmt.Carried carried, Var counter, BlockBuilder out, Supplier<Block> block) {
        return new Stmt.For(counter, last(out), Relation.GE, Literal.of(0), -1, carried, block.get());
    }
}
