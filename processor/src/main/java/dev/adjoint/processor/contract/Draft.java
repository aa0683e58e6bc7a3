package dev.adjoint.processor.contract;

import dev.adjoint.processor.analysis.Activity;
import dev.adjoint.processor.analysis.Aliases;
import dev.adjoint.processor.analysis.Memory;
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
import dev.adjoint.processor.transform.Tangents;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    /** For an array that is the same as an earlier one when the method is called: whether it is, and which. */
    private final Map<Var, Twin> twins = new LinkedHashMap<>();

    /** Where the method replaces rows, the shadows of those that were there on entry: the gradient is in them. */
    private final Map<Var, Operand> entryRows = new LinkedHashMap<>();

    private record Twin(Operand same, Var first) {}

    Draft(Subject subject) {
        this.subject = subject;
        this.names = subject.names();
        this.function = subject.flat();
        this.shapes = shapes(subject.function(), function);
        this.aliases = Aliases.of(function);
        this.memory = Memory.of(function, aliases, subject.specialisations().writes());
        BrokenStop.require(memory, List.of());
        this.activity = Activity.of(
                function,
                aliases,
                leafValues(),
                dependents(),
                subject.specialisations().chain()::passes);
        shapes.forEach(this::receive);
        this.received = Uses.of(out.statements()).bound();
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
        boolean copied = leaf.type().isArray() && memory.written(leaf);
        out.add(Shape.bind(leaf, copied ? Arrays.deepCopy(out, leaf.name(), value) : value));
    }

    private void copy(Var value, Var given) {
        for (int i = 0; i < parameters.size(); i++) {
            Var earlier = parameters.get(i);
            if (earlier.type().equals(given.type())) {
                Var first = shapes.get(i).value();
                Operand same = out.let(
                        "same",
                        new Foreign(
                                List.of("", " == ", ""),
                                List.of(given, earlier),
                                Primitive.BOOLEAN,
                                Foreign.Effect.READS));
                twins.putIfAbsent(value, new Twin(same, first));
            }
        }
        Twin twin = twins.get(value);
        if (twin == null) {
            out.add(new Stmt.Let(value, new Expr.Copy(Arrays.deepCopy(out, value.name(), given))));
        } else {
            choose(value, twin.same(), twin.first(), made -> Arrays.deepCopy(made, value.name(), given));
        }
    }

    private void choose(
            Var target, Operand same, Operand first, java.util.function.Function<BlockBuilder, Operand> other) {
        BlockBuilder separate = new BlockBuilder();
        Operand made = other.apply(separate);
        out.add(new Stmt.If(
                same, new BlockBuilder().build(List.of(first)), separate.build(List.of(made)), List.of(target)));
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
        Twin twin = twins.get(array);
        if (twin == null || !shadows.containsKey(twin.first())) {
            return Arrays.zerosLike(out, array.name() + "Bar", array);
        }
        Var shadow = new Var(array.name() + "Bar", array.type());
        choose(
                shadow,
                twin.same(),
                shadows.get(twin.first()),
                made -> Arrays.zerosLike(made, array.name() + "Bar", array));
        return shadow;
    }

    /** The gradient by an array from its shadow: if an earlier parameter is the same array, all went to that. */
    Operand gradientOf(Var array, Operand last) {
        Operand shadow = entryRows.getOrDefault(array, last);
        Twin twin = twins.get(array);
        if (twin == null || !(twin.first().type().equals(array.type()))) {
            return shadow;
        }
        Var gradient = new Var(array.name() + "Bar", array.type());
        BlockBuilder zeros = new BlockBuilder();
        Operand made = Arrays.zerosLike(zeros, array.name() + "Bar", array);
        out.add(new Stmt.If(
                twin.same(), zeros.build(List.of(made)), new BlockBuilder().build(List.of(shadow)), List.of(gradient)));
        return gradient;
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
        otherShadows(shadows);
        sweeps = new Adjoints(function, aliases, activity, memory, subject.specialisations(), shadows);
        return sweeps;
    }

    Tangents forward(Map<Var, Operand> dots) {
        otherShadows(dots);
        Tangents tangents = new Tangents(activity, subject.specialisations(), dots);
        tangents.write(function, out);
        return tangents;
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
        List<String> types = parameters.stream().map(p -> p.type().text()).toList();
        String id = subject.companion() + "#" + name + "(" + String.join(",", types) + ")";
        List<Operand> handed = result == null ? List.of() : List.of(result);
        Function made = new Function(
                new Function.Key(id, name), parameters, out.build(handed), result == null ? null : result.type());
        return new Made(made, derivatives(made));
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
        return all;
    }
}
