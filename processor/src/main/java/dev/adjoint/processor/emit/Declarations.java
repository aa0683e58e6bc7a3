package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Parts;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where each Java variable is declared: in the innermost block that holds all that is written about it, before the first
 * statement there that touches it.
 */
final class Declarations {
    private final Layout layout;
    private final Nesting nesting;
    private final Locals locals;
    private final Map<Var, Region> homes = new LinkedHashMap<>();
    private final Map<Block, Stmt> current = new IdentityHashMap<>();
    private final Set<Var> seen = new HashSet<>();
    private final Map<Stmt, List<Var>> before = new IdentityHashMap<>();
    private boolean placing;

    Declarations(Function function, Layout layout, Nesting nesting, Locals locals) {
        this.layout = layout;
        this.nesting = nesting;
        this.locals = locals;
        block(function.body());
        placing = true;
        block(function.body());
    }

    /** The variables that the statement is the first to touch, in the block where they are declared. */
    List<Var> before(Stmt statement) {
        return before.getOrDefault(statement, List.of());
    }

    private void touch(Var variable, Region at) {
        Var local = locals.of(variable);
        if (!placing) {
            homes.merge(local, at, Region::common);
            return;
        }
        if (seen.add(local)) {
            Stmt first = current.get(homes.get(local).block());
            before.computeIfAbsent(first, s -> new ArrayList<>()).add(local);
        }
    }

    private void read(Operand operand, Region at) {
        nesting.leaves(operand, v -> touch(v, at));
    }

    private void block(Block block) {
        Region region = layout.region(block);
        for (Stmt statement : block.statements()) {
            if (!nesting.isNested(statement)) {
                current.put(block, statement);
                statement(statement, region);
            }
        }
        if (layout.returns(block) && !leaves(block)) {
            block.yields().forEach(y -> read(y, region));
        }
    }

    /** Whether all of the block's returns are in the arms of its last statement. */
    private boolean leaves(Block block) {
        Stmt last = block.statements().isEmpty()
                ? null
                : block.statements().get(block.statements().size() - 1);
        return last != null && layout.leaves(last) && !nesting.isChoice(last);
    }

    private void statement(Stmt statement, Region region) {
        Parts parts = Parts.of(statement);
        if (nesting.isChoice(statement)) {
            nesting.choiceLeaves((Stmt.If) statement, v -> touch(v, region));
            parts.bound().forEach(v -> touch(v, region));
            return;
        }
        parts.operands().forEach(o -> read(o, region));
        if (statement instanceof Stmt.For loop) {
            loop(loop.carried(), loop.body(), region);
        } else if (statement instanceof Stmt.While loop) {
            block(loop.condition());
            loop.condition().yields().forEach(y -> read(y, layout.region(loop.condition())));
            loop(loop.carried(), loop.body(), region);
        } else {
            parts.blocks().forEach(this::block);
            parts.blocks().forEach(b -> copies(parts.bound(), b));
            if (!layout.leaves(statement)) {
                parts.bound().forEach(v -> touch(v, region));
            }
        }
    }

    private void loop(Stmt.Carried carried, Block body, Region region) {
        carried.parameters().forEach(v -> touch(v, region));
        block(body);
        copies(carried.parameters(), body);
    }

    private void copies(List<Var> targets, Block block) {
        if (!Completion.of(block) || layout.returns(block)) {
            return;
        }
        block.yields().forEach(y -> read(y, layout.region(block)));
        for (Var target : targets) {
            touch(target, layout.region(block));
        }
    }
}
