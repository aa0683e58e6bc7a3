package dev.adjoint.processor.frontend;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;

/**
 * A tree with its compilation unit: where a problem is reported.
 *
 * @param start the offset of its first character, negative for a tree without source
 */
public record Place(CompilationUnitTree unit, Tree tree, long start) {
    static Place of(Compilation compilation, CompilationUnitTree unit, Tree tree) {
        return new Place(unit, tree, compilation.trees().getSourcePositions().getStartPosition(unit, tree));
    }

    @Override
    public String toString() {
        return unit.getSourceFile().getName() + "@" + start;
    }
}
