package dev.adjoint.processor.frontend;

import dev.adjoint.processor.source.FunctionalType;
import dev.adjoint.processor.source.Local;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A local variable in scope.
 *
 * @param local what it has become
 * @param type its Java type
 * @param functional not null if it holds a function
 * @param constant its value if it is a constant variable of an integral type
 */
record Variable(
        Local local,
        TypeMirror type,
        @Nullable FunctionalType functional,
        @Nullable Object constant) {

    /** Whether its declaration was refused, so that nothing is known of it and nothing more is said of it. */
    boolean isRefused() {
        return type.getKind() == TypeKind.NONE;
    }
}
