package dev.adjoint.processor.emit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** Names of local variables: those of the source where they are free, else with a number after them. */
final class Names {
    private static final Pattern TEMPORARY = Pattern.compile("t\\d*");

    /** The names of a scope, and for each stem the first number that may be free in it. */
    private record Scope(Set<String> names, Map<String, Integer> numbers) {
        Scope() {
            this(new HashSet<>(), new HashMap<>());
        }
    }

    private final Deque<Scope> scopes = new ArrayDeque<>();

    /** @param taken names that mean something else */
    Names(Set<String> taken) {
        scopes.push(new Scope(new HashSet<>(taken), new HashMap<>()));
    }

    void open() {
        scopes.push(new Scope());
    }

    void close() {
        scopes.pop();
    }

    /** Takes the name as it is. */
    String keep(String name) {
        scopes.element().names().add(name);
        return name;
    }

    /** Takes the name, or the first free one with a number after it. A temporary always has a number. */
    String declare(String wanted) {
        if (TEMPORARY.matcher(wanted).matches()) {
            return numbered("t");
        }
        String legal = SourceVersion.isIdentifier(wanted) ? wanted : "value";
        return isFree(legal) ? keep(legal) : numbered(separated(legal));
    }

    private static String separated(String name) {
        return Character.isDigit(name.charAt(name.length() - 1)) ? name + "_" : name;
    }

    private String numbered(String stem) {
        int number = 1;
        for (Scope scope : scopes) {
            number = Math.max(number, scope.numbers().getOrDefault(stem, 1));
        }
        while (!isFree(stem + number)) {
            number++;
        }
        scopes.element().numbers().put(stem, number + 1);
        return keep(stem + number);
    }

    private boolean isFree(String name) {
        return scopes.stream().noneMatch(s -> s.names().contains(name)) && SourceVersion.isName(name);
    }
}
