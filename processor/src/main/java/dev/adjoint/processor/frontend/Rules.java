package dev.adjoint.processor.frontend;

import dev.adjoint.processor.diagnostic.Diagnostic;
import dev.adjoint.processor.diagnostic.Problem;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.source.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** The rules given with {@code @DerivativeOf} in this compilation, those of jars, and the annotated methods of jars. */
final class Rules {
    private final Compilation compilation;
    private final JarIndex index;
    private final List<Rule> own = new ArrayList<>();
    private final Map<String, List<Rule>> rules = new HashMap<>();

    Rules(Compilation compilation, JarIndex index) {
        this.compilation = compilation;
        this.index = index;
    }

    /** Reads a rule of this compilation; two of the same kind for one method are one too many. */
    void add(ExecutableElement method, Set<Diagnostic> problems) {
        RuleReader reader = new RuleReader(compilation, method);
        Rule rule = reader.read();
        problems.addAll(reader.problems());
        if (rule == null) {
            return;
        }
        List<Rule> known =
                rules.computeIfAbsent(key(rule.owner(), rule.name(), rule.parameters()), k -> new ArrayList<>());
        for (Rule other : known) {
            if (other.kind() == rule.kind()) {
                problems.add(twice(method, rule, other));
            }
        }
        compilation.key(method);
        known.add(rule);
        own.add(rule);
    }

    private Diagnostic twice(ExecutableElement method, Rule rule, Rule other) {
        var path = compilation.trees().getPath(method);
        return Diagnostic.of(
                Problem.RULE_TWICE,
                Place.of(compilation, path.getCompilationUnit(), path.getLeaf()),
                rule.owner() + "." + rule.name(),
                other.ruleOwner() + "." + other.ruleName());
    }

    private static String key(String owner, String name, List<Type> parameters) {
        return owner + "#" + name + parameters.stream().map(Type::text).toList();
    }

    /** The rules of this compilation. */
    List<Rule> own() {
        return own;
    }

    /** Whether there is a rule of this compilation for the method. */
    boolean isOverridden(ExecutableElement method) {
        return own.stream()
                .anyMatch(r -> r.owner().equals(owner(method))
                        && method.getSimpleName().contentEquals(r.name())
                        && r.parameters().equals(parameters(method)));
    }

    /** Whether the derivative of a method without source is known. */
    boolean isKnown(ExecutableElement method) {
        String name = method.getSimpleName().toString();
        String key = key(owner(method), name, parameters(method));
        if (!rules.containsKey(key)) {
            List<Rule> found = new ArrayList<>(index.rules(compilation, owner(method), name, parameters(method)));
            if (Annotations.has(method, Annotations.DIFFERENTIABLE)) {
                found.addAll(index.derivatives(compilation, method));
            }
            rules.put(key, found);
        }
        return !rules.get(key).isEmpty();
    }

    /** The rules for the method that is called. */
    List<Rule> of(Tree.RuledCall call) {
        List<Type> types = new ArrayList<>();
        call.args().forEach(a -> types.add(a.type()));
        return of(call.owner(), call.name(), types);
    }

    List<Rule> of(ExecutableElement method) {
        return of(owner(method), method.getSimpleName().toString(), parameters(method));
    }

    private List<Rule> of(String owner, String name, List<Type> types) {
        return rules.getOrDefault(key(owner, name, types), List.of());
    }

    private List<Type> parameters(ExecutableElement method) {
        return method.getParameters().stream()
                .map(p -> compilation.ir(p.asType()))
                .toList();
    }

    private static String owner(Element method) {
        return ((TypeElement) method.getEnclosingElement()).getQualifiedName().toString();
    }
}
