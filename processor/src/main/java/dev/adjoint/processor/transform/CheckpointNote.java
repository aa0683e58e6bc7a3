package dev.adjoint.processor.transform;

import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Var;
import java.util.List;
import java.util.OptionalInt;

/**
 * What is told about a loop that is checkpointed.
 *
 * @param place where the loop is in the source
 * @param slots how many states may be stored at a time
 * @param state what a state consists of
 * @param steps how many steps the loop has, if that is a constant
 */
public record CheckpointNote(Object place, int slots, List<Var> state, OptionalInt steps) {
    static CheckpointNote of(Stmt.For loop, Stmt.Checkpoints checkpoints, List<Var> state) {
        return new CheckpointNote(checkpoints.place(), checkpoints.slots(), state, steps(loop));
    }

    private static OptionalInt steps(Stmt.For loop) {
        Integer from = constant(loop.from());
        Integer bound = constant(loop.bound());
        if (from == null || bound == null) {
            return OptionalInt.empty();
        }
        boolean closed = loop.relation() == Stmt.Relation.LE || loop.relation() == Stmt.Relation.GE;
        long distance = ((long) bound - from) * Integer.signum(loop.step()) + (closed ? 1 : 0);
        long size = Math.abs((long) loop.step());
        return OptionalInt.of((int) Math.max(0, (distance + size - 1) / size));
    }

    private static @org.jspecify.annotations.Nullable Integer constant(Operand operand) {
        return operand instanceof Literal literal && literal.value() instanceof Integer value ? value : null;
    }
}
