package dev.adjoint.processor.normal;

import dev.adjoint.processor.source.Tree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a loop's body can leave the loop other than by its condition: a {@code break} of this loop or of one around it, or
 * a {@code continue} of one around it. Returns are looked for elsewhere.
 *
 * @param label the loop's own label
 */
record Leaving(@Nullable String label) {
    boolean of(Tree.Statement s) {
        return of(s, new Nest(true, true, java.util.Set.of()));
    }

    /** What an unlabelled exit means at a place, and which labels are inside the loop. */
    private record Nest(boolean breakLeaves, boolean continueIsOurs, java.util.Set<String> inner) {
        Nest inLoop(@Nullable String label) {
            return new Nest(false, false, with(label));
        }

        Nest inSwitch() {
            return new Nest(false, continueIsOurs, inner);
        }

        Nest labelled(String label) {
            return new Nest(breakLeaves, continueIsOurs, with(label));
        }

        private java.util.Set<String> with(@Nullable String label) {
            java.util.Set<String> all = new java.util.HashSet<>(inner);
            if (label != null) {
                all.add(label);
            }
            return all;
        }
    }

    private boolean of(Tree.@Nullable Statement s, Nest nest) {
        if (s instanceof Tree.Break b) {
            return b.label() == null ? nest.breakLeaves() : !nest.inner().contains(b.label());
        }
        if (s instanceof Tree.Continue c) {
            return c.label() != null
                    && !c.label().equals(label)
                    && !nest.inner().contains(c.label());
        }
        if (s instanceof Tree.Sequence block) {
            return any(block.statements(), nest);
        }
        if (s instanceof Tree.If branch) {
            return of(branch.then(), nest) || of(branch.otherwise(), nest);
        }
        if (s instanceof Tree.Loop loop) {
            return of(loop.body(), nest.inLoop(loop.label()));
        }
        if (s instanceof Tree.ForEach loop) {
            return of(loop.body(), nest.inLoop(loop.label()));
        }
        if (s instanceof Tree.Switch choice) {
            return choice.arms().stream().anyMatch(arm -> any(arm.body(), nest.inSwitch()));
        }
        if (s instanceof Tree.Labelled labelled) {
            return of(labelled.body(), nest.labelled(labelled.label()));
        }
        if (s instanceof Tree.Try guarded) {
            return of(guarded.body(), nest)
                    || of(guarded.last(), nest)
                    || guarded.handlers().stream().anyMatch(h -> of(h.body(), nest));
        }
        return false;
    }

    private boolean any(List<Tree.Statement> statements, Nest nest) {
        return statements.stream().anyMatch(s -> of(s, nest));
    }
}
