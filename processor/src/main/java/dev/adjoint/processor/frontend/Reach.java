package dev.adjoint.processor.frontend;

import dev.adjoint.processor.diagnostic.Diagnostic;
import dev.adjoint.processor.source.MethodKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a method and all methods with source that it calls, directly or not. */
final class Reach {
    private final Function<MethodKey, MethodReader.Reading> readings;
    private final Set<Diagnostic> problems = new LinkedHashSet<>();
    private final Set<String> classes = new LinkedHashSet<>();
    private boolean accepted = true;
    private @Nullable String unresolved;

    /**
     * Prepares it.
     *
     * @param readings gives a method as it is read for one generated class
     */
    Reach(Function<MethodKey, MethodReader.Reading> readings) {
        this.readings = readings;
    }

    /** Reads from an annotated method on, and checks where its derivatives go. */
    void request(Request request) {
        read(request.method());
        new ActivityFence(readings, problems).check(request);
    }

    /** Reads from a method on that is to be differentiated by all its arguments. */
    void method(MethodKey method) {
        read(method);
        List<Flow> arguments =
                method.erasure().stream().map(type -> Flow.ACTIVE).toList();
        new ActivityFence(readings, problems).check(method, arguments, List.of());
    }

    private void read(MethodKey start) {
        Map<MethodKey, List<String>> chains = new LinkedHashMap<>();
        List<MethodKey> open = new ArrayList<>(List.of(start));
        chains.put(start, List.of());
        while (!open.isEmpty()) {
            MethodReader.Reading reading = readings.apply(open.remove(0));
            List<String> chain = chains.get(reading.key());
            take(reading, chain);
            reading.callees().forEach((callee, place) -> {
                if (!chains.containsKey(callee)) {
                    chains.put(callee, Chains.longer(chain, reading.key(), place));
                    open.add(callee);
                }
            });
        }
    }

    private void take(MethodReader.Reading reading, List<String> chain) {
        classes.add(reading.key().owner());
        accepted &= reading.method() != null;
        reading.problems().forEach(p -> problems.add(p.along(chain)));
        if (reading.unresolved() != null) {
            unresolved = reading.unresolved();
        }
    }

    /** What was refused. */
    Set<Diagnostic> problems() {
        return problems;
    }

    /** The classes whose source was read. */
    Set<String> classes() {
        return classes;
    }

    /** Whether everything was understood and nothing refused. */
    boolean isAccepted() {
        return accepted && problems.isEmpty() && unresolved == null;
    }

    /** What could not be made out, or null. */
    @Nullable
    String unresolved() {
        return unresolved;
    }
}
