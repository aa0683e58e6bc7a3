package dev.adjoint.processor.frontend;

import dev.adjoint.processor.source.MethodKey;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A method or constructor that a call may mean.
 *
 * @param element the compiler's element, null for a method that is yet to be generated
 * @param variables its own type variables
 * @param parameters the parameter types as seen from the call
 * @param varargs whether the last parameter takes any number of arguments
 * @param result the result type as seen from the call
 * @param generated not null for a method that is yet to be generated
 */
record Candidate(
        @Nullable ExecutableElement element,
        List<? extends TypeParameterElement> variables,
        List<? extends TypeMirror> parameters,
        boolean varargs,
        TypeMirror result,
        @Nullable Generated generated) {

    /** A method that is yet to be generated: its class, and the method that it is a derivative of. */
    record Generated(String companion, String name, MethodKey primal) {}
}
