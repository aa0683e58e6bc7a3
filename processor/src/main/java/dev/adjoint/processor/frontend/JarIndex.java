package dev.adjoint.processor.frontend;

import dev.adjoint.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/**
 * What jars say about the derivatives in them: text files below {@code META-INF/adjoint}, one for each generated class
 * and one for each method with a rule. Fields are separated by tabs.
 */
final class JarIndex {
    private final Function<String, Optional<String>> resources;

    /**
     * The index.
     *
     * @param resources gives the text of a file of the class path
     */
    JarIndex(Function<String, Optional<String>> resources) {
        this.resources = resources;
    }

    private List<String[]> lines(String path) {
        return resources.apply(path).stream()
                .flatMap(String::lines)
                .map(line -> line.split("\t", -1))
                .toList();
    }

    /** The rules for a method, of the first jar that has any. */
    List<Rule> rules(Compilation compilation, String owner, String name, List<Type> parameters) {
        List<Rule> found = new ArrayList<>();
        for (String[] line : lines(IndexFiles.rules(owner, name))) {
            TypeElement type = compilation.elements().getTypeElement(line[0]);
            Stream<? extends Element> members = type == null ? Stream.empty() : type.getEnclosedElements().stream();
            members.filter(e ->
                            e instanceof ExecutableElement && e.getSimpleName().contentEquals(line[1]))
                    .filter(e -> Annotations.has(e, Annotations.DERIVATIVE_OF))
                    .map(e -> new RuleReader(compilation, (ExecutableElement) e).read())
                    .filter(r ->
                            r != null && r.name().equals(name) && r.parameters().equals(parameters))
                    .forEach(found::add);
        }
        return found;
    }

    /** An annotated method of a jar has its generated class as a rule. */
    List<Rule> derivatives(Compilation compilation, ExecutableElement method) {
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        String companion = OwnerNames.of(compilation, owner).companionName();
        List<Rule> found = new ArrayList<>();
        for (String[] line : lines(IndexFiles.derivatives(companion))) {
            if (line[1].contentEquals(method.getSimpleName())
                    && line[2].equals(IndexFiles.descriptor(compilation, method))) {
                for (Rule.Kind kind : List.of(Rule.Kind.VJP, Rule.Kind.JVP)) {
                    Rule rule = derivative(compilation, method, companion, line, kind);
                    if (rule != null) {
                        found.add(rule);
                    }
                }
            }
        }
        return found;
    }

    private static @Nullable Rule derivative(
            Compilation compilation, ExecutableElement method, String companion, String[] line, Rule.Kind kind) {
        String name = line[4] + (kind == Rule.Kind.VJP ? "Vjp" : "Jvp");
        TypeElement type = compilation.elements().getTypeElement(companion);
        ExecutableElement derivative = type == null
                ? null
                : type.getEnclosedElements().stream()
                        .filter(e -> e instanceof ExecutableElement
                                && e.getSimpleName().contentEquals(name))
                        .map(ExecutableElement.class::cast)
                        .findFirst()
                        .orElse(null);
        if (derivative == null) {
            return null;
        }
        List<String> wrt = List.of(line[5].split(","));
        List<Boolean> by = new ArrayList<>();
        List<Type> parameters = new ArrayList<>();
        for (int i = 0; i < method.getParameters().size(); i++) {
            parameters.add(compilation.ir(method.getParameters().get(i).asType()));
            by.add(wrt.contains(String.valueOf(i)));
        }
        return new Rule(
                ((TypeElement) method.getEnclosingElement()).getQualifiedName().toString(),
                method.getSimpleName().toString(),
                parameters,
                by,
                result(compilation, method),
                kind,
                companion,
                name,
                compilation.key(derivative).erasure(),
                result(compilation, derivative));
    }

    private static @Nullable Type result(Compilation compilation, ExecutableElement method) {
        return method.getReturnType().getKind() == TypeKind.VOID ? null : compilation.ir(method.getReturnType());
    }
}
