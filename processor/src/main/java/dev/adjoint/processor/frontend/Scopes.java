package dev.adjoint.processor.frontend;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The local variables in scope, innermost first. */
final class Scopes {
    private final Deque<Map<String, Variable>> scopes = new ArrayDeque<>();

    Scopes() {
        scopes.push(new HashMap<>());
    }

    void declare(String name, Variable variable) {
        scopes.element().put(name, variable);
    }

    @Nullable
    Variable find(String name) {
        for (Map<String, Variable> scope : scopes) {
            Variable found = scope.get(name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Runs the action in a scope of its own. */
    <T> T within(Supplier<T> action) {
        scopes.push(new HashMap<>());
        try {
            return action.get();
        } finally {
            scopes.pop();
        }
    }
}
