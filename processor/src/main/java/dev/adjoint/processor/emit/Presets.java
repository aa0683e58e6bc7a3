package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Parts;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Var;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Variables that start as zero before a branch, so that the arm that would only make them zero need not say so. */
final class Presets {
    private final Locals locals;
    private final Map<Block, Set<Var>> byArm = new IdentityHashMap<>();

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

    private boolean binds(Block block, Var local) {
        return block.statements().stream()
                .map(Parts::of)
                .anyMatch(p -> isAmong(p.bound(), local)
                        || isAmong(p.inner(), local)
                        || p.blocks().stream().anyMatch(b -> binds(b, local)));
    }

    private boolean isAmong(List<Var> variables, Var local) {
        return variables.stream().anyMatch(v -> locals.of(v) == local);
    }
}
