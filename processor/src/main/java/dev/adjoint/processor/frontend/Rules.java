package dev.adjoint.processor.frontend;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** The rules given with {@code @DerivativeOf}, of this compilation and of jars. */
final class Rules {
    private final Map<String, Rule> rules = new LinkedHashMap<>();

    void add(Rule rule) {
        rules.put(rule.owner() + "#" + rule.name(), rule);
    }

    boolean has(ExecutableElement method) {
        String owner =
                ((TypeElement) method.getEnclosingElement()).getQualifiedName().toString();
        return rules.containsKey(owner + "#" + method.getSimpleName());
    }

    Optional<Rule> find(String owner, String name) {
        return Optional.ofNullable(rules.get(owner + "#" + name));
    }
}
