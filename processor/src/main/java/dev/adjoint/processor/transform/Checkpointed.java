package dev.adjoint.processor.transform;

import dev.adjoint.processor.analysis.LoopState;
import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Renamer;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Stmt.Carried;
import dev.adjoint.processor.ir.Stmt.Relation;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A counted loop under binomial checkpointing. The forward sweep records nothing; it stores the state before some steps, and
 * the reverse sweep goes back to the latest stored state before each step to be reversed and runs the loop on from there.
 * Which states are stored is decided by {@code dev.adjoint.Revolve}. The last step, which the forward sweep runs for its
 * result, is reversed first: the state before it is stored as well, beside those that may be stored.
 */
final class Checkpointed {
    private static final Literal ZERO = Literal.of(0);
    private static final Literal ONE = Literal.of(1);

    private final Stmt.For loop;
    private final LoopState state;
    private final BlockBuilder before = new BlockBuilder();
    private final Operand count;
    private final Var steps;
    /** For each carried value, the array of its values in the stored states. */
    private final Map<Var, Var> values = new LinkedHashMap<>();
    /** For each array that the loop changes, the array of copies of it. */
    private final Map<Var, Var> copies = new LinkedHashMap<>();

    /** Copies of arrays that the loop reads and that are changed after it. */
    private final Map<Var, Var> inputs = new LinkedHashMap<>();

    /**
     * The loop at some point.
     *
     * @param step the step that it is before
     * @param top the index of the latest stored state, -1 if there is none
     * @param carried the carried values
     */
    record Point(Operand step, Operand top, List<? extends Operand> carried) {}

    Checkpointed(Stmt.For loop, LoopState state) {
        this.loop = loop;
        this.state = state;
        Operand signed = Counted.signedCount(before, loop, loop.from(), loop.bound());
        this.count = before.apply("n", Op.math("max", Primitive.INT, 2), signed, ZERO);
        int states = (int) Math.min(loop.checkpoints().slots() + 1L, Integer.MAX_VALUE);
        Operand room = before.apply("states", Op.math("min", Primitive.INT, 2), count, Literal.of(states));
        this.steps = storage("stepsStored", Primitive.INT, room);
        loop.carried().parameters().forEach(p -> values.put(p, storage(p.name() + "Stored", p.type(), room)));
        state.rewritten().forEach(p -> copies.put(p, storage(p.name() + "Copies", p.type(), room)));
        state.inPlace().forEach(a -> copies.put(a, storage(a.name() + "Copies", a.type(), room)));
        state.inputs().forEach(a -> inputs.put(a, Arrays.deepCopy(before, a.name() + "Before", a)));
    }

    private Var storage(String name, Type type, Operand room) {
        return before.let(name, new Expr.NewArray(new ArrayType(type), List.of(room)));
    }

    Stmt.For loop() {
        return loop;
    }

    LoopState state() {
        return state;
    }

    /** How many steps the loop has. */
    Operand count() {
        return count;
    }

    /** The arrays that the reverse sweep changes and that were there before the loop. */
    Set<Var> changed() {
        Set<Var> all = new LinkedHashSet<>(state.inPlace());
        all.addAll(state.inputs());
        List<Var> parameters = loop.carried().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            if (state.rewritten().contains(parameters.get(i))) {
                all.add((Var) loop.carried().initial().get(i));
            }
        }
        return all;
    }

    /** The forward sweep: all steps; binds the loop's results, and gives the index of the latest stored state. */
    Var forward(BlockBuilder out) {
        out.addAll(before.statements());
        Point first = new Point(ZERO, Literal.of(-1), loop.carried().initial());
        Operand last = out.infix("last", "-", count, ONE);
        Var top = new Var("top", Primitive.INT);
        run(
                out,
                first,
                count,
                last,
                UnaryOperator.identity(),
                top,
                loop.carried().results());
        return top;
    }

    /** Gives the arrays that the loop only reads their contents back. */
    void restoreInputs(BlockBuilder out, UnaryOperator<Operand> here) {
        inputs.forEach((array, copy) -> Arrays.overwrite(out, here.apply(array), here.apply(copy)));
    }

    /** Runs the loop on to just before a step, and stores states on the way; gives where it is then. */
    Point on(BlockBuilder out, Point from, Operand last, UnaryOperator<Operand> here) {
        Var top = new Var("top", Primitive.INT);
        List<Var> results = fresh(loop.carried().parameters());
        run(out, from, last, last, here, top, results);
        return new Point(last, top, results);
    }

    private void run(
            BlockBuilder out,
            Point from,
            Operand end,
            Operand last,
            UnaryOperator<Operand> here,
            Var top,
            List<Var> results) {
        Var at = new Var("step", Primitive.INT);
        Var stored = new Var("top", Primitive.INT);
        List<Var> parameters = new ArrayList<>(List.of(at, stored));
        List<Var> carried = fresh(loop.carried().parameters());
        parameters.addAll(carried);
        List<Operand> initial = new ArrayList<>(List.of(from.step(), from.top()));
        initial.addAll(from.carried());
        List<Var> all = new ArrayList<>(List.of(new Var("step", Primitive.INT), top));
        all.addAll(results);
        BlockBuilder test = new BlockBuilder();
        Var goOn = test.compare("t", "<", at, end);
        BlockBuilder body = new BlockBuilder();
        Point next = further(body, store(body, new Point(at, stored, carried), here), last, here);
        List<Operand> yields = new ArrayList<>(List.of(next.step(), next.top()));
        yields.addAll(next.carried());
        out.add(new Stmt.While(new Carried(parameters, initial, all), test.build(List.of(goOn)), body.build(yields)));
    }

    private static List<Var> fresh(List<Var> variables) {
        return variables.stream().map(Var::fresh).toList();
    }

    /** Stores the state as one more. */
    private Point store(BlockBuilder out, Point point, UnaryOperator<Operand> here) {
        Var top = out.infix("top", "+", point.top(), ONE);
        out.add(new Stmt.Store(here.apply(steps), top, point.step()));
        List<Var> parameters = loop.carried().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            Operand value = point.carried().get(i);
            out.add(new Stmt.Store(here.apply(values.get(parameters.get(i))), top, value));
            if (copies.containsKey(parameters.get(i))) {
                copy(out, parameters.get(i), value, top, here);
            }
        }
        state.inPlace().forEach(array -> copy(out, array, here.apply(array), top, here));
        return new Point(point.step(), top, point.carried());
    }

    private void copy(BlockBuilder out, Var which, Operand array, Operand top, UnaryOperator<Operand> here) {
        Var copy = Arrays.deepCopy(out, which.name() + "Copy", array);
        out.add(new Stmt.Store(here.apply(copies.get(which)), top, copy));
    }

    /** Takes the latest stored state back. */
    Point back(BlockBuilder out, Operand top, UnaryOperator<Operand> here) {
        Var step = out.let("step", new Expr.Load(here.apply(steps), top));
        List<Operand> carried = new ArrayList<>();
        for (Var parameter : loop.carried().parameters()) {
            Var value = out.let(parameter.name(), new Expr.Load(here.apply(values.get(parameter)), top));
            carried.add(value);
            if (copies.containsKey(parameter)) {
                putBack(out, parameter, value, top, here);
            }
        }
        state.inPlace().forEach(array -> putBack(out, array, here.apply(array), top, here));
        return new Point(step, out.infix("top", "-", top, ONE), carried);
    }

    private void putBack(BlockBuilder out, Var which, Operand array, Operand top, UnaryOperator<Operand> here) {
        Var copy = out.let(which.name() + "Copy", new Expr.Load(here.apply(copies.get(which)), top));
        Arrays.overwrite(out, array, copy);
    }

    /** Runs the steps up to where the next state is to be stored. */
    private Point further(BlockBuilder out, Point from, Operand last, UnaryOperator<Operand> here) {
        int most = Objects.requireNonNull(loop.checkpoints()).slots() - 1;
        Var free = out.infix("free", "-", Literal.of(most), from.top());
        Var next = out.let(
                "next",
                new Expr.Foreign(
                        List.of("dev.adjoint.Revolve.next(", ", ", ", ", ")"),
                        List.of(from.step(), last, free),
                        Primitive.INT,
                        Expr.Foreign.Effect.PURE));
        Var k = new Var("k", Primitive.INT);
        List<Var> parameters = fresh(loop.carried().parameters());
        List<Var> results = fresh(loop.carried().parameters());
        Carried carried = new Carried(parameters, List.copyOf(from.carried()), results);
        BlockBuilder body = new BlockBuilder();
        Block step = step(counter(body, k, here), parameters, here);
        body.addAll(step.statements());
        out.add(new Stmt.For(k, from.step(), Relation.LT, next, 1, carried, body.build(step.yields())));
        return new Point(next, from.top(), results);
    }

    /** The value of the loop's counter in a step. */
    Operand counter(BlockBuilder out, Operand step, UnaryOperator<Operand> here) {
        Operand distance =
                loop.step() == 1 ? step : out.infix(loop.counter().name(), "*", step, Literal.of(loop.step()));
        return loop.from().equals(ZERO)
                ? distance
                : out.infix(loop.counter().name(), "+", here.apply(loop.from()), distance);
    }

    /** A copy of the loop's body, which yields the next carried values. */
    Block step(Operand counter, List<? extends Operand> carried, UnaryOperator<Operand> here) {
        Renamer renamer = new Renamer();
        state.free().forEach(v -> renamer.replace(v, here.apply(v)));
        renamer.replace(loop.counter(), counter);
        List<Var> parameters = loop.carried().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            renamer.replace(parameters.get(i), carried.get(i));
        }
        return renamer.block(loop.body());
    }
}
