package dev.adjoint.processor.frontend;

import dev.adjoint.processor.diagnostic.Diagnostic;
import dev.adjoint.processor.source.MethodKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Reads the annotated methods of one class, and everything that they reach. */
final class OwnerReader {
    private final FrontEnd frontEnd;
    private final Compilation compilation;
    private final TypeElement owner;
    private final List<Request> requests = new ArrayList<>();
    private final Set<Diagnostic> problems = new LinkedHashSet<>();
    private final Set<String> classes = new LinkedHashSet<>();
    private boolean accepted = true;
    private @Nullable String unresolved;

    OwnerReader(FrontEnd frontEnd, Compilation compilation, TypeElement owner) {
        this.frontEnd = frontEnd;
        this.compilation = compilation;
        this.owner = owner;
        classes.add(owner.getQualifiedName().toString());
    }

    /** Reads the signature, so that calls of its derivatives can be typed. */
    void add(ExecutableElement method) {
        RequestReader reader = new RequestReader(compilation, method);
        try {
            Request request = reader.read();
            problems.addAll(reader.problems());
            if (request == null) {
                compilation
                        .companions()
                        .refuse(OwnerNames.of(compilation, owner).companionName());
            } else {
                addChecked(request);
            }
        } catch (Unresolved e) {
            unresolved = e.getMessage();
        }
    }

    private void addChecked(Request request) {
        requests.stream()
                .filter(r -> r.base().equals(request.base()))
                .findFirst()
                .ifPresent(other -> problems.add(FrontEnd.clash(request, other)));
        requests.add(request);
        compilation.companions().add(request);
    }

    OwnerReading read() {
        String packageName =
                compilation.elements().getPackageOf(owner).getQualifiedName().toString();
        for (Request request : requests) {
            reach(packageName, request);
        }
        return new OwnerReading(
                OwnerNames.of(compilation, owner),
                List.copyOf(requests),
                frontEnd.reader(packageName),
                List.copyOf(problems),
                unresolved,
                accepted && problems.isEmpty() && unresolved == null,
                classes);
    }

    private void reach(String packageName, Request request) {
        Map<MethodKey, List<String>> chains = new LinkedHashMap<>();
        List<MethodKey> open = new ArrayList<>(List.of(request.method()));
        chains.put(request.method(), List.of());
        while (!open.isEmpty()) {
            MethodReader.Reading reading = frontEnd.reading(packageName, open.remove(0));
            List<String> chain = chains.get(reading.key());
            take(reading, chain);
            reading.callees().forEach((callee, place) -> {
                if (!chains.containsKey(callee)) {
                    chains.put(callee, Chains.longer(chain, reading.key(), place));
                    open.add(callee);
                }
            });
        }
        boolean twice = request.order() == 2
                || chains.keySet().stream()
                        .anyMatch(key -> frontEnd.reading(packageName, key).nested());
        new ActivityFence(key -> frontEnd.reading(packageName, key), problems, twice ? compilation.rules() : null)
                .check(request);
    }

    private void take(MethodReader.Reading reading, List<String> chain) {
        classes.add(reading.key().owner());
        accepted &= reading.method() != null;
        reading.problems().forEach(p -> problems.add(p.along(chain)));
        if (reading.unresolved() != null) {
            unresolved = reading.unresolved();
        }
    }
}
