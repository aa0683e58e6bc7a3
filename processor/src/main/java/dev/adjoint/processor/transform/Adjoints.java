package dev.adjoint.processor.transform;

import dev.adjoint.processor.analysis.Activity;
import dev.adjoint.processor.analysis.Aliases;
import dev.adjoint.processor.analysis.Counters;
import dev.adjoint.processor.analysis.Memory;
import dev.adjoint.processor.analysis.Sums;
import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Var;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reverse mode. The caller gives the shadows of the active array parameters and the adjoint of the result, and reads the
 * adjoints of the scalar parameters when both sweeps have been written.
 */
public final class Adjoints {
    private final Function function;
    private final Aliases aliases;
    private final Activity activity;
    private final Sums sums;
    private final Shadows shadows;
    private final Mirrors mirrors;
    private final Absence absence;
    private final Calls calls;
    private final Checkpointing checkpointing;
    private final Region root;
    private final boolean isCallee;
    private final boolean repeated;
    private final RowSelection rows;
    private final Set<Var> followed = new java.util.HashSet<>();
    private boolean swept;

    /**
     * Prepares the reverse mode of a function.
     *
     * @param specialisations where the derivatives of called functions come from
     * @param parameterShadows the shadow of each active array parameter
     * @param rows if given, the reverse sweep runs any number of times, each time with the adjoint 1 of another element of
     *     the result: it leaves the shadows of all that the function makes as it finds them, zero
     * @throws NotRepeatable if it is to run several times and can't
     */
    public Adjoints(
            Function function,
            Aliases aliases,
            Activity activity,
            Memory memory,
            Specialisations specialisations,
            Map<Var, Operand> parameterShadows,
            @Nullable RowSelection rows) {
        this(
                function,
                aliases,
                activity,
                memory,
                specialisations,
                parameterShadows,
                rows != null,
                rows == null ? RowSelection.NONE : rows,
                null,
                List.of(),
                List.of());
    }

    /**
     * Prepares the reverse mode of a function whose two sweeps are functions of their own.
     *
     * @param keeper what keeps values at the top of the function for the reverse sweep; null if both are in one function
     * @param parameters what the forward sweep alone is given
     * @param open references to what the caller may write into between the sweeps
     */
    Adjoints(
            Function function,
            Aliases aliases,
            Activity activity,
            Memory memory,
            Specialisations specialisations,
            Map<Var, Operand> parameterShadows,
            boolean repeated,
            RowSelection rows,
            Region.@Nullable Keeper keeper,
            List<Var> parameters,
            List<Operand> open) {
        this.function = function;
        this.aliases = aliases;
        this.isCallee = keeper != null;
        this.repeated = repeated;
        this.rows = rows;
        this.activity = activity;
        this.sums = new Sums(activity, memory);
        this.shadows = new Shadows(activity, "Bar", specialisations::shadowType);
        this.mirrors = new Mirrors(memory, Counters.of(function));
        this.absence = new Absence(mirrors);
        this.calls = new Calls(activity, memory, specialisations, repeated);
        this.checkpointing = new Checkpointing(function, aliases, open, specialisations, shadows, mirrors, repeated);
        this.root = new Region(null, keeper, false, function.body().yields());
        parameters.forEach(parameter -> mirrors.define(parameter, root, null));
        parameterShadows.forEach(shadows::put);
        new Recorder(mirrors, shadows, memory, calls, checkpointing, rows, root).block(function.body());
    }

    /** The function's result in the forward sweep. */
    public Operand value() {
        return function.body().yields().get(0);
    }

    /** The shadow of an array, for example of the result; null if it has none, because it is not active. */
    public @Nullable Operand shadow(Operand array) {
        return shadows.has(array) ? shadows.of(array) : null;
    }

    /** Gives the adjoint of a number, for example of the result. */
    public void seed(Operand value, Operand adjoint) {
        if (activity.active(value)) {
            adjoints(root).contribute((Var) value, adjoint);
        }
    }

    /** Adds an array of adjoints to the shadow of an array, for example of the result. */
    public void seedArray(Operand array, Operand adjoint) {
        if (shadows.has(array)) {
            Arrays.accumulate(root.mirror, shadows.of(array), adjoint);
        }
    }

    /** What is appended here runs between the two sweeps. */
    public BlockBuilder turn() {
        return root.mirror;
    }

    /** Writes both sweeps. */
    public void write(BlockBuilder out) {
        reverse();
        writeForward(out);
        writeReverse(out);
    }

    /** Builds the reverse sweep; after that it is known what the forward sweep has to keep. */
    public void reverse() {
        new Reversal(this, root).run();
        swept = true;
    }

    /** Writes the forward sweep. */
    public void writeForward(BlockBuilder out) {
        root.forward.forEach(slot -> slot.write(out.statements()));
    }

    /** Writes the reverse sweep. */
    public void writeReverse(BlockBuilder out) {
        out.addAll(root.prologue.statements());
        out.addAll(root.mirror.statements());
    }

    /** The variables in which the reverse sweep has values of the function itself: they are no derivatives. */
    public Set<Operand> primalCopies() {
        Set<Operand> shadowed = shadows.all();
        Set<Operand> copies = new java.util.HashSet<>();
        mirrors.sources().forEach((copy, source) -> {
            if (!shadowed.contains(source)) {
                copies.add(copy);
            }
        });
        copies.addAll(checkpointing.primal());
        return copies;
    }

    Checkpointing checkpointing() {
        return checkpointing;
    }

    /**
     * The values of the function that are read again in the reverse sweep, or whose elements of shadows are accessed
     * there, and the arrays that have shadows.
     */
    public Set<Var> followed() {
        Set<Var> all = new java.util.HashSet<>(followed);
        all.addAll(mirrors.sources().values());
        return all;
    }

    /** Takes note that the reverse sweep accesses the shadow where the function accesses the array. */
    void follow(Var value) {
        followed.add(value);
    }

    Calls calls() {
        return calls;
    }

    /** Whether the reverse sweep runs any number of times. */
    boolean isRepeated() {
        return repeated;
    }

    /** Which iterations of loops the reverse sweep runs. */
    RowSelection rows() {
        return rows;
    }

    /** The adjoint of a parameter after the sweeps; zero if the result does not depend on it. */
    public Operand adjoint(Var parameter) {
        if (!swept) {
            throw new IllegalStateException("the sweeps have not been written");
        }
        Operand adjoint = root.adjoints.get(parameter);
        return adjoint == null ? Literal.zero(parameter.type()) : adjoint;
    }

    Activity activity() {
        return activity;
    }

    Shadows shadows() {
        return shadows;
    }

    Mirrors mirrors() {
        return mirrors;
    }

    Absence absence() {
        return absence;
    }

    /**
     * Whether the caller sees what the function has written into an array when the reverse sweep is over. A method with a
     * result writes into copies; a function that is called, and a method without, into arrays of the caller.
     */
    boolean isSeen(Operand array) {
        return (isCallee || function.result() == null) && fromCaller(array);
    }

    /**
     * Whether the iterations of a loop may be reversed each at its own end, if it is known what goes back to them: the loop
     * runs once, both sweeps are in one function and run once each, and the iterations exchange nothing but sums.
     */
    boolean mayFuse(Region home, Stmt.For loop) {
        if (repeated) {
            return false;
        }
        for (Region r = home; r != null; r = r.parent) {
            if (r.repeated || (r.parent == null && r.keeper != null)) {
                return false;
            }
        }
        return sums.areAll(loop);
    }

    /** Whether two arrays may be the same: by what the function does, or because a caller handed one over twice. */
    boolean mayShare(Operand a, Operand b) {
        return aliases.cell(a).root() == aliases.cell(b).root() || (fromCaller(a) && fromCaller(b));
    }

    private boolean fromCaller(Operand array) {
        return function.parameters().stream()
                .anyMatch(p ->
                        aliases.cell(p).anyReached(c -> c == aliases.cell(array).root()));
    }

    Accumulation adjoints(Region region) {
        return new Accumulation(region);
    }

    /** The adjoints known at the present point of a region's mirror. Absence is zero. */
    final class Accumulation {
        private final Region region;

        Accumulation(Region region) {
            this.region = region;
        }

        /** Adds a term to the adjoint of a value. */
        void contribute(Var value, Operand term) {
            Operand before = current(region, value);
            Operand sum = before == null
                    ? term
                    : region.mirror.apply(name(value), Op.infix("+", (Primitive) value.type()), before, term);
            if (before != null) {
                absence.add(before, term, sum);
            }
            region.adjoints.put(value, sum);
        }

        /** Takes the adjoint of a value that is made here; null for zero. */
        @Nullable
        Operand take(Var value) {
            return region.adjoints.remove(value);
        }
    }

    static String name(Var value) {
        return value.name() + "Bar";
    }

    /** The adjoint of a value so far, in a region's mirror; null for zero. */
    private @Nullable Operand current(Region region, Var value) {
        Operand known = region.adjoints.get(value);
        if (known != null || mirrors.home(value) == region || region.parent == null) {
            return known;
        }
        return region.repeated ? carriedRound(region, value) : current(region.parent, value);
    }

    /** An adjoint of an outer value that iterations add to is carried from one to the next. */
    private Operand carriedRound(Region region, Var value) {
        Var parameter = new Var(name(value), value.type());
        region.carried.put(value, parameter);
        region.adjoints.put(value, parameter);
        return parameter;
    }

    /** The adjoint of an outer value in a region's mirror, as an operand. */
    Operand currentOrZero(Region region, Var value) {
        Operand known = current(region, value);
        return known == null ? Literal.zero(value.type()) : known;
    }

    /** The outer values whose adjoints the mirrors of these regions change. */
    Collection<Var> touched(List<Region> regions) {
        Set<Var> all = new java.util.LinkedHashSet<>();
        for (Region inner : regions) {
            inner.adjoints.keySet().stream()
                    .filter(v -> mirrors.home(v) != inner)
                    .forEach(all::add);
        }
        return all;
    }
}
