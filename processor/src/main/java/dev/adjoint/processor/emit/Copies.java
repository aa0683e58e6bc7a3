package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Assignments that are meant to happen at once: every value is read before any variable is assigned. */
final class Copies {
    /** What {@code target} becomes; {@code source} is the variable that {@code value} names, or a literal. */
    private record Move(Var target, Object source, String value) {}

    private final List<Move> moves = new ArrayList<>();

    void add(Var target, Object source, String value) {
        moves.add(new Move(target, source, value));
    }

    /**
     * Assigns one after the other.
     *
     * @param rescue saves a variable's value under a new name, which it gives back, when assignments form a cycle
     */
    void inOrder(BiConsumer<Var, String> assign, Function<Var, String> rescue) {
        while (!moves.isEmpty()) {
            Move next = moves.stream().filter(this::isFree).findFirst().orElse(null);
            if (next == null) {
                breakCycle(rescue);
            } else {
                moves.remove(next);
                assign.accept(next.target(), next.value());
            }
        }
    }

    /** Whether no other move still needs the value that the target has now. */
    private boolean isFree(Move move) {
        return moves.stream().noneMatch(m -> m != move && m.source() == move.target());
    }

    private void breakCycle(Function<Var, String> rescue) {
        Var target = moves.get(0).target();
        String saved = rescue.apply(target);
        moves.replaceAll(m -> m.source() == target ? new Move(m.target(), saved, saved) : m);
    }
}
