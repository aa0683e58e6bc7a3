package dev.adjoint.processor.normal;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Stmt.Carried;
import dev.adjoint.processor.ir.Stmt.Relation;
import dev.adjoint.processor.ir.Var;
import dev.adjoint.processor.source.Local;
import dev.adjoint.processor.source.Tree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Loops: counted where the trip count is known on entry, else general with the exits among the carried values. */
final class LoopLowering {
    private final MethodLowering method;
    private final ExpressionLowering expressions;

    LoopLowering(MethodLowering method, ExpressionLowering expressions) {
        this.method = method;
        this.expressions = expressions;
    }

    void lower(Tree.Loop s) {
        Tree.Loop loop = testFirst(s);
        Counting counting = Counting.of(loop);
        Stmt.Checkpoints checkpoints = method.checkpointing().of(s.label(), s.body(), s.position());
        if (counting != null) {
            counted(loop, counting, checkpoints);
        } else if (checkpoints != null) {
            throw new Uncountable(s.position());
        } else if (loop.testFirst() && !Scan.of(loop.condition()).hasEffects()) {
            general(loop);
        } else {
            testedInside(loop);
        }
    }

    /** {@code while (true) { if (c) break; ... }} tests first: it is {@code while (!c) { ... }}. */
    private static Tree.Loop testFirst(Tree.Loop s) {
        boolean endless =
                s.condition() == null || (s.condition() instanceof Tree.Constant c && Boolean.TRUE.equals(c.value()));
        if (!endless
                || !(s.body() instanceof Tree.Sequence body)
                || body.statements().isEmpty()
                || !(body.statements().get(0) instanceof Tree.If test)
                || test.otherwise() != null
                || !breaks(test.then(), s.label())
                || Scan.of(test.condition()).hasEffects()) {
            return s;
        }
        Op not = Op.prefix("!", Primitive.BOOLEAN);
        Tree.Expression goOn = new Tree.Operation(not, List.of(test.condition()));
        Tree.Sequence rest =
                new Tree.Sequence(body.statements().subList(1, body.statements().size()));
        return new Tree.Loop(s.initial(), goOn, s.update(), rest, true, s.label(), s.position());
    }

    private static boolean breaks(Tree.Statement s, @Nullable String label) {
        if (s instanceof Tree.Sequence block && block.statements().size() == 1) {
            return breaks(block.statements().get(0), label);
        }
        return s instanceof Tree.Break leave
                && (leave.label() == null || leave.label().equals(label));
    }

    void lower(Tree.ForEach s) {
        Frame frame = method.frame();
        Operand array = expressions.lower(s.array(), "a");
        Operand length = frame.out.let("n", new Expr.Length(array));
        Scan scan = Scan.of(s.body());
        Stmt.Checkpoints checkpoints = method.checkpointing().of(s.label(), s.body(), s.position());
        if (!scan.returns() && !new Leaving(s.label()).of(s.body())) {
            Var counter = new Var("i", Primitive.INT);
            counted(
                    counter,
                    Literal.of(0),
                    Relation.LT,
                    length,
                    1,
                    scan,
                    s.label(),
                    () -> {
                        element(s.local(), array, counter);
                        return List.of(s.body());
                    },
                    List.of(),
                    checkpoints);
            return;
        }
        if (checkpoints != null) {
            throw new Uncountable(s.position());
        }
        Local index = new Local("i", Primitive.INT);
        frame.set(index, Literal.of(0));
        Tree.Expression goOn = new Tree.Operation(
                Op.compare("<", Primitive.INT), List.of(new Tree.Name(index), new Tree.Name(bound(frame, length))));
        Op plus = Op.infix("+", Primitive.INT);
        Tree.Expression step = new Tree.Update(new Tree.Name(index), plus, new Tree.Constant(1, Primitive.INT), false);
        Local held = new Local("a", array.type());
        frame.set(held, array);
        Tree.Statement take = new Tree.Declare(
                s.local(),
                new Tree.Element(
                        new Tree.Name(held), new Tree.Name(index), array.type().element()),
                s.position().silent());
        Tree.Statement advance = new Tree.Evaluate(step, s.position().silent());
        Tree.Statement first = new Tree.Declare(
                index, new Tree.Constant(0, Primitive.INT), s.position().silent());
        general(new Tree.Loop(
                List.of(first),
                goOn,
                List.of(advance),
                new Tree.Sequence(List.of(take, s.body())),
                true,
                s.label(),
                s.position()));
    }

    private static Local bound(Frame frame, Operand length) {
        Local bound = new Local("n", Primitive.INT);
        frame.set(bound, length);
        return bound;
    }

    private void element(Local local, Operand array, Var counter) {
        Frame frame = method.frame();
        frame.set(local, frame.out.let(local.name(), new Expr.Load(array, counter)));
    }

    // -------------------------------------------------------------------------------------------- counted

    private void counted(Tree.Loop s, Counting counting, Stmt.@Nullable Checkpoints checkpoints) {
        Operand from = method.frame().value(counting.counter());
        Operand bound = expressions.lower(counting.bound(), "n");
        Var counter = new Var(counting.counter().name(), Primitive.INT);
        Scan scan = Scan.of(List.of(s.body(), new Tree.Sequence(counting.otherUpdates())));
        counted(
                counter,
                from,
                counting.relation(),
                bound,
                counting.step(),
                scan,
                s.label(),
                () -> {
                    method.frame().set(counting.counter(), counter);
                    return List.of(s.body());
                },
                counting.otherUpdates(),
                checkpoints);
        method.frame().values.remove(counting.counter());
    }

    private void counted(
            Var counter,
            Operand from,
            Relation relation,
            Operand bound,
            int step,
            Scan scan,
            @Nullable String label,
            java.util.function.Supplier<List<Tree.Statement>> body,
            List<Tree.Statement> updates,
            Stmt.@Nullable Checkpoints checkpoints) {
        Frame here = method.frame();
        Loop loop = new Loop(here, carried(here, scan, false));
        Frame inside = loop.enter(here);
        Block block = method.block(inside, () -> {
            Local leave = inside.openExit("left");
            List<Tree.Statement> statements = body.get();
            method.iteration(label, leave, statements);
            inside.closeExit(leave);
            method.unlessLeft(updates);
            return loop.next(inside);
        });
        here.out.add(new Stmt.For(counter, from, relation, bound, step, loop.carried(), block, checkpoints));
        loop.leave(here);
    }

    // -------------------------------------------------------------------------------------------- general

    private void general(Tree.Loop s) {
        Frame here = method.frame();
        Local leave = here.openExit("left");
        Scan scan = Scan.of(List.of(s.body(), new Tree.Sequence(s.update())));
        Loop loop = new Loop(here, carried(here, scan, canLeave(scan, s)));
        Frame test = loop.enter(here);
        Block condition = method.block(test, () -> List.of(goOn(test, s.condition())));
        Frame inside = loop.enter(here);
        Block body = method.block(inside, () -> {
            inside.exits().forEach(exit -> inside.set(exit, Literal.of(false)));
            method.iteration(s.label(), leave, List.of(s.body()));
            if (isOnlyCounting(s)) {
                method.always(s.update());
            } else {
                method.unlessLeft(s.update());
            }
            return loop.next(inside);
        });
        here.out.add(new Stmt.While(loop.carried(), condition, body));
        loop.leave(here);
        here.closeExit(leave);
    }

    /**
     * Whether the update changes only counters that end with the loop. Then it may run after an exit too, and the counters
     * can be told from the number of the iteration.
     */
    private static boolean isOnlyCounting(Tree.Loop s) {
        List<Local> own = s.initial().stream()
                .filter(Tree.Declare.class::isInstance)
                .map(i -> ((Tree.Declare) i).local())
                .toList();
        return s.update().stream()
                .allMatch(u -> u instanceof Tree.Evaluate e
                        && e.expression() instanceof Tree.Update update
                        && List.of("+", "-").contains(update.op().name())
                        && update.place() instanceof Tree.Name name
                        && own.contains(name.local())
                        && update.value() instanceof Tree.Constant);
    }

    /** Whether another iteration follows: no exit has been taken, and then the condition holds. */
    private Operand goOn(Frame test, Tree.@Nullable Expression condition) {
        Local value = new Local("t", Primitive.BOOLEAN);
        Operand left = test.left();
        if (left == null) {
            return condition == null ? Literal.of(true) : expressions.lower(condition, "t");
        }
        if (condition == null) {
            return test.out.apply("t", Op.prefix("!", Primitive.BOOLEAN), left);
        }
        test.set(value, Literal.of(false));
        method.branch(left, () -> {}, () -> method.frame().set(value, expressions.lower(condition, "t")));
        return test.value(value);
    }

    /**
     * A loop whose condition does something, or that tests last: the condition becomes part of the body, which hands on
     * whether to go on.
     */
    private void testedInside(Tree.Loop s) {
        Frame here = method.frame();
        Local leave = here.openExit("left");
        Local goOn = new Local("goOn", Primitive.BOOLEAN);
        here.set(goOn, Literal.of(true));
        Scan scan = Scan.of(List.of(s.body(), new Tree.Sequence(s.update()), condition(s)));
        Set<Local> locals = carried(here, scan, canLeave(scan, s));
        locals.add(goOn);
        Loop loop = new Loop(here, locals);
        Frame test = loop.enter(here);
        Block condition = method.block(test, () -> List.of(goOn(test, new Tree.Name(goOn))));
        Frame inside = loop.enter(here);
        Block body = method.block(inside, () -> {
            inside.exits().forEach(exit -> inside.set(exit, Literal.of(false)));
            if (s.testFirst()) {
                inside.set(goOn, expressions.lower(condition(s), "goOn"));
                method.branch(inside.value(goOn), () -> run(s, leave), () -> {});
            } else {
                run(s, leave);
                method.unlessLeft(List.of(assign(goOn, condition(s), s)));
            }
            return loop.next(inside);
        });
        here.out.add(new Stmt.While(loop.carried(), condition, body));
        loop.leave(here);
        here.closeExit(leave);
        here.values.remove(goOn);
    }

    private void run(Tree.Loop s, Local leave) {
        method.iteration(s.label(), leave, List.of(s.body()));
        method.unlessLeft(s.update());
    }

    private static Tree.Expression condition(Tree.Loop s) {
        return s.condition() == null ? new Tree.Constant(true, Primitive.BOOLEAN) : s.condition();
    }

    private static Tree.Statement assign(Local goOn, Tree.Expression condition, Tree.Loop s) {
        var nowhere = s.position().silent();
        return new Tree.Evaluate(new Tree.Assign(new Tree.Name(goOn), condition), nowhere);
    }

    private static boolean canLeave(Scan scan, Tree.Loop s) {
        return scan.returns() || new Leaving(s.label()).of(s.body());
    }

    /** What the loop can change of what was there before it: assigned locals, and with exits what a return leaves. */
    private Set<Local> carried(Frame here, Scan scan, boolean exits) {
        Set<Local> locals = new LinkedHashSet<>();
        for (Local local : here.values.keySet()) {
            if (scan.assigned().contains(local)) {
                locals.add(local);
            }
        }
        if (exits) {
            locals.addAll(here.exits());
            method.returnLocals().stream().filter(here.values::containsKey).forEach(locals::add);
        }
        return locals;
    }

    /** The carried values of one loop under construction. */
    private static final class Loop {
        private final List<Local> locals;
        private final List<Var> parameters = new ArrayList<>();
        private final List<Operand> initial = new ArrayList<>();
        private final List<Var> results = new ArrayList<>();

        Loop(Frame here, Set<Local> carried) {
            locals = List.copyOf(carried);
            for (Local local : locals) {
                parameters.add(new Var(local.name(), local.type()));
                results.add(new Var(local.name(), local.type()));
                initial.add(here.value(local));
            }
        }

        Frame enter(Frame here) {
            Frame inside = here.branch();
            for (int i = 0; i < locals.size(); i++) {
                inside.set(locals.get(i), parameters.get(i));
            }
            return inside;
        }

        List<Operand> next(Frame inside) {
            List<Operand> next = new ArrayList<>();
            for (Local local : locals) {
                next.add(inside.throwing() ? Literal.zero(local.type()) : inside.value(local));
            }
            return next;
        }

        Carried carried() {
            return new Carried(parameters, initial, results);
        }

        void leave(Frame here) {
            for (int i = 0; i < locals.size(); i++) {
                here.set(locals.get(i), results.get(i));
            }
        }
    }
}
