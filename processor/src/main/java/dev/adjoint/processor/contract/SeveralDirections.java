package dev.adjoint.processor.contract;

import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Parts;
import dev.adjoint.processor.ir.Renamer;
import dev.adjoint.processor.ir.Rewriter;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Uses;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Forward mode in several directions at once: what the method itself computes stays, and all that belongs to its tangent is
 * there once for each direction.
 */
final class SeveralDirections extends Rewriter {
    /** Statements of a product in one direction that can be there four times: HotSpot does not compile long methods. */
    private static final int SHORT = 250;

    /** Statements that can be there twice. */
    private static final int LONG = 800;

    private final Set<Var> tangent;
    private final List<Renamer> directions = new ArrayList<>();
    private boolean apart = true;

    private SeveralDirections(Set<Var> tangent, int count) {
        this.tangent = tangent;
        for (int d = 0; d < count; d++) {
            directions.add(new Renamer());
        }
    }

    /**
     * The product with a Jacobian in several directions, which gives its results in an array.
     *
     * @param jvp the product in one direction
     * @param own how many parameters the method itself has
     * @param owner the class that it will be a method of
     * @return null if the method's own values and the tangent are not computed apart
     */
    static @Nullable Made of(Made jvp, int own, String owner, String name, int count) {
        if (!isFit(jvp.function().body())) {
            return null;
        }
        SeveralDirections several = new SeveralDirections(jvp.derivative(), count);
        Function function = several.function(jvp.function(), own, owner, name);
        Set<Var> read = Uses.of(function.body()).read();
        if (!several.apart || !Collections.disjoint(read, jvp.derivative())) {
            return null;
        }
        Set<Var> derivative = new HashSet<>(
                function.parameters().subList(own, function.parameters().size()));
        derivative.addAll(Uses.of(function.body()).bound());
        derivative.removeAll(Uses.of(jvp.function().body()).bound());
        return new Made(function, derivative, jvp.checked());
    }

    /** How many directions are taken at once, for a product in one direction in its last form. */
    static int count(Function jvp) {
        int size = size(jvp.body());
        return size <= SHORT ? 4 : size <= LONG ? 2 : 1;
    }

    private static int size(Block block) {
        int size = 0;
        for (Stmt statement : block.statements()) {
            size += 1
                    + Parts.of(statement).blocks().stream()
                            .mapToInt(SeveralDirections::size)
                            .sum();
        }
        return size;
    }

    /** A function that is called, or whose derivative is given, computes its value and the tangent of that together. */
    private static boolean isFit(Block block) {
        for (Stmt statement : block.statements()) {
            Expr value = statement instanceof Stmt.Let let
                    ? let.value()
                    : statement instanceof Stmt.Do evaluation ? evaluation.value() : null;
            if (value instanceof Expr.Call || value instanceof Expr.GivenCall || statement instanceof Stmt.Try) {
                return false;
            }
            if (!Parts.of(statement).blocks().stream().allMatch(SeveralDirections::isFit)) {
                return false;
            }
        }
        return true;
    }

    private Function function(Function jvp, int own, String owner, String name) {
        List<Var> parameters = new ArrayList<>(jvp.parameters().subList(0, own));
        List<Var> dots = jvp.parameters().subList(own, jvp.parameters().size());
        Set<String> names = new HashSet<>();
        parameters.forEach(p -> names.add(p.name()));
        for (int d = 0; d < directions.size(); d++) {
            for (Var dot : dots) {
                parameters.add(parameter(directions.get(d), dot, d + 1, names));
            }
        }
        Block body = block(jvp.body());
        ArrayType type = new ArrayType(Objects.requireNonNull(jvp.result()));
        BlockBuilder out = new BlockBuilder();
        out.addAll(body.statements());
        Var all = out.let("columns", new Expr.ArrayOf(type, each(jvp.body().yields())));
        return new Function(Function.Key.of(owner, name, parameters), parameters, out.build(List.of(all)), type);
    }

    private static Var parameter(Renamer direction, Var dot, int number, Set<String> names) {
        String name = dot.name() + number;
        while (!names.add(name)) {
            name = name + "_";
        }
        Var named = new Var(name, dot.type());
        direction.replace(dot, named);
        return named;
    }

    private static Var copy(Renamer direction, Var variable) {
        Var fresh = variable.fresh();
        direction.replace(variable, fresh);
        return fresh;
    }

    /** What stands for the value: one operand, or one for each direction. */
    private List<Operand> each(Operand value) {
        return value instanceof Var variable && tangent.contains(variable)
                ? directions.stream().map(d -> d.operand(value)).toList()
                : List.of(value);
    }

    private List<Operand> each(List<? extends Operand> values) {
        return values.stream().flatMap(v -> each(v).stream()).toList();
    }

    /** What is handed to receivers: to that of a tangent one operand for each direction. */
    private List<Operand> handed(List<? extends Operand> values, List<Var> receivers) {
        List<Operand> all = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Operand value = values.get(i);
            if (tangent.contains(receivers.get(i))) {
                directions.forEach(d -> all.add(d.operand(value)));
            } else {
                all.add(value);
            }
        }
        return all;
    }

    private List<Var> bind(List<Var> variables) {
        List<Var> all = new ArrayList<>();
        for (Var variable : variables) {
            if (tangent.contains(variable)) {
                directions.forEach(d -> all.add(copy(d, variable)));
            } else {
                all.add(variable);
            }
        }
        return all;
    }

    private Block block(Block block, List<Var> receivers) {
        Block inner = block(new Block(block.statements(), List.of()));
        return new Block(inner.statements(), handed(block.yields(), receivers));
    }

    /** Appends the statement once, or once for each direction. */
    private Void append(Stmt statement, boolean ofTangent) {
        if (ofTangent) {
            apart &= tangent.containsAll(Uses.of(statement).bound());
            Block single = new Block(List.of(statement), List.of());
            directions.forEach(d -> out().addAll(d.block(single).statements()));
        } else {
            out().add(statement);
        }
        return null;
    }

    private boolean isTangent(Operand operand) {
        return operand instanceof Var variable && tangent.contains(variable);
    }

    @Override
    public Void let(Stmt.Let s) {
        return append(s, isTangent(s.target()));
    }

    @Override
    public Void perform(Stmt.Do s) {
        return append(s, s.value().operands().stream().anyMatch(this::isTangent));
    }

    @Override
    public Void store(Stmt.Store s) {
        return append(s, isTangent(s.array()));
    }

    @Override
    public Void accumulate(Stmt.Accumulate s) {
        return append(s, isTangent(s.array()));
    }

    @Override
    public Void fill(Stmt.Fill s) {
        return append(s, isTangent(s.array()));
    }

    @Override
    public Void copyRange(Stmt.CopyRange s) {
        return append(s, isTangent(s.target()));
    }

    @Override
    public Void ifElse(Stmt.If s) {
        if (isTangent(s.condition())) {
            return append(s, true);
        }
        Block then = block(s.then(), s.results());
        Block otherwise = block(s.otherwise(), s.results());
        out().add(new Stmt.If(s.condition(), then, otherwise, bind(s.results())));
        return null;
    }

    @Override
    public Void choose(Stmt.Switch s) {
        List<Stmt.Case> cases = s.cases().stream()
                .map(c -> new Stmt.Case(c.labels(), block(c.body(), s.results())))
                .toList();
        Block otherwise = block(s.otherwise(), s.results());
        out().add(new Stmt.Switch(s.selector(), cases, otherwise, bind(s.results())));
        return null;
    }

    @Override
    public Void counted(Stmt.For s) {
        if (isTangent(s.counter())) {
            return append(s, true);
        }
        Stmt.Carried carried = s.carried();
        List<Operand> initial = handed(carried.initial(), carried.parameters());
        List<Var> parameters = bind(carried.parameters());
        Block body = block(s.body(), carried.parameters());
        out().add(s.with(new Stmt.Carried(parameters, initial, bind(carried.results())), body));
        return null;
    }

    @Override
    public Void loop(Stmt.While s) {
        Stmt.Carried carried = s.carried();
        List<Operand> initial = handed(carried.initial(), carried.parameters());
        List<Var> parameters = bind(carried.parameters());
        Block body = block(s.body(), carried.parameters());
        out().add(new Stmt.While(new Stmt.Carried(parameters, initial, bind(carried.results())), s.condition(), body));
        return null;
    }
}
