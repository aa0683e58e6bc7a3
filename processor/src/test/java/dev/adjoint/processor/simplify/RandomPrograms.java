package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Program;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Makes programs at random: arithmetic with repeated and cancelling parts, arrays that may be the same, branches, loops
 * with carried values, exceptions, calls. All indices are within the arrays, which have {@link #LENGTH} elements.
 */
final class RandomPrograms {
    static final int LENGTH = 4;
    static final ArrayType ARRAY = new ArrayType(Primitive.DOUBLE);
    static final ArrayType MATRIX = new ArrayType(ARRAY);

    private static final List<Double> NUMBERS = List.of(0.0, 1.0, -1.0, 2.0, 0.5, 3.0, -0.0);

    private final Random random;
    private final Program program = new Program();
    private List<Operand> scope = new ArrayList<>();
    private BlockBuilder out = new BlockBuilder();

    RandomPrograms(long seed) {
        this.random = new Random(seed);
    }

    /** A program whose last function is the one to run: f(double, double, int, double[], double[], double[][]). */
    Program program() {
        program.put(function("g", 5, 1));
        program.put(function("f", 12, 3));
        return program;
    }

    private Function function(String name, int statements, int depth) {
        out = new BlockBuilder();
        scope = new ArrayList<>();
        List<Var> parameters = List.of(
                new Var("x", Primitive.DOUBLE),
                new Var("y", Primitive.DOUBLE),
                new Var("n", Primitive.INT),
                new Var("a", ARRAY),
                new Var("b", ARRAY),
                new Var("m", MATRIX));
        scope.addAll(parameters);
        statements(statements, depth);
        Operand sum = any(Primitive.DOUBLE);
        for (Operand operand : List.copyOf(scope)) {
            if (operand.type() == Primitive.DOUBLE) {
                sum = out.infix("sum", "+", sum, operand);
            }
        }
        Function.Key key = new Function.Key(name, name);
        return new Function(key, parameters, out.build(List.of(sum)), Primitive.DOUBLE);
    }

    private void statements(int count, int depth) {
        for (int i = 0; i < count; i++) {
            statement(depth);
        }
    }

    private void statement(int depth) {
        switch (random.nextInt(depth > 0 ? 22 : 14)) {
            case 0, 1, 2, 3 -> arithmetic();
            case 4 -> integer();
            case 5, 6 -> bind("l", new Expr.Load(any(ARRAY), index()));
            case 7 -> out.add(new Stmt.Store(any(ARRAY), index(), any(Primitive.DOUBLE)));
            case 8 -> out.add(new Stmt.Accumulate(any(ARRAY), index(), any(Primitive.DOUBLE)));
            case 9 -> array();
            case 10 -> row();
            case 11 -> condition();
            case 12 -> out.add(new Stmt.Comment("statement " + random.nextInt(9)));
            case 13 -> bulk();
            case 14, 15 -> branch(depth);
            case 16, 17 -> counted(depth);
            case 18 -> loop(depth);
            case 19 -> raise();
            case 20 -> guarded(depth);
            default -> call();
        }
    }

    private void bind(String name, Expr value) {
        scope.add(out.let(name, value));
    }

    private void arithmetic() {
        Operand a = any(Primitive.DOUBLE);
        Operand b = random.nextInt(4) == 0 ? a : any(Primitive.DOUBLE);
        switch (random.nextInt(8)) {
            case 0 -> bind("t", new Expr.Apply(Op.prefix("-", Primitive.DOUBLE), List.of(a)));
            case 1 -> bind("t", new Expr.Apply(Op.math("sin", Primitive.DOUBLE, 1), List.of(a)));
            case 2 -> bind("t", new Expr.Copy(a));
            case 3 -> bind("t", new Expr.Apply(Op.math("max", Primitive.DOUBLE, 2), List.of(a, b)));
            default -> bind("t", new Expr.Apply(Op.infix(pick("+", "-", "*", "/"), Primitive.DOUBLE), List.of(a, b)));
        }
    }

    private void integer() {
        Op op = Op.infix(pick("+", "-", "*", "/", "%"), Primitive.INT);
        bind("i", new Expr.Apply(op, List.of(any(Primitive.INT), any(Primitive.INT))));
    }

    private void condition() {
        Op op = Op.compare(pick("<", "<=", "==", "!="), Primitive.DOUBLE);
        Var condition = out.apply("c", op, any(Primitive.DOUBLE), any(Primitive.DOUBLE));
        scope.add(random.nextBoolean() ? condition : out.apply("c", Op.prefix("!", Primitive.BOOLEAN), condition));
    }

    private void array() {
        switch (random.nextInt(4)) {
            case 0 -> bind("v", new Expr.NewArray(ARRAY, List.of(Literal.of(LENGTH))));
            case 1 -> bind("v", new Expr.Clone(any(ARRAY)));
            case 2 -> bind("v", new Expr.ArrayOf(ARRAY, times(LENGTH, () -> any(Primitive.DOUBLE))));
            default -> bind("v", new Expr.Copy(any(ARRAY)));
        }
    }

    private void row() {
        if (random.nextInt(3) == 0) {
            out.add(new Stmt.Store(any(MATRIX), index(), any(ARRAY)));
        } else {
            bind("row", new Expr.Load(any(MATRIX), index()));
        }
    }

    private void bulk() {
        if (random.nextBoolean()) {
            out.add(new Stmt.Fill(any(ARRAY), Literal.of(1), Literal.of(3), any(Primitive.DOUBLE)));
        } else {
            Literal one = Literal.of(1);
            out.add(new Stmt.CopyRange(any(ARRAY), one, any(ARRAY), Literal.of(0), one));
        }
    }

    private void branch(int depth) {
        List<Type> types = pickTypes();
        condition();
        Operand condition = any(Primitive.BOOLEAN);
        Block then = block(types, depth);
        Block otherwise = random.nextInt(3) == 0 ? block(types, 0) : block(types, depth);
        List<Var> results = variables("r", types);
        out.add(new Stmt.If(condition, then, otherwise, results));
        scope.addAll(results);
    }

    private void counted(int depth) {
        List<Type> types = pickTypes();
        Var counter = new Var("k", Primitive.INT);
        List<Var> parameters = variables("p", types);
        List<Operand> initial = new ArrayList<>();
        types.forEach(t -> initial.add(any(t)));
        Literal bound = Literal.of(random.nextInt(LENGTH));
        Block body = block(types, depth, counter, parameters);
        List<Var> results = variables("r", types);
        Stmt.Carried carried = new Stmt.Carried(parameters, initial, results);
        out.add(new Stmt.For(counter, Literal.of(0), Stmt.Relation.LT, bound, 1, carried, body));
        scope.addAll(results);
    }

    private Block block(List<Type> types, int depth, Var counter, List<Var> parameters) {
        List<Operand> outer = List.copyOf(scope);
        scope.add(counter);
        scope.addAll(parameters);
        Block body = block(types, depth);
        scope = new ArrayList<>(outer);
        return body;
    }

    /** Runs while a counter of its own is small and something else holds. */
    private void loop(int depth) {
        List<Type> types = new ArrayList<>(pickTypes());
        Var count = new Var("count", Primitive.INT);
        List<Var> parameters = new ArrayList<>(variables("p", types));
        List<Operand> initial = new ArrayList<>();
        types.forEach(t -> initial.add(any(t)));
        BlockBuilder test = new BlockBuilder();
        Var small = test.compare("small", "<", count, Literal.of(3));
        Block condition = test.build(List.of(small));
        Block rest = block(types, depth, count, parameters);
        BlockBuilder body = new BlockBuilder();
        body.addAll(rest.statements());
        Var next = body.infix("count", "+", count, Literal.of(1));
        List<Operand> yields = new ArrayList<>(rest.yields());
        yields.add(next);
        parameters.add(count);
        initial.add(Literal.of(0));
        types.add(Primitive.INT);
        List<Var> results = variables("r", types);
        out.add(new Stmt.While(new Stmt.Carried(parameters, initial, results), condition, body.build(yields)));
        scope.addAll(results);
    }

    private void raise() {
        BlockBuilder arm = new BlockBuilder();
        Type type = new dev.adjoint.processor.ir.OpaqueType("java.lang.IllegalStateException");
        Expr exception = new Expr.Foreign(
                List.of("new java.lang.IllegalStateException()"), List.of(), type, Expr.Foreign.Effect.READS);
        arm.add(new Stmt.Throw(arm.let("e", exception)));
        out.add(new Stmt.If(any(Primitive.BOOLEAN), arm.build(), Block.EMPTY, List.of()));
    }

    private void guarded(int depth) {
        List<Type> types = pickTypes();
        Block body = block(types, depth);
        Var exception = new Var("e", new dev.adjoint.processor.ir.OpaqueType("java.lang.RuntimeException"));
        Stmt.Handler handler = new Stmt.Handler("java.lang.RuntimeException", exception, block(types, 0));
        List<Var> results = variables("r", types);
        out.add(new Stmt.Try(body, List.of(handler), null, results));
        scope.addAll(results);
    }

    private void call() {
        Function.Key g = new Function.Key("g", "g");
        if (program.contains(g)) {
            List<Operand> args = List.of(
                    any(Primitive.DOUBLE),
                    any(Primitive.DOUBLE),
                    any(Primitive.INT),
                    any(ARRAY),
                    any(ARRAY),
                    any(MATRIX));
            bind("called", new Expr.Call(g, args, Primitive.DOUBLE));
        }
    }

    private Block block(List<Type> types, int depth) {
        BlockBuilder outer = out;
        List<Operand> visible = scope;
        out = new BlockBuilder();
        scope = new ArrayList<>(visible);
        statements(1 + random.nextInt(4), depth - 1);
        List<Operand> yields = new ArrayList<>();
        types.forEach(t -> yields.add(any(t)));
        Block block = out.build(yields);
        out = outer;
        scope = visible;
        return block;
    }

    private List<Type> pickTypes() {
        return times(random.nextInt(3), () -> random.nextInt(4) == 0 ? ARRAY : Primitive.DOUBLE);
    }

    private static List<Var> variables(String name, List<Type> types) {
        List<Var> all = new ArrayList<>();
        types.forEach(t -> all.add(new Var(name, t)));
        return all;
    }

    private <T> List<T> times(int count, Supplier<T> make) {
        List<T> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(make.get());
        }
        return all;
    }

    private String pick(String... symbols) {
        return symbols[random.nextInt(symbols.length)];
    }

    /** A literal within the arrays, or a counter, which stays below their length. */
    private Operand index() {
        List<Operand> counters = scope.stream()
                .filter(o ->
                        o instanceof Var v && (v.name().equals("k") || v.name().equals("count")))
                .toList();
        boolean counter = !counters.isEmpty() && random.nextBoolean();
        return counter ? counters.get(random.nextInt(counters.size())) : Literal.of(random.nextInt(LENGTH));
    }

    /** Something of that type that is at hand, the latest preferred. */
    private Operand any(Type type) {
        List<Operand> all = scope.stream().filter(o -> o.type().equals(type)).toList();
        if (all.isEmpty() || (type instanceof Primitive && random.nextInt(5) == 0)) {
            return literal(type);
        }
        int n = all.size();
        return all.get(random.nextBoolean() ? n - 1 - random.nextInt(Math.min(3, n)) : random.nextInt(n));
    }

    private Operand literal(Type type) {
        if (type == Primitive.BOOLEAN) {
            return Literal.of(random.nextBoolean());
        }
        return type == Primitive.INT
                ? Literal.of(random.nextInt(4))
                : Literal.of((double) NUMBERS.get(random.nextInt(NUMBERS.size())));
    }
}
