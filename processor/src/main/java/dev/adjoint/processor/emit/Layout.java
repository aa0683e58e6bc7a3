package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Parts;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Uses;
import dev.adjoint.processor.ir.Var;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where everything in a function is: the region of each block, the binding of each variable, the order of the text. */
final class Layout {
    private final Uses uses;
    private final Map<Block, Region> regions = new IdentityHashMap<>();
    private final Map<Stmt, Integer> ends = new IdentityHashMap<>();
    private final Map<Var, Stmt> bindings = new HashMap<>();
    private final Map<Var, Region> homes = new HashMap<>();
    private final Set<Block> returning = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Stmt> leaving = Collections.newSetFromMap(new IdentityHashMap<>());
    private int position;

    Layout(Function function) {
        uses = Uses.of(function.body());
        Region outermost = Region.of(function.body());
        function.parameters().forEach(p -> homes.put(p, outermost));
        visit(outermost);
        if (!function.body().yields().isEmpty()) {
            returning(function.body());
        }
    }

    private void visit(Region region) {
        regions.put(region.block(), region);
        for (Stmt statement : region.block().statements()) {
            Parts parts = Parts.of(statement);
            for (Block block : parts.blocks()) {
                Region inner = region.inner(block, kind(statement));
                parts.inner().forEach(v -> homes.put(v, inner));
                visit(inner);
            }
            parts.bound().forEach(v -> bind(v, statement, region));
            ends.put(statement, position++);
        }
    }

    private void bind(Var variable, Stmt statement, Region region) {
        bindings.put(variable, statement);
        homes.put(variable, region);
    }

    private static Region.Kind kind(Stmt statement) {
        if (statement instanceof Stmt.For || statement instanceof Stmt.While) {
            return Region.Kind.LOOP;
        }
        return statement instanceof Stmt.Try ? Region.Kind.GUARDED : Region.Kind.ARM;
    }

    /** A block returns if its yield is the function's result, and nothing but the return is left to do at its end. */
    private void returning(Block block) {
        returning.add(block);
        if (block.statements().isEmpty() || !(block.yields().get(0) instanceof Var result) || uses.count(result) != 1) {
            return;
        }
        Stmt last = block.statements().get(block.statements().size() - 1);
        boolean passes = Parts.of(last).bound().equals(java.util.List.of(result));
        boolean leaves = last instanceof Stmt.If || last instanceof Stmt.Switch;
        if (passes && leaves) {
            leaving.add(last);
            Parts.of(last).blocks().stream().filter(Completion::of).forEach(this::returning);
        }
    }

    /** Whether the block ends with the function's return. */
    boolean returns(Block block) {
        return returning.contains(block);
    }

    /** Whether the branch's arms return, so that its result needs no variable. */
    boolean leaves(Stmt statement) {
        return leaving.contains(statement);
    }

    Region region(Block block) {
        return java.util.Objects.requireNonNull(regions.get(block));
    }

    int count(Var variable) {
        return uses.count(variable);
    }

    /** The statement that binds the variable; none for parameters, counters and caught exceptions. */
    @Nullable
    Stmt binding(Operand variable) {
        return bindings.get(variable);
    }

    /** The region whose statements can see the variable. */
    Region home(Var variable) {
        return java.util.Objects.requireNonNull(homes.get(variable), variable::name);
    }

    /** The place of a statement in the order in which statements end. */
    int end(Stmt statement) {
        return java.util.Objects.requireNonNull(ends.get(statement));
    }
}
