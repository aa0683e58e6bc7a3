package dev.adjoint.processor.analysis;

import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Program;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which parameters a called function may write into, or hand on to one that does. A function that calls itself is looked
 * at until nothing new is found.
 */
public final class CallWrites {
    private final Program program;
    private final Map<Function.Key, Set<Integer>> known = new HashMap<>();
    private final Set<Function.Key> underway = new HashSet<>();

    /**
     * Prepares for the functions of a program.
     *
     * @param program may still grow; a function that is not in it is taken to write everything
     */
    public CallWrites(Program program) {
        this.program = program;
    }

    boolean writes(Function.Key function, int argument) {
        if (!program.contains(function)) {
            return true;
        }
        if (!known.containsKey(function)) {
            known.put(function, new HashSet<>());
            settle(function);
        }
        return known.get(function).contains(argument);
    }

    private void settle(Function.Key key) {
        underway.add(key);
        while (known.get(key).addAll(written(program.get(key)))) {
            known.keySet().removeIf(other -> !underway.contains(other));
        }
        underway.remove(key);
    }

    private Set<Integer> written(Function function) {
        Memory memory = Memory.of(function, Aliases.of(function), this);
        Set<Integer> written = new HashSet<>();
        for (int i = 0; i < function.parameters().size(); i++) {
            if (memory.written(function.parameters().get(i))) {
                written.add(i);
            }
        }
        return written;
    }
}
