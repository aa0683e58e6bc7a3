package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Parts;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which variables would like to be one Java variable, because one is copied to the other where branches meet or a loop
 * begins or goes on, or because the source has one variable for both. A loop's result always is its parameter: the one begins to live where the other ends.
 */
final class Affinity {
    /** Two variables with a copy between them, or of which one is made from the other. */
    record Pair(Var target, Var source) {
        boolean sameName() {
            return target.name().equals(source.name());
        }
    }

    private final Layout layout;
    private final Nesting nesting;
    private final List<Pair> pairs = new ArrayList<>();
    private final Map<Var, Var> parameterOf = new LinkedHashMap<>();
    private final Set<Var> fixed = new HashSet<>();
    private final Set<Var> named;

    Affinity(Function function, Layout layout, Nesting nesting) {
        this.layout = layout;
        this.nesting = nesting;
        named = new HashSet<>(function.parameters());
        block(function.body());
    }

    /** The pairs, those of one name first, otherwise in the order of the text. */
    List<Pair> pairs() {
        List<Pair> sorted =
                new ArrayList<>(pairs.stream().filter(Pair::sameName).toList());
        pairs.stream().filter(p -> !p.sameName()).forEach(sorted::add);
        return sorted;
    }

    /** The parameter of which a loop's result is the last value, else the variable itself. */
    Var parameterOf(Var variable) {
        return parameterOf.getOrDefault(variable, variable);
    }

    private void block(Block block) {
        for (Stmt statement : block.statements()) {
            if (nesting.isChoice(statement) || nesting.isNested(statement)) {
                continue;
            }
            Parts parts = Parts.of(statement);
            fix(statement, parts);
            parts.blocks().forEach(this::block);
            statement(statement, parts);
        }
    }

    /** Counters and caught exceptions are variables of their own. */
    private void fix(Stmt statement, Parts parts) {
        if (statement instanceof Stmt.For loop) {
            fixed.add(loop.counter());
        } else if (statement instanceof Stmt.Try) {
            fixed.addAll(parts.inner());
        }
    }

    private void statement(Stmt statement, Parts parts) {
        if (statement instanceof Stmt.For loop) {
            carried(loop.carried(), loop.body());
        } else if (statement instanceof Stmt.While loop) {
            carried(loop.carried(), loop.body());
        } else if (statement instanceof Stmt.Let let) {
            let.value().operands().forEach(o -> nesting.leaves(o, v -> continued(let.target(), parameterOf(v))));
        } else {
            parts.blocks().stream().filter(b -> !layout.returns(b)).forEach(b -> copies(parts.bound(), b.yields()));
        }
    }

    private void carried(Stmt.Carried carried, Block body) {
        for (int i = 0; i < carried.results().size(); i++) {
            parameterOf.put(carried.results().get(i), carried.parameters().get(i));
        }
        copies(carried.parameters(), body.yields());
        copies(carried.parameters(), carried.initial());
    }

    private void copies(List<Var> targets, List<Operand> sources) {
        for (int i = 0; i < sources.size(); i++) {
            if (sources.get(i) instanceof Var source) {
                pair(targets.get(i), parameterOf(source));
            }
        }
    }

    /** A new value of a variable of the source that is made from its old value. */
    private void continued(Var target, Var source) {
        if (target.name().equals(source.name()) && !Nesting.isTemporary(target.name())) {
            pair(target, source);
        }
    }

    /** A function's parameter is only assigned where the source has one variable of that name, too. */
    private void pair(Var target, Var source) {
        boolean free = !fixed.contains(source)
                && (!named.contains(source) || target.name().equals(source.name()));
        if (free && target != source && target.type().equals(source.type())) {
            pairs.add(new Pair(target, source));
        }
    }
}
