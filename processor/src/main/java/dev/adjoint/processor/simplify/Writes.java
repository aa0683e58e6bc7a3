package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Parts;
import dev.adjoint.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a piece of code writes into arrays. */
final class Writes {
    /** A write into an array; without an index, anywhere in it. */
    record Place(Operand array, @Nullable Operand index) {}

    private final List<Place> places = new ArrayList<>();
    private boolean anywhere;

    private Writes() {}

    static Writes of(Stmt statement) {
        Writes writes = new Writes();
        writes.add(statement);
        return writes;
    }

    /** What a statement writes itself, not what its blocks write. */
    static List<Place> ofOne(Stmt statement) {
        return Parts.of(statement).blocks().isEmpty() ? of(statement).places() : List.of();
    }

    List<Place> places() {
        return places;
    }

    /** Whether it may write into every array that is not private. */
    boolean anywhere() {
        return anywhere;
    }

    boolean isNone() {
        return !anywhere && places.isEmpty();
    }

    private void add(Stmt statement) {
        if (statement instanceof Stmt.Let let) {
            add(let.value());
        } else if (statement instanceof Stmt.Do evaluation) {
            add(evaluation.value());
        } else if (statement instanceof Stmt.Store store) {
            places.add(new Place(store.array(), store.index()));
        } else if (statement instanceof Stmt.Accumulate sum) {
            places.add(new Place(sum.array(), sum.index()));
        } else if (statement instanceof Stmt.Fill fill) {
            places.add(new Place(fill.array(), null));
        } else if (statement instanceof Stmt.CopyRange copy) {
            places.add(new Place(copy.target(), null));
        } else {
            Parts.of(statement).blocks().forEach(this::add);
        }
    }

    private void add(Block block) {
        block.statements().forEach(this::add);
    }

    private void add(Expr value) {
        anywhere |= Effects.mayWrite(value);
    }
}
