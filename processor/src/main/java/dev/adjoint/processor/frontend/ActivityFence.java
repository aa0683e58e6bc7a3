package dev.adjoint.processor.frontend;

import dev.adjoint.processor.diagnostic.Diagnostic;
import dev.adjoint.processor.source.Local;
import dev.adjoint.processor.source.Method;
import dev.adjoint.processor.source.MethodKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Refuses that a value which may have a derivative reaches Java that is only passed through, where the derivative would
 * be lost. What may have one is found for each method and each pattern of arguments; the answer errs on the safe side.
 */
final class ActivityFence {
    private final Function<MethodKey, MethodReader.Reading> readings;
    private final Set<Diagnostic> problems;
    private final Map<Visit, Boolean> visits = new LinkedHashMap<>();

    /**
     * A fence.
     *
     * @param readings gives the methods
     * @param problems where problems go
     */
    ActivityFence(Function<MethodKey, MethodReader.Reading> readings, Set<Diagnostic> problems) {
        this.readings = readings;
        this.problems = problems;
    }

    private record Visit(MethodKey key, List<Flow> arguments) {}

    void check(Request request) {
        List<Flow> arguments = request.parameters().stream()
                .map(p -> p.wrt() ? Flow.ACTIVE : Flow.NONE)
                .toList();
        check(request.method(), arguments, List.of());
    }

    /**
     * Looks through a method that is called with such arguments.
     *
     * @return whether it stores into arrays that can hold derivatives
     */
    boolean check(MethodKey key, List<Flow> arguments, List<String> chain) {
        Visit visit = new Visit(key, arguments);
        Boolean known = visits.putIfAbsent(visit, false);
        MethodReader.Reading reading = readings.apply(key);
        Method method = reading.method();
        if (known != null || method == null) {
            return Boolean.TRUE.equals(known);
        }
        ActivityScan scan = new ActivityScan(this, reading, chain);
        List<Local> parameters = method.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            boolean differentiable = parameters.get(i).type().differentiable();
            Flow flow = arguments.get(i);
            scan.start(parameters.get(i), new Flow(flow.active() && differentiable, flow.foreign()));
        }
        boolean stores = scan.run(method);
        visits.put(visit, stores);
        return stores;
    }

    void report(Diagnostic diagnostic, List<String> chain) {
        problems.add(diagnostic.along(new ArrayList<>(chain)));
    }
}
