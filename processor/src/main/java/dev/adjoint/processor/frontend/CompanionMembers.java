package dev.adjoint.processor.frontend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The members of a class that will be generated, as calls see them. */
final class CompanionMembers {
    private final Compilation compilation;
    private final String name;
    private final List<Request> requests = new ArrayList<>();
    private final Map<String, TypeMirror> records = new LinkedHashMap<>();
    private final Map<String, List<Candidate>> methods = new LinkedHashMap<>();

    CompanionMembers(Compilation compilation, String name) {
        this.compilation = compilation;
        this.name = name;
    }

    /** The canonical name. */
    String name() {
        return name;
    }

    void add(Request request) {
        requests.add(request);
    }

    /** The generated record of that simple name, or null. */
    @Nullable
    TypeMirror record(String simpleName) {
        compute();
        return records.get(simpleName);
    }

    /** The generated methods of that name. */
    List<Candidate> methods(String simpleName) {
        compute();
        return methods.getOrDefault(simpleName, List.of());
    }

    /** Delayed until a call asks: the types of all requests are known then. */
    private void compute() {
        if (!methods.isEmpty()) {
            return;
        }
        for (Request request : requests) {
            ExecutableElement method = compilation.method(request.method());
            GeneratedMethods generated = new GeneratedMethods(compilation.types(), name, request, method);
            records.putAll(generated.records());
            for (GeneratedMethods.Signature signature : generated.signatures()) {
                methods.computeIfAbsent(signature.name(), n -> new ArrayList<>())
                        .add(candidate(request, signature));
            }
        }
    }

    private Candidate candidate(Request request, GeneratedMethods.Signature signature) {
        Candidate.Generated generated = new Candidate.Generated(name, signature.name(), request.method());
        List<TypeMirror> types = new ArrayList<>(signature.parameters().values());
        return new Candidate(null, List.of(), types, false, signature.result(), generated);
    }
}
