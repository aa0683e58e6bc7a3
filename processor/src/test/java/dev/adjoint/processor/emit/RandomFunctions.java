package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.OpaqueType;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Program;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Random well-formed functions of two doubles, an int and two double arrays. Names come from a small set, values are used
 * in any order, loops carry and permute, arms throw: whatever could make one Java variable out of two that differ.
 */
final class RandomFunctions {
    static final ArrayType DOUBLES = new ArrayType(Primitive.DOUBLE);
    static final int LENGTH = 4;
    private static final Type EXCEPTION = new OpaqueType("java.lang.IllegalStateException");
    private static final List<String> NAMES = List.of("s", "u", "x", "t", "t", "t1", "t2", "i", "y", "double");
    private static final List<Type> TYPES = List.of(Primitive.DOUBLE, Primitive.INT, Primitive.BOOLEAN);

    private final Random random;
    private final Program program;
    private final List<Var> visible = new ArrayList<>();
    private BlockBuilder out = new BlockBuilder();
    private int size;
    private int loops;

    private RandomFunctions(long seed, Program program) {
        random = new Random(seed);
        this.program = program;
    }

    /** A function of its own name, which may call the functions that the program has already. */
    static Function next(long seed, int size, Program program) {
        RandomFunctions generator = new RandomFunctions(seed, program);
        generator.size = size;
        return generator.function("f" + seed);
    }

    private Function function(String name) {
        List<Var> parameters = List.of(
                new Var("x", Primitive.DOUBLE),
                new Var("y", Primitive.DOUBLE),
                new Var("n", Primitive.INT),
                new Var("a", DOUBLES),
                new Var("b", DOUBLES));
        visible.addAll(parameters);
        statements(3 + random.nextInt(5), 0);
        Operand result = operand(Primitive.DOUBLE);
        if (random.nextInt(3) == 0) {
            result = branch(0, List.of(Primitive.DOUBLE)).get(0);
        }
        return new Function(new Function.Key(name, name), parameters, out.build(List.of(result)), Primitive.DOUBLE);
    }

    private void statements(int count, int depth) {
        for (int i = 0; i < count; i++) {
            statement(depth);
        }
    }

    private void statement(int depth) {
        size--;
        int kind = random.nextInt(size > 0 && depth < 4 ? 26 : 14);
        switch (kind) {
            case 0, 1, 2, 3, 4 -> arithmetic();
            case 5, 6 -> let(new Expr.Load(array(), index()));
            case 7 -> out.add(new Stmt.Store(array(), index(), operand(Primitive.DOUBLE)));
            case 8 -> out.add(new Stmt.Accumulate(array(), index(), operand(Primitive.DOUBLE)));
            case 9 -> comparison();
            case 10 -> conversion();
            case 11 -> call();
            case 12 -> out.add(new Stmt.Comment("step " + size + " \\" + "u000a"));
            case 13 -> update();
            case 14, 15, 16, 17, 18 -> branch(depth, types());
            case 19, 20, 21 -> counted(depth);
            case 22, 23 -> loop(depth);
            case 24 -> choose(depth);
            default -> guarded(depth);
        }
    }

    private String name() {
        return NAMES.get(random.nextInt(NAMES.size()));
    }

    private Var let(Expr value) {
        Var target = out.let(name(), value);
        visible.add(target);
        return target;
    }

    private Var apply(Op op, Operand... args) {
        return let(new Expr.Apply(op, List.of(args)));
    }

    private void arithmetic() {
        switch (random.nextInt(9)) {
            case 0, 1 -> apply(Op.infix("+", Primitive.DOUBLE), operand(Primitive.DOUBLE), operand(Primitive.DOUBLE));
            case 2 -> apply(Op.infix("*", Primitive.DOUBLE), operand(Primitive.DOUBLE), operand(Primitive.DOUBLE));
            case 3 -> apply(Op.infix("-", Primitive.DOUBLE), operand(Primitive.DOUBLE), operand(Primitive.DOUBLE));
            case 4 -> apply(Op.prefix("-", Primitive.DOUBLE), operand(Primitive.DOUBLE));
            case 5 -> apply(Op.math("max", Primitive.DOUBLE, 2), operand(Primitive.DOUBLE), operand(Primitive.DOUBLE));
            case 6 ->
                apply(
                        Op.infix(any("+", "-", "*", "&", "%", "/"), Primitive.INT),
                        operand(Primitive.INT),
                        operand(Primitive.INT));
            case 7 ->
                apply(
                        Op.shift(any("<<", ">>"), Primitive.INT, Primitive.INT),
                        operand(Primitive.INT),
                        operand(Primitive.INT));
            default -> apply(Op.math("abs", Primitive.DOUBLE, 1), operand(Primitive.DOUBLE));
        }
    }

    /** An element that is read and written at once, as {@code a[i] *= x} is lowered. */
    private void update() {
        Operand array = array();
        Operand index = index();
        Var old = out.let("t", new Expr.Load(array, index));
        Operand other = operand(Primitive.DOUBLE);
        boolean swapped = random.nextBoolean();
        Var next = out.infix("t", any("+", "*", "-"), swapped ? other : old, swapped ? old : other);
        out.add(new Stmt.Store(array, index, next));
    }

    private void comparison() {
        if (random.nextInt(3) == 0) {
            apply(Op.prefix("!", Primitive.BOOLEAN), operand(Primitive.BOOLEAN));
            return;
        }
        Primitive type = random.nextBoolean() ? Primitive.DOUBLE : Primitive.INT;
        apply(Op.compare(any("<", "<=", ">", "==", "!="), type), operand(type), operand(type));
    }

    private void conversion() {
        if (random.nextBoolean()) {
            apply(Op.cast(Primitive.INT, Primitive.DOUBLE), operand(Primitive.INT));
        } else if (random.nextBoolean()) {
            apply(Op.cast(Primitive.DOUBLE, Primitive.INT), operand(Primitive.DOUBLE));
        } else {
            let(new Expr.Copy(operand(Primitive.DOUBLE)));
        }
    }

    private void call() {
        List<Function> all = new ArrayList<>();
        program.all().forEach(all::add);
        if (all.isEmpty() || loops > 1) {
            let(new Expr.Length(array()));
            return;
        }
        Function callee = all.get(random.nextInt(all.size()));
        List<Operand> args =
                List.of(operand(Primitive.DOUBLE), operand(Primitive.DOUBLE), operand(Primitive.INT), array(), array());
        let(new Expr.Call(callee.key(), args, Primitive.DOUBLE));
    }

    private String any(String... symbols) {
        return symbols[random.nextInt(symbols.length)];
    }

    private Operand array() {
        return operand(DOUBLES);
    }

    /** Mostly within the array. */
    private Operand index() {
        if (random.nextInt(12) == 0) {
            return operand(Primitive.INT);
        }
        if (random.nextInt(3) > 0) {
            return Literal.of(random.nextInt(LENGTH));
        }
        return out.infix(name(), "&", operand(Primitive.INT), Literal.of(LENGTH - 1));
    }

    /** A visible variable of the type, more likely a late one; now and then a literal. */
    private Operand operand(Type type) {
        List<Var> fitting = visible.stream().filter(v -> v.type().equals(type)).toList();
        if (fitting.isEmpty() || (!type.isArray() && random.nextInt(7) == 0)) {
            return literal(type);
        }
        int back = Math.min(random.nextInt(fitting.size()), random.nextInt(fitting.size()));
        return fitting.get(fitting.size() - 1 - back);
    }

    private Literal literal(Type type) {
        if (type == Primitive.INT) {
            return Literal.of(random.nextInt(8) - 3);
        }
        return type == Primitive.BOOLEAN
                ? Literal.of(random.nextBoolean())
                : Literal.of(List.of(0.0, 1.0, -2.0, 0.5, -0.0, 3.0, 1e-4).get(random.nextInt(7)));
    }

    private List<Type> types() {
        List<Type> types = new ArrayList<>();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            types.add(random.nextInt(6) == 0 ? DOUBLES : TYPES.get(Math.max(0, random.nextInt(5) - 2)));
        }
        return types;
    }

    private List<Var> variables(List<Type> types) {
        List<Var> variables = new ArrayList<>();
        types.forEach(t -> variables.add(new Var(name(), t)));
        return variables;
    }

    private List<Operand> operands(List<Type> types) {
        List<Operand> operands = new ArrayList<>();
        types.forEach(t -> operands.add(operand(t)));
        return operands;
    }

    /** A block of its own scope, which yields values of the types. */
    private Block block(int depth, List<Var> inner, List<Type> yields, boolean mayThrow) {
        BlockBuilder outer = out;
        out = new BlockBuilder();
        int before = visible.size();
        visible.addAll(inner);
        statements(random.nextInt(4), depth + 1);
        boolean throwing = mayThrow && random.nextInt(10) == 0;
        if (throwing) {
            String text = "new java.lang.IllegalStateException(\"e" + random.nextInt(3) + "\")";
            out.add(new Stmt.Throw(
                    out.let(name(), new Expr.Foreign(List.of(text), List.of(), EXCEPTION, Expr.Foreign.Effect.READS))));
        }
        Block block = out.build(operands(yields));
        visible.subList(before, visible.size()).clear();
        out = outer;
        return block;
    }

    private List<Var> branch(int depth, List<Type> types) {
        Operand condition = operand(Primitive.BOOLEAN);
        List<Var> results = variables(types);
        Block then = block(depth, List.of(), types, true);
        Block otherwise = block(depth, List.of(), types, true);
        out.add(new Stmt.If(condition, then, otherwise, results));
        visible.addAll(results);
        return results;
    }

    private void counted(int depth) {
        boolean up = random.nextInt(3) > 0;
        int step = (up ? 1 : -1) * (1 + random.nextInt(2));
        Var counter = new Var(any("i", "j", "x"), Primitive.INT);
        Operand near = out.infix(name(), "&", operand(Primitive.INT), Literal.of(3));
        Stmt.Relation relation = up
                ? (random.nextBoolean() ? Stmt.Relation.LT : Stmt.Relation.LE)
                : (random.nextBoolean() ? Stmt.Relation.GT : Stmt.Relation.GE);
        Operand from = up ? Literal.of(0) : near;
        Operand bound = up ? near : Literal.of(0);
        loops++;
        Stmt.Carried carried = carried(types());
        List<Var> inner = new ArrayList<>(carried.parameters());
        inner.add(counter);
        Block body = block(depth, inner, typesOf(carried.parameters()), false);
        loops--;
        out.add(new Stmt.For(counter, from, relation, bound, step, carried, body));
        visible.addAll(carried.results());
    }

    private static List<Type> typesOf(List<Var> variables) {
        return variables.stream().map(Var::type).toList();
    }

    private Stmt.Carried carried(List<Type> types) {
        return new Stmt.Carried(variables(types), operands(types), variables(types));
    }

    /** A loop that stops because it counts down a carried variable, and perhaps for another reason. */
    private void loop(int depth) {
        List<Type> types = new ArrayList<>(types());
        types.add(0, Primitive.INT);
        loops++;
        List<Operand> initial = operands(types);
        initial.set(0, Literal.of(random.nextInt(4)));
        Stmt.Carried carried = new Stmt.Carried(variables(types), initial, variables(types));
        Block condition = condition(carried.parameters());
        Block body = block(depth, carried.parameters(), types, true);
        BlockBuilder counting = new BlockBuilder();
        counting.addAll(body.statements());
        List<Operand> next = new ArrayList<>(body.yields());
        if (!body.throwsAlways()) {
            next.set(0, counting.infix(name(), "-", carried.parameters().get(0), Literal.of(1)));
        }
        loops--;
        out.add(new Stmt.While(carried, condition, counting.build(next)));
        visible.addAll(carried.results());
    }

    private Block condition(List<Var> parameters) {
        BlockBuilder outer = out;
        out = new BlockBuilder();
        int before = visible.size();
        visible.addAll(parameters);
        Var more = out.compare(name(), ">", parameters.get(0), Literal.of(0));
        Operand goesOn = more;
        if (random.nextBoolean()) {
            Var both = new Var(name(), Primitive.BOOLEAN);
            loops += 2;
            Block right = block(9, List.of(), List.of(Primitive.BOOLEAN), false);
            loops -= 2;
            Block pure = new Block(
                    right.statements().stream().filter(s -> !writes(s)).toList(), right.yields());
            out.add(new Stmt.If(more, pure, new Block(List.of(), List.of(Literal.of(false))), List.of(both)));
            goesOn = both;
        }
        Block block = out.build(List.of(goesOn));
        visible.subList(before, visible.size()).clear();
        out = outer;
        return block;
    }

    private static boolean writes(Stmt statement) {
        return statement instanceof Stmt.Store || statement instanceof Stmt.Accumulate;
    }

    private void choose(int depth) {
        List<Type> types = types();
        Operand selector = operand(Primitive.INT);
        List<Stmt.Case> cases = List.of(
                new Stmt.Case(List.of("0", "2"), block(depth, List.of(), types, true)),
                new Stmt.Case(List.of("1"), block(depth, List.of(), types, true)));
        Block otherwise = block(depth, List.of(), types, true);
        List<Var> results = variables(types);
        out.add(new Stmt.Switch(selector, cases, otherwise, results));
        visible.addAll(results);
    }

    private void guarded(int depth) {
        List<Type> types = types();
        Block body = block(depth, List.of(), types, true);
        Stmt.Handler handler = new Stmt.Handler(
                "java.lang.IllegalStateException | java.lang.ArrayIndexOutOfBoundsException",
                new Var(any("e", "t", "x"), EXCEPTION),
                block(depth, List.of(), types, true));
        Block last = random.nextInt(3) == 0 ? block(depth, List.of(), List.of(), false) : null;
        List<Var> results = variables(types);
        out.add(new Stmt.Try(body, List.of(handler), last, results));
        visible.addAll(results);
    }
}
