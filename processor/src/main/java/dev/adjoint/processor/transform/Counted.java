package dev.adjoint.processor.transform;

import dev.adjoint.processor.ir.ArrayType;
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
import org.jspecify.annotations.Nullable;

/**
 * A counted loop of the forward sweep. What its mirror needs of each iteration goes to one array a value, as long as the
 * trip count, which is known before the loop starts.
 */
final class Counted extends Looping {
    private final Stmt.For loop;
    private @Nullable Operand forwardIndex;
    private @Nullable Operand mirrorIndex;

    Counted(Mirrors mirrors, Region home, Stmt.For loop) {
        super(mirrors, home, loop.carried(), loop.body());
        this.loop = loop;
        mirrors.define(loop.counter(), body, null);
    }

    @Override
    public Operand keep(Region inner, Var value) {
        ArrayType type = new ArrayType(value.type());
        Room tape = mirrors.room(home, before, new Room.Plan(value.name() + "s", type, List.of(tripCount()), null));
        body.recordings.add(new Stmt.Store(tape.forward(), forwardIndex(), value));
        return body.prologue.let(value.name(), new Expr.Load(tape.mirror(), mirrorIndex()));
    }

    /**
     * One array for all iterations that are mirrored at once; within such, a row of an array of rows. Elsewhere each
     * iteration may as well make its own: HotSpot is slow to make arrays of many rows.
     */
    @Override
    public @Nullable Room room(Region inner, Room.Plan plan) {
        if (body.inScope) {
            Var all = mirrors.make(home, before, plan);
            return new Room(all, all);
        }
        if (!home.isReused()) {
            return null;
        }
        Room rows = mirrors.room(home, before, plan.times(tripCount()));
        Var row = new Var(plan.name(), plan.type());
        body.entries.add(new Stmt.Let(row, new Expr.Load(rows.forward(), forwardIndex())));
        mirrors.defineRoom(row, body, plan);
        Operand mirror = body.prologue.let(plan.name(), new Expr.Load(rows.mirror(), mirrorIndex()));
        body.available.put(row, mirror);
        return new Room(row, mirror);
    }

    private boolean fromZero() {
        return loop.step() == 1 && loop.from().equals(Literal.of(0));
    }

    private Operand forwardIndex() {
        if (forwardIndex == null) {
            BlockBuilder out = new BlockBuilder();
            forwardIndex = index(out, loop.counter(), loop.from());
            body.entries.addAll(0, out.statements());
        }
        return forwardIndex;
    }

    @Override
    Operand mirrorIndex() {
        if (mirrorIndex == null) {
            Operand counter = mirrors.in(body, loop.counter());
            mirrorIndex = index(body.prologue, counter, mirrors.in(home, loop.from()));
        }
        return mirrorIndex;
    }

    /** Which iteration it is, from zero. */
    private Operand index(BlockBuilder out, Operand counter, Operand from) {
        if (fromZero()) {
            return counter;
        }
        boolean up = loop.step() > 0;
        Operand distance = up ? out.infix("k", "-", counter, from) : out.infix("k", "-", from, counter);
        int size = Math.abs(loop.step());
        return size == 1 ? distance : out.infix("k", "/", distance, Literal.of(size));
    }

    /** How many iterations there are. */
    private Room.Extent tripCount() {
        return new Room.Extent(List.of(loop.from(), loop.bound()), this::count);
    }

    private Operand count(BlockBuilder out) {
        boolean nonnegative = fromZero() && loop.relation() == Relation.LT && mirrors.isLength(loop.bound());
        return count(out, loop, loop.from(), loop.bound(), nonnegative);
    }

    /** The trip count of a loop between those bounds. */
    static Operand count(BlockBuilder out, Stmt.For loop, Operand from, Operand bound, boolean nonnegative) {
        Operand signed = signedCount(out, loop, from, bound);
        return nonnegative ? signed : out.apply("n", Op.math("max", Primitive.INT, 2), signed, Literal.of(0));
    }

    /** The trip count, or a number not above zero if there is no iteration. */
    static Operand signedCount(BlockBuilder out, Stmt.For loop, Operand from, Operand bound) {
        boolean up = loop.step() > 0;
        int size = Math.abs(loop.step());
        boolean closed = loop.relation() == Relation.LE || loop.relation() == Relation.GE;
        Operand distance = up ? minus(out, bound, from) : minus(out, from, bound);
        int extra = closed ? size : size - 1;
        Operand rounded = extra == 0 ? distance : out.infix("n", "+", distance, Literal.of(extra));
        return size == 1 ? rounded : out.infix("n", "/", rounded, Literal.of(size));
    }

    private static Operand minus(BlockBuilder out, Operand a, Operand b) {
        return b.equals(Literal.of(0)) ? a : out.infix("n", "-", a, b);
    }

    @Override
    public void write(List<Stmt> out) {
        out.addAll(before.statements());
        out.add(new Stmt.For(
                loop.counter(),
                loop.from(),
                loop.relation(),
                loop.bound(),
                loop.step(),
                closeCarried(),
                body.closeForward()));
    }

    @Override
    Stmt mirror(
            Stmt.Carried carried,
            Var counter,
            BlockBuilder out,
            java.util.function.Supplier<dev.adjoint.processor.ir.Block> block) {
        Operand from = mirrors.in(home, loop.from());
        Operand bound = mirrors.in(home, loop.bound());
        Operand last = last(out, from, bound);
        Relation until = loop.step() > 0 ? Relation.GE : Relation.LE;
        return new Stmt.For(counter, last, until, from, -loop.step(), carried, block.get());
    }

    /** The counter's value in the last iteration. */
    private Operand last(BlockBuilder out, Operand from, Operand bound) {
        if (loop.step() == 1 || loop.step() == -1) {
            boolean closed = loop.relation() == Relation.LE || loop.relation() == Relation.GE;
            return closed ? bound : out.infix("last", "-", bound, Literal.of(loop.step()));
        }
        Operand count = signedCount(out, loop, from, bound);
        Operand before = out.infix("last", "-", count, Literal.of(1));
        Operand distance = out.infix("last", "*", before, Literal.of(loop.step()));
        return from.equals(Literal.of(0)) ? distance : out.infix("last", "+", from, distance);
    }

    @Override
    Var counter() {
        return loop.counter();
    }
}
