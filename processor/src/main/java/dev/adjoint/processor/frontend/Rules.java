package dev.adjoint.processor.frontend;

import dev.adjoint.processor.diagnostic.Diagnostic;
import dev.adjoint.processor.diagnostic.Problem;
import dev.adjoint.processor.source.MethodKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/** The rules given with {@code @DerivativeOf} in this compilation, those of jars, and the annotated methods of jars. */
final class Rules {
    private final Compilation compilation;
    private final JarIndex index;
    private final List<Rule> own = new ArrayList<>();
    private final Map<MethodKey, List<Rule>> rules = new HashMap<>();

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
        List<Rule> known = rules.computeIfAbsent(rule.target(), k -> new ArrayList<>());
        for (Rule other : known) {
            if (other.kind() == rule.kind()) {
                problems.add(clash(Problem.RULE_TWICE, method, rule, other));
            } else if (!other.wrt().equals(rule.wrt())) {
                problems.add(clash(Problem.RULES_DIFFER, method, rule, other));
            }
        }
        known.add(rule);
        own.add(rule);
    }

    private Diagnostic clash(Problem problem, ExecutableElement method, Rule rule, Rule other) {
        var path = compilation.trees().getPath(method);
        return Diagnostic.of(
                problem,
                Place.of(compilation, path.getCompilationUnit(), path.getLeaf()),
                rule.target().owner() + "." + rule.target().name(),
                other.text());
    }

    /** The rules of this compilation. */
    List<Rule> own() {
        return own;
    }

    /** Whether there is a rule of this compilation for the method. */
    boolean isOverridden(ExecutableElement method) {
        MethodKey key = compilation.key(method);
        return own.stream().anyMatch(r -> r.target().equals(key));
    }

    /** Whether the derivative of a method without source is known; a rule of this compilation stands before any other. */
    boolean isKnown(ExecutableElement method) {
        return !rules.computeIfAbsent(compilation.key(method), key -> ofJars(method))
                .isEmpty();
    }

    private List<Rule> ofJars(ExecutableElement method) {
        List<Rule> found = index.rules(compilation, method);
        return found.isEmpty() && Annotations.has(method, Annotations.DIFFERENTIABLE)
                ? index.derivatives(compilation, method)
                : found;
    }

    /** Why the derivative of an annotated method without source can't be used; null for one without annotation. */
    @Nullable
    String objection(ExecutableElement method) {
        return Annotations.has(method, Annotations.DIFFERENTIABLE) ? index.objection(compilation, method) : null;
    }

    /** The rules for a method that has some. */
    List<Rule> of(MethodKey method) {
        return rules.getOrDefault(method, List.of());
    }
}
