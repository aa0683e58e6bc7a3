package dev.adjoint.processor.normal;

import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.source.Checkpoint;
import dev.adjoint.processor.source.MethodKey;
import dev.adjoint.processor.source.Position;
import dev.adjoint.processor.source.Tree;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which loops of a method are checkpointed: the one whose label its annotation names, and the innermost ones around a call
 * of a method that is annotated as a step.
 *
 * @param own the annotation of the method itself
 */
record Checkpointing(Targets targets, @Nullable Checkpoint own) {
    /** What is asked for of a loop with that label and body, or null. */
    Stmt.@Nullable Checkpoints of(@Nullable String label, Tree.Statement body, Position position) {
        if (own != null && !own.isStep() && own.loop().equals(label)) {
            return new Stmt.Checkpoints(own.slots(), position.file());
        }
        List<Integer> slots = Scan.of(body).called().stream()
                .map(this::step)
                .filter(Objects::nonNull)
                .map(Checkpoint::slots)
                .toList();
        return slots.isEmpty()
                ? null
                : new Stmt.Checkpoints(slots.stream().mapToInt(n -> n).min().getAsInt(), position.file());
    }

    private @Nullable Checkpoint step(MethodKey method) {
        Checkpoint checkpoint = targets.checkpoint(method);
        return checkpoint != null && checkpoint.isStep() ? checkpoint : null;
    }
}
