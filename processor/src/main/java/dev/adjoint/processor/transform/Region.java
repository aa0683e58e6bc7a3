package dev.adjoint.processor.transform;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A block of the function in its two forms: as it runs in the forward sweep, and its mirror image in the reverse sweep.
 * The forward form stays open until the mirror is complete, because what the mirror needs from it is recorded there.
 */
final class Region {
    /** A statement of the forward form, written when the region is closed. */
    interface Slot {
        void write(List<Stmt> out);
    }

    /** A compound statement: it knows how a value made in one of its regions is kept for the mirror. */
    interface Keeper {
        /**
         * Keeps a value of a region for its mirror.
         *
         * @return the value's operand in the mirror of that region
         */
        Operand keep(Region inner, Var value);

        /**
         * An array that each execution of a region has for itself, made beforehand; null if it must be made there.
         * Nothing that its extents need is made in the region.
         */
        default @Nullable Room room(Region inner, Room.Plan plan) {
            return null;
        }
    }

    final @Nullable Region parent;
    final @Nullable Keeper keeper;
    /** Whether the mirror of this region is run several times. */
    final boolean repeated;
    /** Whether each execution of the mirror follows at once on that of the forward form, with all its values in scope. */
    boolean inScope;

    /** What the forward form starts with. */
    final List<Stmt> entries = new ArrayList<>();

    final List<Slot> forward = new ArrayList<>();
    final List<Stmt> recordings = new ArrayList<>();
    final List<Operand> yields;
    final List<Step> steps = new ArrayList<>();
    final Map<Stmt, Looping> loops = new java.util.IdentityHashMap<>();

    /** What the mirror fetches or computes again before it starts. */
    final BlockBuilder prologue = new BlockBuilder();

    final BlockBuilder mirror = new BlockBuilder();
    final Map<Var, Operand> available = new HashMap<>();
    final Map<Var, Operand> adjoints = new LinkedHashMap<>();
    /** In a repeated region: the parameters in which adjoints of outer values are carried round. */
    final Map<Var, Var> carried = new LinkedHashMap<>();

    /** A statement with the regions it has, to be reversed. */
    record Step(Stmt statement, List<Region> regions) {}

    Region(@Nullable Region parent, @Nullable Keeper keeper, boolean repeated, List<Operand> yields) {
        this.parent = parent;
        this.keeper = keeper;
        this.repeated = repeated;
        this.yields = new ArrayList<>(yields);
    }

    /** Whether what is made for this region serves again: the region runs anew for each iteration mirrored at once. */
    boolean isReused() {
        return inScope || (parent != null && parent.isReused());
    }

    /** The forward form, with its recordings, and with the mirror if that follows at once. */
    Block closeForward() {
        List<Stmt> statements = new ArrayList<>(entries);
        forward.forEach(slot -> slot.write(statements));
        if (!Block.throwsAlways(statements)) {
            statements.addAll(recordings);
        }
        if (inScope) {
            statements.addAll(prologue.statements());
            statements.addAll(mirror.statements());
        }
        return new Block(statements, yields);
    }

    /** The mirror, yielding those operands. */
    Block closeMirror(List<? extends Operand> values) {
        BlockBuilder all = new BlockBuilder();
        all.addAll(prologue.statements());
        all.addAll(mirror.statements());
        return all.build(values);
    }
}
