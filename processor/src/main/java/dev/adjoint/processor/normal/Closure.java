package dev.adjoint.processor.normal;

import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.source.Local;
import dev.adjoint.processor.source.Tree;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A lambda with the values that it captures where it stands.
 *
 * @param lambda the lambda
 * @param values the captured locals and their values
 * @param functions the captured locals that hold closures themselves
 */
public record Closure(Tree.Lambda lambda, Map<Local, Operand> values, Map<Local, Closure> functions) {

    /** What tells two specialisations apart: the lambdas, whatever they capture. */
    public String shape() {
        StringBuilder text = new StringBuilder("\u03bb").append(System.identityHashCode(lambda));
        functions.values().forEach(f -> text.append(f.shape()));
        return text.toString();
    }

    /** All captured values, those of captured closures included, keyed by local. */
    Map<Local, Operand> allValues() {
        Map<Local, Operand> all = new LinkedHashMap<>(values);
        functions.values().forEach(f -> all.putAll(f.allValues()));
        return all;
    }

    /** The same closure over other values for its locals. */
    Closure over(Map<Local, Operand> others) {
        Map<Local, Operand> mine = new LinkedHashMap<>();
        values.keySet().forEach(local -> mine.put(local, others.get(local)));
        Map<Local, Closure> inner = new LinkedHashMap<>();
        functions.forEach((local, f) -> inner.put(local, f.over(others)));
        return new Closure(lambda, mine, inner);
    }
}
