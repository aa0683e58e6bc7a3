package dev.adjoint.processor.frontend;

import dev.adjoint.processor.ir.Given;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.source.MethodKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/**
 * What jars say about the derivatives in them: text files, see {@link IndexFiles}, one for each generated class
 * and one for each method with a rule. Fields are separated by tabs.
 */
final class JarIndex {
    /** The field in the line of a derivative that has the parameters that are written. */
    private static final int WRITTEN = 13;

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
    List<Rule> rules(Compilation compilation, ExecutableElement target) {
        MethodKey key = compilation.key(target);
        List<Rule> found = new ArrayList<>();
        for (String[] line : lines(IndexFiles.rules(key.owner(), key.name()))) {
            if (line.length == IndexFiles.RULE_FIELDS && line[0].equals(String.join(",", key.erasure()))) {
                methods(compilation, line[1], line[2]).stream()
                        .filter(m -> line[3].equals(
                                String.join(",", compilation.key(m).erasure())))
                        .map(m -> rule(compilation, target, m, line))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static List<ExecutableElement> methods(Compilation compilation, String owner, String name) {
        TypeElement type = compilation.elements().getTypeElement(owner);
        return type == null
                ? List.of()
                : type.getEnclosedElements().stream()
                        .filter(e -> e instanceof ExecutableElement
                                && e.getSimpleName().contentEquals(name))
                        .map(ExecutableElement.class::cast)
                        .toList();
    }

    private static Rule rule(
            Compilation compilation, ExecutableElement target, ExecutableElement method, String[] line) {
        RuleTarget of = RuleTarget.of(compilation, target, indices(line[4]));
        return new Rule(
                of.key(),
                of.parameters(),
                of.wrt(),
                of.result(),
                Given.Kind.valueOf(line[5]),
                Boolean.parseBoolean(line[6]),
                Boolean.parseBoolean(line[7]),
                compilation.key(method),
                RuleTarget.result(compilation, method));
    }

    private static List<Integer> indices(String text) {
        return Stream.of(text.split(",")).map(Integer::valueOf).toList();
    }

    /** An annotated method of a jar has its generated class as a rule. */
    List<Rule> derivatives(Compilation compilation, ExecutableElement method) {
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        String companion = OwnerNames.of(compilation, owner).companionName();
        String[] line = line(compilation, method, companion);
        return line == null || objection(compilation, method) != null
                ? List.of()
                : products(compilation, RuleTarget.of(compilation, method, indices(line[5])), companion, line[4]);
    }

    /** Why the generated class of an annotated method of a jar says nothing about calls of it, or null if it does. */
    @Nullable
    String objection(Compilation compilation, ExecutableElement method) {
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        String companion = OwnerNames.of(compilation, owner).companionName();
        String[] line = line(compilation, method, companion);
        if (line == null) {
            return "its index has no entry for the method";
        }
        String objection = RuleTarget.of(compilation, method, indices(line[5])).objection();
        boolean writes = method.getReturnType().getKind() != TypeKind.VOID && !line[WRITTEN].isEmpty();
        return objection == null && writes
                ? "it returns a result and also writes into an argument, whose derivative is not there"
                : objection;
    }

    private String @Nullable [] line(Compilation compilation, ExecutableElement method, String companion) {
        return lines(IndexFiles.derivatives(companion)).stream()
                .filter(line -> line.length > WRITTEN)
                .filter(line -> line[1].contentEquals(method.getSimpleName())
                        && line[2].equals(IndexFiles.descriptor(compilation, method)))
                .findFirst()
                .orElse(null);
    }

    private static List<Rule> products(Compilation compilation, RuleTarget target, String companion, String base) {
        boolean accumulates = target.result() == null || target.result() instanceof Primitive;
        List<Rule> found = new ArrayList<>();
        for (Given.Kind kind : List.of(Given.Kind.VJP, Given.Kind.JVP)) {
            String name = base + (kind == Given.Kind.VJP ? "Vjp" : "Jvp");
            for (ExecutableElement method : methods(compilation, companion, name)) {
                found.add(new Rule(
                        target.key(),
                        target.parameters(),
                        target.wrt(),
                        target.result(),
                        kind,
                        false,
                        accumulates && kind == Given.Kind.VJP,
                        compilation.key(method),
                        RuleTarget.result(compilation, method)));
            }
        }
        return found;
    }
}
