package dev.adjoint.processor.transform;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A branching statement of the forward sweep. It keeps a value of an arm for the mirror by handing it out as one more
 * result, which is zero when another arm was taken.
 */
final class Branching implements Region.Slot, Region.Keeper {
    private final Mirrors mirrors;
    private final Region home;
    private final List<Region> arms = new ArrayList<>();
    private final List<Var> results;
    private final BiFunction<List<Block>, List<Var>, Stmt> statement;

    Branching(Mirrors mirrors, Region home, List<Var> results, BiFunction<List<Block>, List<Var>, Stmt> statement) {
        this.mirrors = mirrors;
        this.home = home;
        this.results = new ArrayList<>(results);
        this.statement = statement;
        results.forEach(result -> mirrors.announce(result, home));
    }

    Region addArm(Block arm) {
        Region region = new Region(home, this, false, arm.yields());
        arms.add(region);
        return region;
    }

    List<Region> arms() {
        return arms;
    }

    /** Adds a result with what each arm yields for it. */
    void addResult(Var result, List<? extends Operand> yields) {
        results.add(result);
        for (int i = 0; i < arms.size(); i++) {
            arms.get(i).yields.add(yields.get(i));
        }
        mirrors.define(result, home, null);
    }

    @Override
    public Operand keep(Region inner, Var value) {
        Var result = value.fresh();
        List<Operand> yields = new ArrayList<>();
        arms.forEach(arm -> yields.add(arm == inner ? value : Literal.zero(value.type())));
        addResult(result, yields);
        return mirrors.in(home, result);
    }

    @Override
    public void write(List<Stmt> out) {
        List<Block> blocks = arms.stream().map(Region::closeForward).toList();
        out.add(statement.apply(blocks, results));
    }
}
