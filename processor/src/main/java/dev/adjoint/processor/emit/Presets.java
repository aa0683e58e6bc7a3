package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Parts;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Variables that start as zero before a branch, so that the arm that would only make them zero need not say so, nor a loop of
 * the other arm that starts with them.
 */
final class Presets {
    private final Locals locals;
    private final Map<Block, Set<Var>> byArm = new IdentityHashMap<>();
    private final Set<Var> set = new HashSet<>();

    Presets(Locals locals) {
        this.locals = locals;
    }

    /** What a variable that the branch is the first to touch can be declared with; null if nothing is gained. */
    @Nullable
    Operand start(Stmt.If branch, Var local) {
        for (int i = 0; i < branch.results().size(); i++) {
            if (locals.of(branch.results().get(i)) == local) {
                Literal zero = Literal.zero(local.type());
                for (Block arm : List.of(branch.then(), branch.otherwise())) {
                    if (arm.yields().get(i).equals(zero) && !binds(arm, local)) {
                        byArm.computeIfAbsent(arm, a -> new HashSet<>()).add(local);
                        begin(arm == branch.then() ? branch.otherwise() : branch.then(), local);
                        return zero;
                    }
                }
            }
        }
        return null;
    }

    /** Whether the variable is zero already at the end of the arm. */
    boolean isSet(Block arm, Var local) {
        return byArm.getOrDefault(arm, Collections.emptySet()).contains(local);
    }

    /** Sets the variables of a loop to what it starts with, but for those that are zero already. */
    void begin(Stmt.Carried carried, BiConsumer<List<Var>, List<Operand>> copies) {
        List<Var> unset = new ArrayList<>();
        List<Operand> initial = new ArrayList<>();
        for (int i = 0; i < carried.parameters().size(); i++) {
            if (!set.contains(carried.parameters().get(i))) {
                unset.add(carried.parameters().get(i));
                initial.add(carried.initial().get(i));
            }
        }
        copies.accept(unset, initial);
    }

    private void begin(Block arm, Var local) {
        arm.statements().stream()
                .filter(s -> binds(Parts.of(s), local))
                .findFirst()
                .map(s -> s instanceof Stmt.For loop ? loop.carried() : Stmt.Carried.NONE)
                .ifPresent(carried -> begin(carried, local));
    }

    private void begin(Stmt.Carried carried, Var local) {
        for (int i = 0; i < carried.parameters().size(); i++) {
            Var parameter = carried.parameters().get(i);
            if (locals.of(parameter) == local && carried.initial().get(i).equals(Literal.zero(local.type()))) {
                set.add(parameter);
            }
        }
    }

    private boolean binds(Block block, Var local) {
        return block.statements().stream().map(Parts::of).anyMatch(p -> binds(p, local));
    }

    private boolean binds(Parts parts, Var local) {
        return isAmong(parts.bound(), local)
                || isAmong(parts.inner(), local)
                || parts.blocks().stream().anyMatch(b -> binds(b, local));
    }

    private boolean isAmong(List<Var> variables, Var local) {
        return variables.stream().anyMatch(v -> locals.of(v) == local);
    }
}
