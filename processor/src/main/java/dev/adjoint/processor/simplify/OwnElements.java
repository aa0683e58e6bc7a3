package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Uses;
import dev.adjoint.processor.ir.Var;
import java.util.LinkedHashSet;
import java.util.Set;

/** The arrays of which each iteration of a counted loop has an element of its own, that at the counter. */
final class OwnElements {
    private OwnElements() {}

    /** The arrays that the loop writes, and only so; it may read any element. */
    static Set<Var> written(Stmt.For loop, References references) {
        return of(loop, references, false);
    }

    /** The arrays that the loop writes, and of which an iteration does not touch another element either. */
    static Set<Var> touched(Stmt.For loop, References references) {
        return of(loop, references, true);
    }

    private static Set<Var> of(Stmt.For loop, References references, boolean reads) {
        Block body = loop.body();
        Accesses accesses = Accesses.of(body);
        Set<Var> found = new LinkedHashSet<>();
        accesses.all().stream()
                .filter(a -> !a.reads() && a.index() == loop.counter())
                .forEach(a -> found.add((Var) a.array()));
        found.removeAll(Uses.of(body).bound());
        if (!accesses.isPlain()) {
            found.removeIf(array -> !references.isPrivate(array));
        }
        for (Accesses.Access access : accesses.all()) {
            if (reads || !access.reads()) {
                found.removeIf(array -> references.mayBeSame(array, access.array())
                        && (array != access.array() || access.index() != loop.counter()));
            }
        }
        return found;
    }
}
