package dev.adjoint.processor.frontend;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import javax.lang.model.element.ExecutableElement;

/** What the constructors of records do. */
final class Records {
    private Records() {}

    /** Whether it is the canonical constructor and has no code of its own. */
    static boolean onlyAssigns(Compilation compilation, ExecutableElement constructor) {
        TreePath path = compilation.source(constructor);
        if (path == null) {
            return compilation.elements().getOrigin(constructor) != javax.lang.model.util.Elements.Origin.EXPLICIT;
        }
        MethodTree tree = (MethodTree) path.getLeaf();
        return tree.getBody() == null || tree.getBody().getStatements().isEmpty();
    }
}
