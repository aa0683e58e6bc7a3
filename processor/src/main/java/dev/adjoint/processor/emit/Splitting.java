package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.OpaqueType;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Parts;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Rewriter;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Uses;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Divides a function whose method HotSpot would not compile: above 8,000 bytes it is interpreted, ten times slower and
 * more. Long sequences of statements become private methods of their own; values go from one to the next by arrays, and
 * into a part by its parameters. The order of what happens stays the same.
 */
final class Splitting {
    /** The estimated bytes above which a method is divided. */
    static final int LARGEST = 6000;

    private static final int PARAMETER_SLOTS = 120;

    private final Function function;
    private final Set<String> taken;
    private final int part;
    private final List<Function> parts = new ArrayList<>();
    private final List<Stmt> allocations = new ArrayList<>();

    private Splitting(Function function, Set<String> taken, int part) {
        this.function = function;
        this.part = part;
        this.taken = taken;
    }

    /** The function, and the parts that have been taken out of it. Adds their names to those taken. */
    static List<Function> of(Function function, Set<String> taken) {
        return of(function, taken, LARGEST);
    }

    /** The same with another estimate of bytes above which a method is divided. */
    static List<Function> of(Function function, Set<String> taken, int largest) {
        if (SizeEstimate.of(function) <= largest) {
            return List.of(function);
        }
        Splitting splitting = new Splitting(function, taken, largest * 5 / 12);
        Block body = splitting.new Blocks().block(function.body());
        List<Stmt> statements = new ArrayList<>(splitting.allocations);
        statements.addAll(body.statements());
        Block whole = new Block(statements, body.yields());
        List<Function> all = new ArrayList<>();
        all.add(new Function(function.key(), function.parameters(), whole, function.result()));
        all.addAll(splitting.parts);
        return all;
    }

    /** Divides inner blocks first, so that what remains of them fits into a part of the outer one. */
    private final class Blocks extends Rewriter {
        @Override
        public Block block(Block block) {
            Block divided = super.block(block);
            return SizeEstimate.of(divided) > part + part / 2 && mayCross(divided) ? divided(divided) : divided;
        }
    }

    /** Arrays of some types cannot be made, so no value of these types may have to go from part to part. */
    private static boolean mayCross(Block block) {
        return block.statements().stream()
                .flatMap(s -> Parts.of(s).bound().stream())
                .map(v -> v.type() instanceof ArrayType array ? array.base() : v.type())
                .noneMatch(OpaqueType.class::isInstance);
    }

    private Block divided(Block block) {
        List<Stmt> all = block.statements();
        boolean completes = all.isEmpty() || Completion.of(all.get(all.size() - 1));
        List<Stmt> rest = completes ? List.of() : all.subList(all.size() - 1, all.size());
        List<List<Stmt>> groups = groups(all.subList(0, all.size() - rest.size()));
        if (groups.size() < 2) {
            return block;
        }
        Workspace workspace = new Workspace();
        Uses end = Uses.of(new Block(rest, block.yields()));
        List<Stmt> statements = new ArrayList<>();
        Map<Var, Integer> lastReaders = new HashMap<>();
        for (int i = 0; i < groups.size(); i++) {
            for (Var read : Uses.of(groups.get(i)).free()) {
                lastReaders.put(read, i);
            }
        }
        end.free().forEach(v -> lastReaders.put(v, groups.size()));
        for (int i = 0; i < groups.size(); i++) {
            int number = i;
            statements.addAll(part(groups.get(i), v -> lastReaders.getOrDefault(v, 0) > number, workspace));
        }
        end.free().stream().filter(workspace::holds).forEach(v -> statements.add(workspace.restore(v)));
        statements.addAll(rest);
        allocations.addAll(workspace.allocation());
        return new Block(statements, block.yields());
    }

    /** Groups of about the size of a part; a group is estimated anew only when it can have become too large since. */
    private List<List<Stmt>> groups(List<Stmt> statements) {
        List<List<Stmt>> groups = new ArrayList<>();
        List<Stmt> group = new ArrayList<>();
        int atMost = 0;
        for (Stmt statement : statements) {
            boolean opens = statement instanceof Stmt.Comment;
            group.add(statement);
            atMost += SizeEstimate.atMost(statement);
            if (!opens && atMost > part) {
                atMost = SizeEstimate.of(new Block(group, List.of()));
                if (atMost > part) {
                    groups.add(group);
                    group = new ArrayList<>();
                    atMost = 0;
                }
            }
        }
        boolean says = group.stream().anyMatch(s -> !(s instanceof Stmt.Comment));
        if (says) {
            groups.add(group);
        }
        return groups;
    }

    /** Makes a method of the statements, and gives what calls it. */
    private List<Stmt> part(List<Stmt> group, Predicate<Var> readLater, Workspace workspace) {
        List<Var> outputs = bound(group).stream().filter(readLater).toList();
        List<Stmt> call = new ArrayList<>();
        Set<Var> inputs = new LinkedHashSet<>(Uses.of(group).free());
        overflow(inputs, workspace).forEach(v -> {
            workspace.add(v);
            call.add(workspace.save(v));
        });
        Set<Var> restored = new LinkedHashSet<>();
        inputs.stream().filter(workspace::holds).forEach(restored::add);
        inputs.removeAll(restored);
        outputs.forEach(workspace::add);
        restored.forEach(v -> inputs.add(workspace.array(v)));
        outputs.forEach(v -> inputs.add(workspace.array(v)));
        Function made = function(group, inputs, restored, outputs, workspace);
        parts.add(made);
        call.add(new Stmt.Do(new Expr.Call(made.key(), List.copyOf(inputs), null)));
        return call;
    }

    private static List<Var> bound(List<Stmt> group) {
        List<Var> bound = new ArrayList<>();
        group.forEach(s -> bound.addAll(Parts.of(s).bound()));
        return bound;
    }

    /** What is too much for a method's parameters, of which Java allows 255 slots. */
    private static List<Var> overflow(Set<Var> inputs, Workspace workspace) {
        List<Var> overflow = new ArrayList<>();
        int slots = 0;
        for (Var input : inputs) {
            if (!workspace.holds(input)) {
                slots += input.type() == Primitive.DOUBLE || input.type() == Primitive.LONG ? 2 : 1;
                if (slots > PARAMETER_SLOTS && !(input.type() instanceof OpaqueType)) {
                    overflow.add(input);
                }
            }
        }
        return overflow;
    }

    private Function function(
            List<Stmt> group, Set<Var> inputs, Set<Var> restored, List<Var> outputs, Workspace workspace) {
        List<Stmt> statements = new ArrayList<>();
        restored.forEach(v -> statements.add(workspace.restore(v)));
        statements.addAll(group);
        outputs.forEach(v -> statements.add(workspace.save(v)));
        Map<Var, Var> own = new HashMap<>();
        List<Var> parameters = parameters(inputs, own);
        Body body = new Body(own);
        String name = name();
        Function.Key key = new Function.Key(function.key().id() + "#" + name, name);
        return new Function(key, parameters, body.block(new Block(statements, List.of())), null);
    }

    /** Parameters keep their names, which therefore have to differ. */
    private static List<Var> parameters(Set<Var> inputs, Map<Var, Var> own) {
        Names names = new Names(Set.of());
        List<Var> parameters = new ArrayList<>();
        for (Var input : inputs) {
            Var parameter = new Var(names.declare(input.name()), input.type());
            own.put(input, parameter);
            parameters.add(parameter);
        }
        return parameters;
    }

    private String name() {
        int number = parts.size() + 1;
        while (!taken.add(function.key().name() + "Part" + number)) {
            number++;
        }
        return function.key().name() + "Part" + number;
    }

    /** The statements of a part with the variables from outside replaced by the part's own parameters. */
    private static final class Body extends Rewriter {
        Body(Map<Var, ? extends Operand> own) {
            own.forEach(this::replace);
        }
    }
}
