package dev.adjoint.processor.transform;

import dev.adjoint.processor.analysis.Counters.Addend;
import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Stmt.Carried;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A loop of the forward sweep, with carried values that may grow in number until it is written. */
abstract class Looping implements Region.Slot, Region.Keeper {
    /** An integer that an iteration adds to, which the mirror takes back iteration by iteration. */
    record Countdown(Var after, Operand last, Operand value) {}

    protected final Mirrors mirrors;
    protected final Region home;
    protected final Region body;
    protected final BlockBuilder before = new BlockBuilder();
    private final int start;
    private boolean selected;
    private final List<Var> parameters;
    private final List<Operand> initial;
    private final List<Var> results;
    private final List<Countdown> countdowns = new ArrayList<>();

    Looping(Mirrors mirrors, Region home, Carried carried, Block block) {
        this.mirrors = mirrors;
        this.home = home;
        this.body = new Region(home, this, true, block.yields());
        this.start = mirrors.made();
        this.parameters = new ArrayList<>(carried.parameters());
        this.initial = new ArrayList<>(carried.initial());
        this.results = new ArrayList<>(carried.results());
        parameters.forEach(p -> mirrors.define(p, body, null));
        results.forEach(r -> mirrors.announce(r, home));
    }

    Region body() {
        return body;
    }

    /** What runs before the loop. */
    BlockBuilder before() {
        return before;
    }

    /** How many values had been made when the loop was met. */
    int start() {
        return start;
    }

    /** The mirror runs some iterations only: none can tell anything from the one after it. */
    void select() {
        selected = true;
    }

    /** Whether the mirror of an iteration can tell what a carried integer was that iterations add to. */
    boolean tells(List<Addend> increment) {
        return !selected || isSame(increment);
    }

    /** From now on the mirror of each iteration follows the iteration itself. */
    void fuse() {
        body.inScope = true;
    }

    /** Adds a carried value; what the body yields for it is added to the body's yields by the caller. */
    void addCarried(Var parameter, Operand first, Var result) {
        parameters.add(parameter);
        initial.add(first);
        results.add(result);
        mirrors.define(parameter, body, null);
        mirrors.define(result, home, null);
    }

    Carried closeCarried() {
        return new Carried(parameters, initial, results);
    }

    List<Countdown> countdowns() {
        return countdowns;
    }

    /** The value of a carried integer at the start of an iteration, in the mirror of that iteration. */
    Operand count(Var parameter, List<Addend> increment) {
        int i = parameters.indexOf(parameter);
        return isSame(increment)
                ? countedUp(initial.get(i), increment.get(0))
                : countedDown(parameter, results.get(i), increment);
    }

    private boolean isSame(List<Addend> increment) {
        Addend first = increment.get(0);
        return increment.size() == 1 && first.times() == null && !isMadeInside(first.amount());
    }

    private boolean isMadeInside(Operand amount) {
        return amount instanceof Var var && mirrors.home(var) == body;
    }

    private Operand countedUp(Operand first, Addend step) {
        BlockBuilder out = body.prologue;
        Operand amount = mirrors.in(home, step.amount());
        Operand all = amount.equals(Literal.of(1)) ? mirrorIndex() : out.infix("k", "*", mirrorIndex(), amount);
        return out.infix("p", step.negative() ? "-" : "+", mirrors.in(home, first), all);
    }

    private Operand countedDown(Var parameter, Var result, List<Addend> increment) {
        BlockBuilder out = body.prologue;
        Var after = parameter.fresh();
        Operand value = after;
        for (Addend addend : increment) {
            Operand amount = mirrors.in(body, addend.amount());
            if (addend.times() != null) {
                amount = times(out, addend.times(), amount);
            }
            value = out.infix(parameter.name(), addend.negative() ? "+" : "-", value, amount);
        }
        countdowns.add(new Countdown(after, mirrors.in(home, result), value));
        return value;
    }

    private Operand times(BlockBuilder out, Stmt.For inner, Operand amount) {
        Operand from = mirrors.in(body, inner.from());
        Operand bound = mirrors.in(body, inner.bound());
        Operand count = Counted.count(out, inner, from, bound, false);
        return amount.equals(Literal.of(1)) ? count : out.infix("n", "*", count, amount);
    }

    /** Which iteration it is in the mirror, from zero. */
    abstract Operand mirrorIndex();

    /** The counter whose value in the mirror is the mirror's own counter. */
    abstract Var counter();

    /** The loop that runs the mirror's iterations in the opposite order. */
    abstract Stmt mirror(Carried carried, Var counter, BlockBuilder out, Supplier<Block> block);
}
