package dev.adjoint.processor.transform;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Stmt.Carried;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A loop of the forward sweep, with carried values that may grow in number until it is written. */
abstract class Looping implements Region.Slot, Region.Keeper {
    protected final Mirrors mirrors;
    protected final Region home;
    protected final Region body;
    private final List<Var> parameters;
    private final List<Operand> initial;
    private final List<Var> results;

    Looping(Mirrors mirrors, Region home, Carried carried, Block block) {
        this.mirrors = mirrors;
        this.home = home;
        this.body = new Region(home, this, true, block.yields());
        this.parameters = new ArrayList<>(carried.parameters());
        this.initial = new ArrayList<>(carried.initial());
        this.results = new ArrayList<>(carried.results());
        parameters.forEach(p -> mirrors.define(p, body, null));
        results.forEach(r -> mirrors.define(r, home, null));
    }

    Region body() {
        return body;
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

    /** The counter whose value in the mirror is the mirror's own counter. */
    abstract Var counter();

    /** The loop that runs the mirror's iterations in the opposite order. */
    abstract Stmt mirror(Carried carried, Var counter, BlockBuilder out, Supplier<Block> block);
}
