package dev.adjoint.processor.frontend;

import dev.adjoint.processor.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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
        Slots.exceeded(compilation, request).ifPresent(problems::add);
        requests.add(request);
        compilation.companions().add(request);
    }

    OwnerReading read() {
        String packageName =
                compilation.elements().getPackageOf(owner).getQualifiedName().toString();
        for (Request request : requests) {
            reach(packageName, request);
        }
        if (problems.isEmpty()) {
            List<String> bases = requests.stream().map(Request::base).toList();
            problems.addAll(new Suppliers(compilation, owner).strangers(bases));
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
        Reach reach = new Reach(key -> frontEnd.reading(packageName, key));
        reach.request(request);
        classes.addAll(reach.classes());
        problems.addAll(reach.problems());
        accepted &= reach.isAccepted();
        if (reach.unresolved() != null) {
            unresolved = reach.unresolved();
        }
    }
}
