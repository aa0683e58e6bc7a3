package dev.adjoint.processor.analysis;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Parts;
import dev.adjoint.processor.ir.Program;
import dev.adjoint.processor.ir.Stmt;
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

    /** Whether code does anything besides computing and throwing, so that it can't be run again unnoticed. */
    boolean hasEffects(Block block) {
        return hasEffects(block, new HashSet<>());
    }

    private boolean hasEffects(Block block, Set<Function.Key> seen) {
        if (block.throwsAlways()) {
            return false;
        }
        return block.statements().stream()
                .anyMatch(s ->
                        hasEffects(s, seen) || Parts.of(s).blocks().stream().anyMatch(b -> hasEffects(b, seen)));
    }

    private boolean hasEffects(Stmt statement, Set<Function.Key> seen) {
        Expr value = statement instanceof Stmt.Let let
                ? let.value()
                : statement instanceof Stmt.Do perform ? perform.value() : null;
        if (value instanceof Expr.Foreign foreign) {
            return foreign.effect() == Expr.Foreign.Effect.ANY;
        }
        return value instanceof Expr.Call call
                && seen.add(call.function())
                && (!program.contains(call.function())
                        || hasEffects(program.get(call.function()).body(), seen));
    }
}
