package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Parts;
import dev.adjoint.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The accesses of a piece of code to elements of arrays. */
final class Accesses {
    /** What is done to an element. */
    enum Kind {
        READ,
        WRITE,
        SUM
    }

    /** An access to an element; without an index, to any of them. */
    record Access(Operand array, @Nullable Operand index, Kind kind) {
        boolean reads() {
            return kind == Kind.READ;
        }
    }

    private final List<Access> all = new ArrayList<>();
    private boolean plain = true;

    private Accesses() {}

    static Accesses of(Block block) {
        Accesses accesses = new Accesses();
        accesses.add(block);
        return accesses;
    }

    List<Access> all() {
        return all;
    }

    /**
     * Whether the code does nothing but access elements, one at a time, and compute: it calls nothing, ends, and throws only
     * where an array has no such element.
     */
    boolean isPlain() {
        return plain;
    }

    private void add(Block block) {
        block.statements().forEach(this::add);
    }

    private void add(Stmt statement) {
        if (statement instanceof Stmt.Let let) {
            add(let.value());
        } else if (statement instanceof Stmt.Do evaluation) {
            add(evaluation.value());
        } else if (statement instanceof Stmt.Store store) {
            all.add(new Access(store.array(), store.index(), Kind.WRITE));
        } else if (statement instanceof Stmt.Accumulate sum) {
            all.add(new Access(sum.array(), sum.index(), Kind.SUM));
        } else if (statement instanceof Stmt.Fill fill) {
            anywhere(fill.array(), Kind.WRITE);
        } else if (statement instanceof Stmt.CopyRange copy) {
            anywhere(copy.source(), Kind.READ);
            anywhere(copy.target(), Kind.WRITE);
        } else {
            plain &= statement instanceof Stmt.If || statement instanceof Stmt.For || statement instanceof Stmt.Comment;
            Parts.of(statement).blocks().forEach(this::add);
        }
    }

    private void add(Expr value) {
        if (value instanceof Expr.Load load) {
            all.add(new Access(load.array(), load.index(), Kind.READ));
        } else if (!(value instanceof Expr.Length) && !Effects.isPure(value)) {
            value.operands().forEach(o -> anywhere(o, Kind.READ));
            if (Effects.mayWrite(value)) {
                value.operands().forEach(o -> anywhere(o, Kind.WRITE));
            }
            plain = false;
        }
    }

    private void anywhere(Operand array, Kind kind) {
        if (array.type().isArray()) {
            all.add(new Access(array, null, kind));
            plain = false;
        }
    }
}
