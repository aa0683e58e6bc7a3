package dev.adjoint.processor.frontend;

import dev.adjoint.processor.diagnostic.Diagnostic;
import dev.adjoint.processor.diagnostic.Problem;
import java.util.Collection;
import java.util.Optional;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** How much a generated method or record takes: the class file has room for 255 slots, of which the wide numbers need two. */
final class Slots {
    private static final int MOST = 255;

    private Slots() {}

    /** The first of a request's methods that would take too much. */
    static Optional<Diagnostic> exceeded(Compilation compilation, Request request) {
        String companion = request.owner().companionName();
        GeneratedMethods made =
                new GeneratedMethods(compilation.types(), companion, request, compilation.method(request.method()));
        Optional<String> method = made.signatures().stream()
                .filter(signature -> of(signature.parameters().values()) > MOST)
                .map(GeneratedMethods.Signature::name)
                .findFirst();
        return method.or(() -> tooLongRecord(made))
                .map(name -> Diagnostic.of(Problem.TOO_MANY_PARAMETERS, request.place(), name));
    }

    /** A constructor takes the new object besides. */
    private static Optional<String> tooLongRecord(GeneratedMethods made) {
        return made.records().entrySet().stream()
                .filter(entry -> entry.getValue() instanceof GeneratedRecord type
                        && 1 + of(type.components().values()) > MOST)
                .map(java.util.Map.Entry::getKey)
                .findFirst();
    }

    private static int of(Collection<TypeMirror> types) {
        return types.stream().mapToInt(Slots::of).sum();
    }

    private static int of(TypeMirror type) {
        return type.getKind() == TypeKind.DOUBLE || type.getKind() == TypeKind.LONG ? 2 : 1;
    }
}
