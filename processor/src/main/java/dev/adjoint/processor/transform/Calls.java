package dev.adjoint.processor.transform;

import dev.adjoint.processor.analysis.Activity;
import dev.adjoint.processor.analysis.Memory;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.RecordType;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The calls in one function under differentiation. A call whose arguments or result are active becomes two: the callee's
 * forward sweep, which hands back a tape with the result in it, and its reverse sweep, which is given the tape.
 */
final class Calls {
    static final String VALUE = "value";
    static final String SHADOW = "derivative";

    /**
     * The two sweeps of a callee.
     *
     * @param tape what the forward sweep gives and the reverse sweep takes
     * @param numbers which arguments are active numbers: the reverse sweep gives their adjoints
     * @param seeded whether the reverse sweep takes the adjoint of a number that is the result
     */
    record Split(Function.Key forward, Back reverse, RecordType tape, List<Integer> numbers, boolean seeded) {}

    /** A reverse sweep and what it gives: nothing, a number, or a record of numbers. */
    record Back(Function.Key key, @Nullable Type result) {}

    /** A callee with tangents, and the record of its result and the tangent of that; null for a void one. */
    record Tangent(Function.Key key, @Nullable RecordType both) {}

    private final Activity activity;
    private final @Nullable Memory memory;
    private final Specialisations specialisations;
    private final boolean repeated;
    private final Map<Stmt, Var> tapes = new IdentityHashMap<>();
    private final Map<Stmt, List<Operand>> arguments = new IdentityHashMap<>();
    private final Set<Stmt> guards = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Var> guarded = new HashSet<>();

    /**
     * The calls of a function.
     *
     * @param memory what the function writes after them, null where nothing is read again
     * @param repeated whether the reverse sweep runs any number of times
     */
    Calls(Activity activity, @Nullable Memory memory, Specialisations specialisations, boolean repeated) {
        this.activity = activity;
        this.memory = memory;
        this.specialisations = specialisations;
        this.repeated = repeated;
    }

    boolean isRepeated() {
        return repeated;
    }

    /** The name of the adjoint of an argument. */
    static String argument(int index) {
        return "argument" + index;
    }

    /** The tape of each active call, by its statement. */
    Map<Stmt, Var> tapes() {
        return tapes;
    }

    /** The arguments of each active call of a method whose derivative is given, as they were then, and the result. */
    Map<Stmt, List<Operand>> arguments() {
        return arguments;
    }

    boolean isActive(Var value) {
        return activity.active(value);
    }

    /** The branches that are guards of a term beside them. */
    Set<Stmt> guards() {
        return guards;
    }

    /** What such terms are made of. */
    Set<Var> guarded() {
        return guarded;
    }

    Chain chain() {
        return specialisations.chain();
    }

    boolean isActive(Expr.Call call, @Nullable Var target) {
        return call.args().stream().anyMatch(activity::active) || (target != null && activity.active(target));
    }

    boolean isActive(Expr.GivenCall call, @Nullable Var target) {
        return call.isFunction()
                ? target != null && activity.active(target)
                : call.independents().stream().anyMatch(activity::active);
    }

    private Specialisations.Pattern pattern(Expr.Call call, @Nullable Var target) {
        List<Boolean> arguments = call.args().stream().map(activity::active).toList();
        List<Boolean> open = new ArrayList<>();
        call.args().forEach(arg -> open.add(isOpen(call, arg)));
        open.add(target != null && isOpen(call, target));
        boolean result = target != null && activity.active(target);
        return new Specialisations.Pattern(call.function(), arguments, result, open, repeated);
    }

    private boolean isOpen(Expr.Call call, Operand operand) {
        return memory != null && !memory.settled(call, operand);
    }

    Split split(Expr.Call call, @Nullable Var target) {
        return specialisations.split(pattern(call, target));
    }

    Tangent tangent(Expr.Call call, @Nullable Var target) {
        return specialisations.tangent(pattern(call, target));
    }

    /** The arguments, and the shadows of those that are active arrays. */
    List<Operand> forwardArguments(Expr.Call call, Shadows shadows) {
        List<Operand> all = new ArrayList<>(call.args());
        call.args().stream().filter(shadows::has).map(shadows::of).forEach(all::add);
        return all;
    }
}
