package dev.adjoint.processor.frontend;

import dev.adjoint.processor.diagnostic.Diagnostic;
import dev.adjoint.processor.source.MethodKey;
import dev.adjoint.processor.source.Tree;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Refuses that a value which has a derivative reaches Java that is only passed through. */
final class ActivityFence {
    private final Function<MethodKey, MethodReader.Reading> readings;
    private final Set<MethodKey> seen = new LinkedHashSet<>();

    ActivityFence(Function<MethodKey, MethodReader.Reading> readings) {
        this.readings = readings;
    }

    void check(Request request, Set<Diagnostic> problems) {
        check(request.method(), problems);
    }

    private void check(MethodKey key, Set<Diagnostic> problems) {
        if (!seen.add(key)) {
            return;
        }
        MethodReader.Reading reading = readings.apply(key);
        for (Map.Entry<Tree, Diagnostic> guarded : reading.guarded().entrySet()) {
            if (guarded.getKey() instanceof Tree.Passed passed
                    && passed.args().stream().anyMatch(ActivityFence::mayBeActive)) {
                problems.add(guarded.getValue());
            }
        }
        reading.callees().keySet().forEach(callee -> check(callee, problems));
    }

    private static boolean mayBeActive(Tree.Expression e) {
        return e.type() != null && e.type().differentiable() && !(e instanceof Tree.Constant);
    }
}
