package dev.adjoint.processor.transform;

import dev.adjoint.processor.analysis.CallWrites;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Program;
import dev.adjoint.processor.ir.RecordType;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The derivatives of functions that are called and not inlined (those that call themselves), one for each pattern of active
 * arguments. They are private methods of one companion.
 */
public final class Specialisations {
    /**
     * Which arguments of a call are active, and whether its result is.
     *
     * @param arguments for each argument
     * @param result false also where there is none
     * @param open for each argument, and then for the result, whether the caller may write into it after the call
     * @param repeated whether the reverse sweep runs any number of times
     */
    record Pattern(
            Function.Key function, List<Boolean> arguments, boolean result, List<Boolean> open, boolean repeated) {}

    private final Program program;
    private final java.util.function.Function<Function.Key, Function> bodies;
    private final Chain chain;
    private final String companion;
    private final Map<Pattern, Calls.Split> splits = new HashMap<>();
    private final Map<Pattern, Calls.Tangent> tangents = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final ShadowTypes shadowTypes = new ShadowTypes(this::shadowRecord);
    private final Set<CheckpointNote> notes = new LinkedHashSet<>();

    /**
     * Prepares for the calls of a program.
     *
     * @param program the functions that can be called; the specialised ones are added to it
     * @param bodies gives the function of a call that is to be differentiated
     * @param chain the rules of operations
     * @param companion the canonical name of the class that they will be methods of
     */
    public Specialisations(
            Program program,
            java.util.function.Function<Function.Key, Function> bodies,
            Chain chain,
            String companion) {
        this.program = program;
        this.bodies = bodies;
        this.chain = chain;
        this.companion = companion;
    }

    /** What called functions write. */
    public CallWrites writes() {
        return new CallWrites(program);
    }

    /** The chain rule. */
    public Chain chain() {
        return chain;
    }

    /** What is to be told about checkpointed loops, each once. */
    public Set<CheckpointNote> notes() {
        return notes;
    }

    void note(CheckpointNote note) {
        if (notes.stream().noneMatch(n -> n.place().equals(note.place()))) {
            notes.add(note);
        }
    }

    /** The type of the shadow of a reference in reverse mode. */
    Type shadowType(Type type) {
        return shadowTypes.of(type);
    }

    private RecordType shadowRecord(RecordType record) {
        String name = record.name().substring(record.name().lastIndexOf('.') + 1);
        return RecordType.kept(companion + "." + unique(name + "Bar"));
    }

    void add(Function function) {
        program.put(function);
    }

    Function.Key key(Function.Key of, String ending) {
        String name = unique(simple(of) + ending);
        return new Function.Key(companion + "#" + name, name);
    }

    RecordType record(Function.Key of, String ending) {
        String name = simple(of) + ending;
        return RecordType.kept(companion + "." + unique(Character.toUpperCase(name.charAt(0)) + name.substring(1)));
    }

    /** The name of the method of a rule comes with that of its class. */
    private static String simple(Function.Key of) {
        return of.name().substring(of.name().lastIndexOf('.') + 1);
    }

    private String unique(String name) {
        String free = name;
        for (int i = 2; !names.add(free); i++) {
            free = name + i;
        }
        return free;
    }

    /**
     * Makes something with derivatives of called functions, or gives them up with it.
     *
     * @throws NotRepeatable as the maker does
     */
    public <T> T attempt(Supplier<T> maker) {
        Map<Pattern, Calls.Split> before = new HashMap<>(splits);
        try {
            return maker.get();
        } catch (NotRepeatable e) {
            splits.keySet().retainAll(before.keySet());
            throw e;
        }
    }

    /** The two sweeps of a function; they exist when this returns, or will when the present one is complete. */
    Calls.Split split(Pattern pattern) {
        Calls.Split known = splits.get(pattern);
        if (known != null) {
            return known;
        }
        Function function = bodies.apply(pattern.function());
        List<Integer> numbers = numbers(function, pattern);
        RecordType tape = record(function.key(), "Tape");
        tape.define(tapeHead(function, pattern));
        Type result = adjointsType(function, numbers);
        boolean seeded = pattern.result() && isNumber(function.result());
        Calls.Split split = new Calls.Split(
                key(function.key(), "Forward"),
                new Calls.Back(key(function.key(), "Reverse"), result),
                tape,
                numbers,
                seeded);
        splits.put(pattern, split);
        new SplitSweeps(this, function, pattern, split).write();
        return split;
    }

    private static boolean isNumber(@Nullable Type type) {
        return type != null && type.isFloating();
    }

    private List<RecordType.Component> tapeHead(Function function, Pattern pattern) {
        List<RecordType.Component> head = new ArrayList<>();
        if (function.result() != null) {
            head.add(new RecordType.Component(Calls.VALUE, function.result()));
            if (pattern.result() && !isNumber(function.result())) {
                head.add(new RecordType.Component(Calls.SHADOW, shadowType(function.result())));
            }
        }
        return head;
    }

    private static List<Integer> numbers(Function function, Pattern pattern) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < pattern.arguments().size(); i++) {
            if (pattern.arguments().get(i)
                    && function.parameters().get(i).type().isFloating()) {
                numbers.add(i);
            }
        }
        return numbers;
    }

    private @Nullable Type adjointsType(Function function, List<Integer> numbers) {
        if (numbers.isEmpty()) {
            return null;
        }
        if (numbers.size() == 1) {
            return function.parameters().get(numbers.get(0)).type();
        }
        List<RecordType.Component> components = new ArrayList<>();
        numbers.forEach(i -> components.add(new RecordType.Component(
                Calls.argument(i), function.parameters().get(i).type())));
        return record(function.key(), "Adjoints").define(components);
    }

    /** The function with tangents. */
    Calls.Tangent tangent(Pattern pattern) {
        Calls.Tangent known = tangents.get(pattern);
        if (known != null) {
            return known;
        }
        Function function = bodies.apply(pattern.function());
        RecordType both = null;
        if (function.result() != null) {
            both = record(function.key(), "WithTangent")
                    .define(List.of(
                            new RecordType.Component(Calls.VALUE, function.result()),
                            new RecordType.Component(Calls.SHADOW, function.result())));
        }
        Calls.Tangent tangent = new Calls.Tangent(key(function.key(), "Tangent"), both);
        tangents.put(pattern, tangent);
        new SplitTangent(this, function, pattern, tangent).write();
        return tangent;
    }

    /** The name, or the name with a number where a parameter has it already. */
    static String free(String name, List<Var> parameters) {
        String free = name;
        for (int i = 2; isTaken(free, parameters); i++) {
            free = name + i;
        }
        return free;
    }

    private static boolean isTaken(String name, List<Var> parameters) {
        return parameters.stream().anyMatch(p -> p.name().equals(name));
    }

    /** The parameters of a function that are active in a pattern. */
    static List<Var> active(Function function, Pattern pattern) {
        List<Var> active = new ArrayList<>();
        for (int i = 0; i < pattern.arguments().size(); i++) {
            if (pattern.arguments().get(i)) {
                active.add(function.parameters().get(i));
            }
        }
        return active;
    }

    /**
     * What of a function depends on what its caller differentiates by: active parameters, and what can be reached through the
     * result, because the caller may write into it.
     */
    static List<Operand> independents(Function function, Pattern pattern) {
        List<Operand> independents = new ArrayList<>(active(function, pattern));
        if (pattern.result()) {
            function.body().yields().stream()
                    .filter(y -> !(y.type() instanceof Primitive))
                    .forEach(independents::add);
        }
        return independents;
    }

    /** What a caller may write into after the function has run. */
    static List<Operand> open(Function function, Pattern pattern) {
        List<Operand> all = new ArrayList<>(function.parameters());
        all.addAll(function.body().yields());
        List<Operand> open = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (pattern.open().get(Math.min(i, function.parameters().size()))) {
                open.add(all.get(i));
            }
        }
        return open;
    }

    /** What of a function influences its caller: its result, and the arrays that it may write, those in a tape included. */
    static List<Operand> dependents(Function function, Pattern pattern) {
        List<Operand> dependents = new ArrayList<>();
        active(function, pattern).stream().filter(p -> !p.type().isFloating()).forEach(dependents::add);
        if (pattern.result()) {
            dependents.add(function.body().yields().get(0));
        }
        return dependents;
    }
}
