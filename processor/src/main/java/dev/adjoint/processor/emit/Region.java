package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.Block;
import org.jspecify.annotations.Nullable;

/** A block in its place among the blocks of a function. */
record Region(Block block, @Nullable Region parent, Kind kind, int depth) {
    /** How often, and whether, a block runs when the block around it does. */
    enum Kind {
        /** Once. */
        FUNCTION,
        /** At most once. */
        ARM,
        /** At most once, and what it throws is looked at. */
        GUARDED,
        /** Any number of times. */
        LOOP
    }

    static Region of(Block body) {
        return new Region(body, null, Kind.FUNCTION, 0);
    }

    Region inner(Block block, Kind kind) {
        return new Region(block, this, kind, depth + 1);
    }

    /** The innermost region that holds both. */
    static Region common(Region a, Region b) {
        Region left = a;
        Region right = b;
        while (left.block != right.block) {
            if (left.depth >= right.depth) {
                left = java.util.Objects.requireNonNull(left.parent);
            } else {
                right = java.util.Objects.requireNonNull(right.parent);
            }
        }
        return left;
    }
}
