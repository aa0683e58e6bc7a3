package dev.adjoint.processor.contract;

import dev.adjoint.processor.analysis.Activity;
import dev.adjoint.processor.analysis.Aliases;
import dev.adjoint.processor.analysis.Memory;
import dev.adjoint.processor.analysis.RowLoops;
import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Expr.Foreign;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.ir.Uses;
import dev.adjoint.processor.ir.Var;
import dev.adjoint.processor.normal.Leaves;
import dev.adjoint.processor.transform.Adjoints;
import dev.adjoint.processor.transform.Arrays;
import dev.adjoint.processor.transform.BrokenStop;
import dev.adjoint.processor.transform.RowSelection;
import dev.adjoint.processor.transform.Tangents;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A generated method under construction: its parameters so far, and its body. Arrays that the primal writes are copied
 * first, unless the method is void, where writing is the purpose.
 */
final class Draft {
    final Subject subject;
    final BlockBuilder out = new BlockBuilder();
    private final List<Var> parameters = new ArrayList<>();
    private final List<Shape> shapes;
    private final Function function;
    private final Aliases aliases;
    private final Activity activity;
    private final Memory memory;
    private final Set<String> names;
    private final Set<Var> received;
    private @Nullable Adjoints sweeps;
    private boolean repeated;

    /** Values of the primal in copies of the reverse sweep. */
    final Set<Var> primalCopies = new HashSet<>();

    private @Nullable Tangents tangents;

    /** The arrays that the method works on instead of the caller's, and the caller's. */
    private final Map<Var, Operand> copied = new LinkedHashMap<>();

    /** For an array that may be the same as earlier ones when the method is called: whether it is, and which. */
    private final Map<Var, List<Twin>> twins = new LinkedHashMap<>();

    /** What the caller has handed over beside arrays that a void method writes. */
    private final Map<Var, Var> beside = new LinkedHashMap<>();

    /** Where the method replaces rows, the shadows of those that were there on entry: the gradient is in them. */
    private final Map<Var, Operand> entryRows = new LinkedHashMap<>();

    private record Twin(Operand same, Var first) {}

    Draft(Subject subject) {
        this.subject = subject;
        this.names = subject.names();
        this.function = subject.flat();
        this.shapes = shapes(subject.function(), function);
        this.aliases = Aliases.of(function);
        uniteTwins();
        this.memory = memory();
        BrokenStop.require(memory, List.of());
        this.activity = Activity.of(
                function,
                aliases,
                leafValues(),
                dependents(),
                subject.specialisations().chain()::passes);
        shapes.forEach(this::receive);
        requireSeparateRows();
        this.received = Uses.of(out.statements()).bound();
    }

    private Memory memory() {
        return Memory.of(function, aliases, subject.specialisations().writes());
    }

    /** A caller may hand the same array to two parameters: what is written into one is then found in the other. */
    private void uniteTwins() {
        Memory apart = memory();
        Map<Type, Var> first = new HashMap<>();
        for (Var leaf : leafValues()) {
            if (leaf.type().isArray() && apart.written(leaf)) {
                aliases.mayBeSame(first.computeIfAbsent(leaf.type(), t -> leaf), leaf);
            }
        }
    }

    private static List<Shape> shapes(Function original, Function flat) {
        List<Shape> shapes = new ArrayList<>();
        int next = 0;
        for (Var parameter : original.parameters()) {
            int end = next + Leaves.count(parameter.type());
            shapes.add(new Shape(parameter, List.copyOf(flat.parameters().subList(next, end))));
            next = end;
        }
        return shapes;
    }

    private List<Var> leafValues() {
        List<Var> all = new ArrayList<>();
        independentShapes().forEach(s -> all.addAll(s.leaves()));
        return all;
    }

    private List<? extends Operand> dependents() {
        return subject.isVoid() ? leafValues() : function.body().yields();
    }

    List<Shape> independentShapes() {
        return shapes.stream().filter(s -> subject.isIndependent(s.value())).toList();
    }

    /** Takes a parameter, and copies what must not be written. */
    private void receive(Shape shape) {
        if (shape.isRecord()) {
            parameters.add(shape.value());
            shape.unpack(out, this::bindLeaf);
            return;
        }
        Var value = shape.value();
        if (subject.isVoid() || !value.type().isArray() || !memory.written(value)) {
            parameters.add(value);
            return;
        }
        Var given = value.fresh();
        copy(value, given);
        parameters.add(given);
    }

    /** The leaves of a record; an array among them is the caller's, and is copied if it is written. */
    private void bindLeaf(Var leaf, Operand value) {
        if (leaf.type().isArray() && memory.written(leaf)) {
            copy(leaf, value);
        } else {
            out.add(Shape.bind(leaf, value));
        }
    }

    private void copy(Var value, Operand given) {
        List<Twin> earlier = new ArrayList<>();
        copied.forEach((array, original) -> {
            if (array.type().equals(value.type())) {
                Expr same = new Foreign(
                        List.of("", " == ", ""), List.of(given, original), Primitive.BOOLEAN, Foreign.Effect.READS);
                earlier.add(new Twin(out.let("same", same), array));
            }
        });
        copied.put(value, given);
        twins.put(value, earlier);
        Operand copy = unlessSame(
                out, value, earlier, (o, twin) -> twin.first(), o -> Arrays.deepCopy(o, value.name(), given));
        out.add(Shape.bind(value, copy));
    }

    /** Copies have rows of their own, so the rows that are copied must not be one and the same. */
    private void requireSeparateRows() {
        copied.forEach((array, given) -> {
            if (array.type().element().isArray()) {
                List<Var> others = copied.keySet().stream()
                        .filter(other ->
                                other != array && Units.base(other.type()).equals(Units.base(array.type())))
                        .toList();
                Checks.separateRows(
                        out, array, given, others.stream().map(copied::get).toList());
            }
        });
    }

    /** What belongs to an array, bound like {@code named}: that of the earlier array it is the same as, or its own. */
    private Operand unlessSame(
            BlockBuilder to,
            Var named,
            List<Twin> earlier,
            BiFunction<BlockBuilder, Twin, Operand> shared,
            java.util.function.Function<BlockBuilder, Operand> own) {
        if (earlier.isEmpty()) {
            return own.apply(to);
        }
        Twin twin = earlier.get(0);
        BlockBuilder same = new BlockBuilder();
        Operand common = shared.apply(same, twin);
        BlockBuilder other = new BlockBuilder();
        Operand separate = unlessSame(other, named, earlier.subList(1, earlier.size()), shared, own);
        Var chosen = named.fresh();
        to.add(new Stmt.If(twin.same(), same.build(List.of(common)), other.build(List.of(separate)), List.of(chosen)));
        return chosen;
    }

    /** The earlier arrays that an array may be the same as and that have something in the map. */
    private List<Twin> twins(Var array, Map<Var, Operand> known) {
        return twins.getOrDefault(array, List.of()).stream()
                .filter(t -> known.containsKey(t.first()))
                .toList();
    }

    /** Adds a parameter of our own; where the user's parameters have its name, it gets underscores. */
    Var parameter(String name, Type type) {
        String free = name;
        while (!names.add(free)) {
            free = free + "_";
        }
        Var parameter = new Var(free, type);
        parameters.add(parameter);
        return parameter;
    }

    /**
     * Checks what the caller hands over beside an array: it has the shape of that array, and where a method writes into one
     * array under two names, it is one as well.
     */
    void receiveBeside(Var array, Var given) {
        Checks.sameShape(out, given, array);
        if (subject.isVoid() && memory.written(array)) {
            beside.forEach((other, otherGiven) -> {
                if (other.type().equals(array.type())) {
                    Checks.shared(out, array, given, other, otherGiven);
                }
            });
            beside.put(array, given);
        }
    }

    boolean replacesRows(Var parameter) {
        return memory.replacesRows(parameter);
    }

    boolean isWritten(Var parameter) {
        return memory.written(parameter);
    }

    /** Fresh zeros as the shadow of an array; the same array has the same shadow. */
    Operand freshShadow(Var array, Map<Var, Operand> shadows) {
        Operand shadow = separateShadow(array, shadows);
        if (memory.replacesRows(array)) {
            entryRows.put(array, Arrays.copyOfRows(out, array.name() + "Rows", shadow));
        }
        return shadow;
    }

    private Operand separateShadow(Var array, Map<Var, Operand> shadows) {
        Var named = new Var(array.name() + "Bar", array.type());
        return unlessSame(
                out,
                named,
                twins(array, shadows),
                (o, twin) -> shadows.get(twin.first()),
                o -> Arrays.zerosLike(o, named.name(), array));
    }

    /** What the caller gives as the shadow of an array; the same array has the same shadow. */
    Operand givenShadow(Var array, Var given, Map<Var, Operand> shadows) {
        return unlessSame(
                out,
                new Var(given.name(), array.type()),
                twins(array, shadows),
                (o, twin) -> shadows.get(twin.first()),
                o -> given);
    }

    /** A tangent that the sweep may write into, like the array it belongs to; the same array has the same tangent. */
    Operand ownTangent(Var array, Operand tangent, Map<Var, Operand> tangents) {
        Var named = new Var(array.name() + "Dot", array.type());
        return unlessSame(
                out,
                named,
                twins(array, tangents),
                (o, twin) -> tangents.get(twin.first()),
                o -> Arrays.deepCopy(o, named.name(), tangent));
    }

    /** The shadow of an array with the rows that it had on entry. */
    Operand shadowOnEntry(Var array, Operand shadow) {
        return entryRows.getOrDefault(array, shadow);
    }

    /** What the caller gave for the method's own parameters. */
    List<Operand> arguments() {
        return List.copyOf(parameters.subList(0, shapes.size()));
    }

    /** Whether arrays that may be one and the same when the method is called have one shadow then. */
    boolean hasTwins() {
        return twins.values().stream().anyMatch(known -> !known.isEmpty());
    }

    /** Takes out what has been written so far, to be put elsewhere. */
    List<Stmt> cut() {
        List<Stmt> cut = List.copyOf(out.statements());
        out.statements().clear();
        return cut;
    }

    /** The gradient by an array from its shadow: if an earlier parameter is the same array, all went to that. */
    Operand gradientOf(BlockBuilder to, Var array, Operand last) {
        Var named = new Var(array.name() + "Bar", array.type());
        return unlessSame(
                to,
                named,
                twins.getOrDefault(array, List.of()),
                (o, twin) -> Arrays.zerosLike(o, named.name(), array),
                o -> shadowOnEntry(array, last));
    }

    /** The shadows of active arrays that are not among the independents: they are not handed in. */
    private void otherShadows(Map<Var, Operand> shadows) {
        for (Shape shape : shapes) {
            for (Var value : shape.leaves()) {
                if (!value.type().isFloating() && activity.active(value) && !shadows.containsKey(value)) {
                    shadows.put(value, freshShadow(value, shadows));
                }
            }
        }
    }

    Adjoints reverse(Map<Var, Operand> shadows) {
        return reverse(shadows, (RowSelection) null);
    }

    /** Both sweeps, of which the second may run any number of times, or not at all: each time for another row. */
    Adjoints reverseRepeatedly(Map<Var, Operand> shadows, Var row) {
        return reverse(shadows, new RowSelection(rowLoops(), row));
    }

    /** Which loops fill the result element by element. */
    RowLoops rowLoops() {
        return RowLoops.of(
                function, aliases, activity, subject.specialisations().writes());
    }

    private Adjoints reverse(Map<Var, Operand> shadows, @Nullable RowSelection rows) {
        otherShadows(shadows);
        this.repeated = rows != null;
        sweeps = new Adjoints(function, aliases, activity, memory, subject.specialisations(), shadows, rows);
        return sweeps;
    }

    Tangents forward(Map<Var, Operand> dots) {
        otherShadows(dots);
        tangents = new Tangents(activity, subject.specialisations(), dots);
        tangents.write(function, out);
        return tangents;
    }

    /** The method itself, without derivatives. */
    List<Stmt> primal() {
        return function.body().statements();
    }

    /** The result in the sweep: a number or an array; a record has several leaves. */
    Operand result() {
        return function.body().yields().get(0);
    }

    /** The leaves of the result. */
    List<Operand> results() {
        return function.body().yields();
    }

    boolean isActive(Operand operand) {
        return activity.active(operand);
    }

    Made finish(String name, @Nullable Operand result) {
        List<Operand> handed = result == null ? List.of() : List.of(result);
        Function made = new Function(
                Function.Key.of(subject.companion(), name, parameters),
                parameters,
                out.build(handed),
                result == null ? null : result.type());
        return new Made(made, derivatives(made), checked());
    }

    /**
     * What the primal binds to elements and arrays, unless the derivative accesses the shadows in the same way, and surely
     * once.
     */
    private Set<Var> checked() {
        Set<Var> checked = new HashSet<>(Uses.of(function.body()).bound());
        if (!repeated) {
            checked.removeAll(sweeps != null ? sweeps.followed() : tangents != null ? tangents.followed() : Set.of());
        }
        return checked;
    }

    /** What the method has beyond the primal: its values, copies of them, and its parameters are none. */
    private Set<Var> derivatives(Function made) {
        Set<Var> all = new HashSet<>(Uses.of(made.body()).bound());
        all.addAll(parameters.subList(shapes.size(), parameters.size()));
        all.removeAll(Uses.of(function.body()).bound());
        all.removeAll(function.parameters());
        all.removeAll(received);
        if (sweeps != null) {
            all.removeAll(sweeps.primalCopies());
        }
        all.removeAll(primalCopies);
        return all;
    }
}
