package dev.adjoint.processor.transform;

import dev.adjoint.processor.analysis.CallWrites;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Program;
import dev.adjoint.processor.ir.RecordType;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
     */
    record Pattern(Function.Key function, List<Boolean> arguments, boolean result) {}

    private final Program program;
    private final Chain chain;
    private final String companion;
    private final Map<Pattern, Calls.Split> splits = new HashMap<>();
    private final Map<Pattern, Calls.Tangent> tangents = new HashMap<>();
    private final Set<String> names = new HashSet<>();

    /**
     * Prepares for the calls of a program.
     *
     * @param program the functions that can be called; the specialised ones are added to it
     * @param chain the rules of operations
     * @param companion the canonical name of the class that they will be methods of
     */
    public Specialisations(Program program, Chain chain, String companion) {
        this.program = program;
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

    void add(Function function) {
        program.put(function);
    }

    Function.Key key(Function.Key of, String ending) {
        String name = unique(of.name() + ending);
        return new Function.Key(companion + "#" + name, name);
    }

    RecordType record(Function.Key of, String ending) {
        String name = of.name() + ending;
        return RecordType.kept(companion + "." + unique(Character.toUpperCase(name.charAt(0)) + name.substring(1)));
    }

    private String unique(String name) {
        String free = name;
        for (int i = 2; !names.add(free); i++) {
            free = name + i;
        }
        return free;
    }

    /** The two sweeps of a function; they exist when this returns, or will when the present one is complete. */
    Calls.Split split(Pattern pattern) {
        Calls.Split known = splits.get(pattern);
        if (known != null) {
            return known;
        }
        Function function = program.get(pattern.function());
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

    private static List<RecordType.Component> tapeHead(Function function, Pattern pattern) {
        List<RecordType.Component> head = new ArrayList<>();
        if (function.result() != null) {
            head.add(new RecordType.Component(Calls.VALUE, function.result()));
            if (pattern.result() && !isNumber(function.result())) {
                head.add(new RecordType.Component(Calls.SHADOW, function.result()));
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
        Function function = program.get(pattern.function());
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

    /** What of a function influences its caller: its result, and the arrays that it may write. */
    static List<Operand> dependents(Function function, Pattern pattern) {
        List<Operand> dependents = new ArrayList<>();
        active(function, pattern).stream().filter(p -> p.type().isArray()).forEach(dependents::add);
        if (pattern.result()) {
            dependents.add(function.body().yields().get(0));
        }
        return dependents;
    }
}
