package dev.adjoint.processor.frontend;

import dev.adjoint.processor.source.FunctionalType;
import dev.adjoint.processor.source.Tree;
import java.util.Objects;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * An expression that was read, and its Java type.
 *
 * @param tree what it has become
 * @param type its type in the sense of the language, {@code void} for a call without a result
 * @param constant its value if it is a constant expression of an integral type, else null
 */
record Typed(
        Tree.Expression tree, TypeMirror type, @Nullable Object constant) {
    Typed(Tree.Expression tree, TypeMirror type) {
        this(tree, type, null);
    }

    /** The function that the expression stands for, or null. */
    @Nullable
    FunctionalType functional() {
        if (tree instanceof Tree.FunctionName name) {
            return name.functional();
        }
        return tree instanceof Tree.Lambda lambda ? lambda.functional() : null;
    }

    dev.adjoint.processor.ir.Type value() {
        return Objects.requireNonNull(tree.type());
    }
}
