package dev.adjoint.processor.transform;

import dev.adjoint.processor.analysis.Activity;
import dev.adjoint.processor.analysis.Aliases;
import dev.adjoint.processor.analysis.Memory;
import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.OpaqueType;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.RecordType;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the two sweeps of a called function as two functions, with a record between them as the tape. */
final class SplitSweeps implements Region.Keeper {
    /** Of the 255 slots that Java allows the parameters of a constructor. */
    private static final int MOST_SLOTS = 200;

    private final Specialisations specialisations;
    private final Function function;
    private final Specialisations.Pattern pattern;
    private final Calls.Split split;
    private final Var tape;
    private final List<Kept> kept = new ArrayList<>();
    private final Map<Type, List<Operand>> packed = new HashMap<>();
    private final Map<Type, String> packs = new HashMap<>();
    private int slots;

    private record Kept(Type type, @Nullable Operand value) {}

    SplitSweeps(
            Specialisations specialisations, Function function, Specialisations.Pattern pattern, Calls.Split split) {
        this.specialisations = specialisations;
        this.function = function;
        this.pattern = pattern;
        this.split = split;
        this.tape = new Var("tape", split.tape());
    }

    /**
     * A value at the top of the function is kept as one more component of the tape; when these are as many as a constructor
     * takes, in an array with others of its type.
     */
    @Override
    public Operand keep(Region inner, Var value) {
        Type type = value.type();
        slots += type == Primitive.DOUBLE || type == Primitive.LONG ? 2 : 1;
        if (slots <= MOST_SLOTS || type instanceof OpaqueType) {
            return inner.prologue.let(value.name(), new Expr.Field(tape, component(type, value)));
        }
        List<Operand> others = packed.get(type);
        if (others == null) {
            others = new ArrayList<>();
            packed.put(type, others);
            packs.put(type, component(new ArrayType(type), null));
        }
        others.add(value);
        Var pack = inner.prologue.let("kept", new Expr.Field(tape, packs.get(type)));
        return inner.prologue.let(value.name(), new Expr.Load(pack, Literal.of(others.size() - 1)));
    }

    /** A new component of the tape; an array of packed values, which are not complete yet, has no value so far. */
    private String component(Type type, @Nullable Operand value) {
        String name = "kept" + kept.size();
        kept.add(new Kept(type, value));
        split.tape().define(List.of(new RecordType.Component(name, type)));
        return name;
    }

    private Operand value(BlockBuilder out, Kept component) {
        if (component.value() != null) {
            return component.value();
        }
        ArrayType type = (ArrayType) component.type();
        return out.let("kept", new Expr.ArrayOf(type, packed.get(type.element())));
    }

    void write() {
        Aliases aliases = Aliases.of(function);
        List<Operand> open = Specialisations.open(function, pattern);
        Memory memory = Memory.of(function, aliases, specialisations.writes(), open);
        BrokenStop.require(memory, function.body().yields());
        Activity activity = Activity.of(
                function,
                aliases,
                Specialisations.independents(function, pattern),
                Specialisations.dependents(function, pattern),
                specialisations.chain()::passes);
        Map<Var, Operand> shadows = new LinkedHashMap<>();
        List<Var> parameters = new ArrayList<>(function.parameters());
        for (Var parameter : Specialisations.active(function, pattern)) {
            if (!parameter.type().isFloating()) {
                String name = Specialisations.free(parameter.name() + "Bar", parameters);
                Var shadow = new Var(name, specialisations.shadowType(parameter.type()));
                shadows.put(parameter, shadow);
                parameters.add(shadow);
            }
        }
        Adjoints sweeps = new Adjoints(
                function,
                aliases,
                activity,
                memory,
                specialisations,
                shadows,
                pattern.repeated(),
                RowSelection.NONE,
                this,
                parameters,
                open);
        List<Var> back = new ArrayList<>(List.of(tape));
        if (split.seeded()) {
            Var seed = new Var("yBar", sweeps.value().type());
            back.add(seed);
            sweeps.seed(sweeps.value(), seed);
        }
        sweeps.reverse();
        specialisations.add(reverse(sweeps, back));
        specialisations.add(forward(sweeps, parameters));
    }

    private Function reverse(Adjoints sweeps, List<Var> parameters) {
        BlockBuilder out = new BlockBuilder();
        sweeps.writeReverse(out);
        List<Operand> adjoints = split.numbers().stream()
                .map(i -> sweeps.adjoint(function.parameters().get(i)))
                .toList();
        List<Operand> result = new ArrayList<>(adjoints);
        if (split.reverse().result() instanceof RecordType record) {
            result = List.of(out.let("adjoints", new Expr.Construct(record, adjoints)));
        }
        return new Function(
                split.reverse().key(),
                parameters,
                out.build(result),
                split.reverse().result());
    }

    private Function forward(Adjoints sweeps, List<Var> parameters) {
        BlockBuilder out = new BlockBuilder();
        sweeps.writeForward(out);
        List<Operand> components = new ArrayList<>();
        if (function.result() != null) {
            components.add(sweeps.value());
            if (split.tape().components().stream().anyMatch(c -> c.name().equals(Calls.SHADOW))) {
                components.add(sweeps.shadows().of(sweeps.value()));
            }
        }
        kept.forEach(k -> components.add(value(out, k)));
        Var made = out.let("tape", new Expr.Construct(split.tape(), components));
        return new Function(split.forward(), parameters, out.build(List.of(made)), split.tape());
    }
}
