package dev.adjoint.processor.transform;

import dev.adjoint.processor.analysis.Counters;
import dev.adjoint.processor.analysis.Memory;
import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds values of the forward sweep in the reverse sweep: in scope still, computed again where that is cheap, or kept by
 * the statement that encloses their definition. Nothing is kept that no reverse code asks for.
 */
final class Mirrors {
    /** How many operations may be repeated to spare one recording. */
    private static final int CHEAP = 8;

    private static final Set<String> CHEAP_OPERATORS =
            Set.of("+", "-", "*", "cast", "!", "~", "<", "<=", ">", ">=", "==", "!=", "&", "|", "^", "<<", ">>", ">>>");

    private final Memory memory;
    private final Counters counters;
    private final Map<Var, Region> homes = new HashMap<>();
    private final Map<Var, Integer> numbers = new HashMap<>();
    private final Map<Var, Expr> definitions = new HashMap<>();
    private final Map<Expr, List<Var>> dear = new HashMap<>();
    private final Set<Expr.Load> stableShadows = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Var, Expr.Load> elements = new HashMap<>();
    private final Map<Operand, Var> sources = new HashMap<>();
    private final Map<Var, Reused> reused = new HashMap<>();

    Mirrors(Memory memory, Counters counters) {
        this.memory = memory;
        this.counters = counters;
    }

    /** Notes where a result of a compound statement will be made; it is defined when the statement is complete. */
    void announce(Var result, Region home) {
        homes.put(result, home);
    }

    /** Notes where a value of the forward sweep is made, and from what if from one expression. */
    void define(Var value, Region home, @Nullable Expr definition) {
        homes.put(value, home);
        numbers.putIfAbsent(value, numbers.size());
        if (definition != null) {
            definitions.put(value, definition);
        }
        if (definition instanceof Expr.Apply apply && !isCheap(apply.op())) {
            dear.computeIfAbsent(definition, d -> new ArrayList<>()).add(value);
        }
    }

    /**
     * The value of the forward sweep that the mirror of a region would compute again at some cost: the cosine in the
     * derivative of a sine, say, where the function itself has it.
     */
    @Nullable
    Var known(Region region, Expr value) {
        for (Var candidate : dear.getOrDefault(value, List.of())) {
            if (isMadeBefore(region, candidate)) {
                return candidate;
            }
        }
        return null;
    }

    /** Whether the forward sweep has made the value when the mirror of the region runs, which may be within a loop of it. */
    private boolean isMadeBefore(Region region, Var value) {
        Region home = homes.get(value);
        int made = numbers.size();
        for (Region r = region; r != null; r = r.parent) {
            if (r == home) {
                return madeBefore(value, made);
            }
            made = r.inScope && r.keeper instanceof Looping loop ? loop.start() : made;
        }
        return false;
    }

    /** Notes that a shadow's row is read where the row itself keeps its place. */
    void alsoStable(Expr.Load shadow) {
        stableShadows.add(shadow);
    }

    /** Notes that an element holds the value when the region in which it is made has been run, and from then on. */
    void alsoElement(Var value, Expr.Load element) {
        elements.putIfAbsent(value, element);
    }

    /** The values of the forward sweep that the mirror has under other variables, by those variables. */
    Map<Operand, Var> sources() {
        return sources;
    }

    /** The region in which a value of the forward sweep is made; null for a parameter of the function. */
    @Nullable
    Region home(Var value) {
        return homes.get(value);
    }

    /** The operation that made the value, or null if it was made otherwise. */
    Expr.@Nullable Apply operation(Operand value) {
        return value instanceof Var var && definitions.get(var) instanceof Expr.Apply apply ? apply : null;
    }

    /** The same for an operation that may be repeated. */
    Expr.@Nullable Apply cheapOperation(Operand value) {
        Expr.Apply operation = operation(value);
        return operation != null && isCheap(operation.op()) ? operation : null;
    }

    /** Whether the value has been read from an array. */
    boolean isElement(Operand value) {
        return value instanceof Var var && definitions.get(var) instanceof Expr.Load;
    }

    /** How many values of the forward sweep have been made so far. */
    int made() {
        return numbers.size();
    }

    /** Whether the value was among the first so many. */
    boolean madeBefore(Var value, int number) {
        return numbers.getOrDefault(value, number) < number;
    }

    /** Whether the value is known not to be negative, as a length is. */
    boolean isLength(Operand value) {
        return value instanceof Literal literal
                ? literal.value() instanceof Integer n && n >= 0
                : definitions.get((Var) value) instanceof Expr.Length;
    }

    /** The operand that holds a value of the forward sweep in the mirror of a region. */
    Operand in(Region region, Operand value) {
        if (!(value instanceof Var var)) {
            return value;
        }
        Region home = homes.get(var);
        if (home == null || home.keeper == null || home.inScope || region.inScope) {
            return var;
        }
        if (home != region) {
            return in(Objects.requireNonNull(region.parent, var::name), var);
        }
        Operand known = region.available.get(var);
        if (known == null) {
            known = found(region, var);
            region.available.put(var, known);
            sources.put(known, var);
        }
        return known;
    }

    private Operand found(Region region, Var var) {
        if (reused.containsKey(var)) {
            return keptAnew(region, var);
        }
        if (isCounted(region, var)) {
            return counted(region, var);
        }
        Expr cheap = cheap(region, var);
        if (cheap != null) {
            return again(region, var, cheap);
        }
        return keepsOperand(region, var)
                ? again(region, var, Objects.requireNonNull(definitions.get(var)))
                : keeper(region).keep(region, var);
    }

    private static Region.Keeper keeper(Region region) {
        return Objects.requireNonNull(region.keeper);
    }

    /** Notes that an array is used anew in each execution of a region. */
    void defineReused(Var array, Region home, Reused slot) {
        define(array, home, null);
        reused.put(array, slot);
    }

    /** Gives each execution of the region an array of its own, which the mirror finds as it was left. */
    private Operand keptAnew(Region region, Var array) {
        Reused slot = reused.get(array);
        Expr.NewArray made = (Expr.NewArray) definitions.get((Var) slot.array());
        Operand length = made.dimensions().get(0);
        Room.Extent extent = new Room.Extent(List.of(length), out -> length);
        ArrayType type = (ArrayType) array.type();
        Room room = keeper(region).room(region, new Room.Plan(array.name(), type, List.of(extent), array));
        if (room == null) {
            slot.becomes(new Expr.NewArray(type, List.of(length)));
            return keeper(region).keep(region, array);
        }
        slot.becomes(new Expr.Copy(room.forward()));
        return room.mirror();
    }

    /**
     * An array for each execution of a region.
     *
     * @param before runs once in the region, before the array is used
     */
    Room room(Region home, BlockBuilder before, Room.Plan plan) {
        boolean fixed = plan.needs().stream().noneMatch(o -> o instanceof Var var && homes.get(var) == home);
        Room outer = fixed && home.keeper != null ? home.keeper.room(home, plan) : null;
        if (outer != null) {
            return outer;
        }
        Var made = make(home, before, plan);
        return new Room(made, in(home, made));
    }

    /** Makes an array in the forward sweep. */
    Var make(Region home, BlockBuilder before, Room.Plan plan) {
        List<Operand> dimensions =
                plan.extents().stream().map(e -> e.count().apply(before)).toList();
        Var made = before.let(plan.name(), new Expr.NewArray(plan.type(), dimensions));
        defineRoom(made, home, plan);
        return made;
    }

    void defineRoom(Var room, Region home, Room.Plan plan) {
        define(room, home, null);
        if (plan.source() != null) {
            sources.put(room, plan.source());
        }
    }

    private boolean isCounted(Region region, Var var) {
        List<Counters.Addend> increment = counters.increment(var);
        return increment != null && region.keeper instanceof Looping loop && loop.tells(increment);
    }

    /** A counter is told from where the mirror stands. */
    private Operand counted(Region region, Var counter) {
        return ((Looping) keeper(region)).count(counter, Objects.requireNonNull(counters.increment(counter)));
    }

    private Operand again(Region region, Var var, Expr value) {
        return region.prologue.let(var.name(), value.map(operand -> in(region, operand)));
    }

    /** What gives the value again at little cost: what it was made by, or an element in which it lies; null if neither does. */
    private @Nullable Expr cheap(Region region, Var var) {
        return costOfMaking(region, var, CHEAP) <= CHEAP
                ? definitions.get(var)
                : costOfReading(region, var, CHEAP) <= CHEAP ? elements.get(var) : null;
    }

    /** How many operations it takes to compute the value again from what is there; more than the limit if it can't be. */
    private int cost(Region region, Operand operand, int limit) {
        if (!(operand instanceof Var var) || homes.get(var) != region || region.available.containsKey(var)) {
            return 0;
        }
        if (isCounted(region, var)) {
            return 1;
        }
        int making = costOfMaking(region, var, limit);
        return making <= limit ? making : costOfReading(region, var, limit);
    }

    private int costOfMaking(Region region, Var var, int limit) {
        Expr definition = definitions.get(var);
        return definition != null && repeatable(definition) ? cost(region, definition, limit) : CHEAP + 1;
    }

    private int costOfReading(Region region, Var var, int limit) {
        Expr.Load element = elements.get(var);
        return element != null ? cost(region, element, limit) : CHEAP + 1;
    }

    private int cost(Region region, Expr value, int limit) {
        int total = limit <= 0 ? CHEAP + 1 : 1;
        for (int i = 0; total <= limit && i < value.operands().size(); i++) {
            total += cost(region, value.operands().get(i), limit - total);
        }
        return total > limit ? CHEAP + 1 : total;
    }

    /**
     * Whether all that it takes to compute a number again is one other number, which is kept in its place: once, for all that
     * are computed from it, as {@code x} for {@code 1 - x} and {@code 3 * x}.
     */
    private boolean keepsOperand(Region region, Var var) {
        Set<Var> leaves = new LinkedHashSet<>();
        int operations = leaves(region, var, CHEAP, leaves);
        return operations <= CHEAP
                && leaves.size() == 1
                && !leaves.contains(var)
                && var.type().isFloating()
                && leaves.iterator().next().type().equals(var.type());
    }

    /** Collects what must be kept to compute the operand again, and gives the number of operations that this takes. */
    private int leaves(Region region, Operand operand, int limit, Set<Var> leaves) {
        if (!(operand instanceof Var var) || homes.get(var) != region || region.available.containsKey(var)) {
            return 0;
        }
        if (isCounted(region, var)) {
            return 1;
        }
        Expr definition = definitions.get(var);
        if (limit <= 0 || definition == null || !(repeatable(definition) || isQuotient(definition))) {
            leaves.add(var);
            return limit <= 0 ? CHEAP + 1 : 0;
        }
        Set<Var> own = new LinkedHashSet<>();
        int total = 1;
        for (Operand each : definition.operands()) {
            total += leaves(region, each, limit - total, own);
        }
        if (isQuotient(definition) && !isOneDear(own)) {
            own = Set.of(var);
            total = 0;
        }
        leaves.addAll(own);
        return total;
    }

    /** A division is repeated for a dear result only, which is needed itself, as in {@code 1 / (1 + exp(x))}. */
    private boolean isOneDear(Set<Var> leaves) {
        return leaves.size() == 1 && isDear(leaves.iterator().next());
    }

    private boolean isDear(Var value) {
        return definitions.get(value) instanceof Expr.Apply apply && !isCheap(apply.op()) && !isQuotient(apply);
    }

    private static boolean isQuotient(Expr value) {
        return value instanceof Expr.Apply apply
                && apply.op().name().equals("/")
                && apply.op().result().isFloating();
    }

    private boolean repeatable(Expr definition) {
        if (definition instanceof Expr.Apply apply) {
            return isCheap(apply.op());
        }
        if (definition instanceof Expr.Load load) {
            return memory.stable(load) || stableShadows.contains(load);
        }
        return definition instanceof Expr.Length
                || definition instanceof Expr.Copy
                || definition instanceof Expr.Stop
                || definition instanceof Expr.Field
                || (definition instanceof Expr.Foreign f && f.effect() == Expr.Foreign.Effect.PURE);
    }

    private static boolean isCheap(Op op) {
        return op.isGuard() || CHEAP_OPERATORS.contains(op.name());
    }
}
