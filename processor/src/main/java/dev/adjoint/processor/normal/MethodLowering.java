package dev.adjoint.processor.normal;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Expr.Foreign;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.OpaqueType;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.ir.Var;
import dev.adjoint.processor.source.Local;
import dev.adjoint.processor.source.Method;
import dev.adjoint.processor.source.Position;
import dev.adjoint.processor.source.Tree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One method's statements; the frame at hand is where they go. */
public final class MethodLowering implements Tree.StatementVisitor<@Nullable Void> {
    /** A statement that can be left: where {@code break} and {@code continue} lead. */
    private record Exit(
            @Nullable String label,
            boolean isLoop,
            boolean takesBreak,
            Local leave,
            @Nullable Local next) {}

    /** Where {@code return} leads: a method's end, or that of a lambda run in its place. */
    private record Return(@Nullable Local value, Local taken) {}

    private final ExpressionLowering expressions;
    private final String owner;
    private final Checkpointing checkpointing;
    private final Deque<Exit> exits = new ArrayDeque<>();
    private final Deque<Return> returns = new ArrayDeque<>();
    private final Deque<Return> yields = new ArrayDeque<>();
    private Frame frame = new Frame();

    private MethodLowering(Targets targets, Method method) {
        this.expressions = new ExpressionLowering(this, targets);
        this.owner = method.key().owner();
        this.checkpointing = new Checkpointing(targets, method.checkpoint());
    }

    /**
     * Lowers a method.
     *
     * @param key what the function is to be called
     * @param method the method
     * @param closures what its functional parameters are bound to; the function takes what they capture as further
     *     parameters
     * @param targets where its calls lead
     */
    public static Function lower(Function.Key key, Method method, List<Closure> closures, Targets targets) {
        return new MethodLowering(targets, method).function(key, method, closures);
    }

    private Function function(Function.Key key, Method method, List<Closure> closures) {
        List<Var> parameters = new ArrayList<>();
        Map<Local, Operand> captured = new LinkedHashMap<>();
        Set<String> names =
                new HashSet<>(method.parameters().stream().map(Local::name).toList());
        closures.forEach(c -> c.allValues().keySet().forEach(local -> captured.put(local, captured(local, names))));
        int next = 0;
        for (int i = 0; i < method.parameters().size(); i++) {
            Local local = method.parameters().get(i);
            if (method.lambdas().get(i) != null) {
                frame.functions.put(local, closures.get(next++).over(captured));
            } else {
                Var parameter = parameter(local);
                parameters.add(parameter);
                frame.set(local, parameter);
            }
        }
        captured.values().forEach(v -> parameters.add((Var) v));
        Operand result = body(method.body(), method.result(), "result");
        List<Operand> handed = method.result() == null ? List.of() : List.of(result);
        return new Function(key, parameters, frame.out.build(handed), method.result());
    }

    private static Var parameter(Local local) {
        return new Var(local.name(), local.type());
    }

    /** What a closure captures may be called like a parameter of the method that takes it. */
    private static Var captured(Local local, Set<String> names) {
        String name = local.name();
        while (!names.add(name)) {
            name = name + "_";
        }
        return new Var(name, local.type());
    }

    Frame frame() {
        return frame;
    }

    Checkpointing checkpointing() {
        return checkpointing;
    }

    /** Runs statements to their return, which ends here, and gives the value returned. */
    private Operand body(Tree.Sequence statements, @Nullable Type type, String name) {
        Local value = type == null ? null : new Local(name, type);
        if (value != null) {
            frame.set(value, Literal.zero(value.type()));
        }
        Return end = new Return(value, frame.openExit("returned"));
        returns.push(end);
        sequence(statements.statements());
        returns.pop();
        frame.closeExit(end.taken());
        return value == null ? Literal.of(false) : frame.values.remove(value);
    }

    /** Runs a closure's body here, in the scope that it captured. */
    Operand runClosure(Closure closure, List<Operand> args, @Nullable Type result, String name) {
        Frame here = frame;
        frame = new Frame(here.out);
        frame.values.putAll(closure.values());
        frame.functions.putAll(closure.functions());
        for (int i = 0; i < args.size(); i++) {
            frame.set(closure.lambda().parameters().get(i), args.get(i));
        }
        Operand value = body(closure.lambda().body(), result, name);
        frame = here;
        return value;
    }

    // ------------------------------------------------------------------------------------------ branching

    /** Lowers two arms, each from the present state, and joins them. */
    void branch(Operand condition, Runnable then, Runnable otherwise) {
        Frame here = frame;
        Frame first = arm(here, then);
        Frame second = arm(here, otherwise);
        Merge.branches(here, condition, first, second);
    }

    private Frame arm(Frame from, Runnable statements) {
        frame = from.branch();
        statements.run();
        Frame done = frame;
        frame = from;
        return done;
    }

    /** Lowers statements one after the other; what follows a possible exit runs only if it was not taken. */
    private void sequence(List<? extends Tree.Statement> statements) {
        for (int i = 0; i < statements.size() && !frame.stopped(); i++) {
            Tree.Statement statement = statements.get(i);
            List<? extends Tree.Statement> rest = statements.subList(i + 1, statements.size());
            if (statement instanceof Tree.If branch) {
                if (branchThen(branch, rest)) {
                    return;
                }
            } else {
                statement.accept(this);
            }
            if (guarded(rest)) {
                return;
            }
        }
    }

    /** Lowers the rest under a guard, if an exit may have been taken. */
    private boolean guarded(List<? extends Tree.Statement> rest) {
        if (rest.isEmpty() || frame.stopped()) {
            return false;
        }
        Operand left = frame.left();
        if (left == null) {
            return false;
        }
        branch(left, () -> {}, () -> resume(rest));
        return true;
    }

    /** Lowers statements that are reached only if no exit has been taken: within them, all exits are open. */
    private void resume(List<? extends Tree.Statement> statements) {
        frame.exits().forEach(exit -> frame.set(exit, Literal.of(false)));
        sequence(statements);
    }

    /** Lowers an {@code if}; if just one arm certainly leaves, the rest moves into the other. True if it has. */
    private boolean branchThen(Tree.If s, List<? extends Tree.Statement> rest) {
        Operand condition = expressions.lower(s.condition(), "t");
        Frame here = frame;
        Frame then = arm(here, () -> s.then().accept(this));
        Frame otherwise = arm(here, () -> {
            if (s.otherwise() != null) {
                s.otherwise().accept(this);
            }
        });
        boolean thenLeaves = then.stopped() && !then.throwing();
        boolean otherwiseLeaves = otherwise.stopped() && !otherwise.throwing();
        boolean moves = !rest.isEmpty() && thenLeaves != otherwiseLeaves;
        if (moves) {
            go(thenLeaves ? otherwise : then, here, rest);
        }
        Merge.branches(here, condition, then, otherwise);
        return moves;
    }

    private void go(Frame arm, Frame back, List<? extends Tree.Statement> rest) {
        frame = arm;
        if (!guarded(rest)) {
            sequence(rest);
        }
        frame = back;
    }

    private void origin(Position position) {
        if (!position.text().isEmpty()) {
            frame.out.add(new Stmt.Comment(position.text()));
        }
    }

    // ----------------------------------------------------------------------------------------- statements

    @Override
    public @Nullable Void sequence(Tree.Sequence s) {
        sequence(s.statements());
        return null;
    }

    @Override
    public @Nullable Void declare(Tree.Declare s) {
        if (s.initial() == null) {
            frame.set(s.local(), Literal.zero(s.local().type()));
        } else {
            origin(s.position());
            frame.set(s.local(), expressions.lower(s.initial(), s.local().name()));
        }
        return null;
    }

    @Override
    public @Nullable Void declareFunction(Tree.DeclareFunction s) {
        frame.functions.put(s.local(), expressions.closure(s.value()));
        return null;
    }

    @Override
    public @Nullable Void evaluate(Tree.Evaluate s) {
        origin(s.position());
        if (s.expression() instanceof Tree.Update update) {
            expressions.updateOnly(update);
        } else {
            expressions.lower(s.expression());
        }
        return null;
    }

    @Override
    public @Nullable Void ifElse(Tree.If s) {
        branchThen(s, List.of());
        return null;
    }

    @Override
    public @Nullable Void loop(Tree.Loop s) {
        if (s.testFirst()) {
            origin(s.position());
        }
        s.initial().forEach(first -> silent(first).accept(this));
        new LoopLowering(this, expressions).lower(s);
        return null;
    }

    /** A statement in a loop's header, which the comment for the loop shows. */
    private static Tree.Statement silent(Tree.Statement s) {
        if (s instanceof Tree.Declare declare) {
            return new Tree.Declare(
                    declare.local(), declare.initial(), declare.position().silent());
        }
        return s instanceof Tree.Evaluate evaluate
                ? new Tree.Evaluate(evaluate.expression(), evaluate.position().silent())
                : s;
    }

    @Override
    public @Nullable Void forEach(Tree.ForEach s) {
        origin(s.position());
        new LoopLowering(this, expressions).lower(s);
        return null;
    }

    /** Lowers a loop's body in the present frame: an exit to the loop's end, and one to the end of the iteration. */
    void iteration(@Nullable String label, Local leave, List<? extends Tree.Statement> body) {
        Local next = frame.openExit("skipped");
        exits.push(new Exit(label, true, true, leave, next));
        sequence(body);
        exits.pop();
        frame.closeExit(next);
    }

    /** Lowers statements that run unless an exit was taken. */
    void unlessLeft(List<? extends Tree.Statement> statements) {
        if (!statements.isEmpty() && !frame.stopped() && !guarded(statements)) {
            sequence(statements);
        }
    }

    /** Lowers statements that run whatever exit has been taken before them. */
    void always(List<? extends Tree.Statement> statements) {
        if (!frame.throwing()) {
            statements.forEach(s -> s.accept(this));
        }
    }

    /** The locals with which {@code return} speaks to the end of the method or lambda at hand. */
    List<Local> returnLocals() {
        List<Local> locals = new ArrayList<>();
        for (Deque<Return> stack : List.of(returns, yields)) {
            stack.stream().map(Return::value).filter(v -> v != null).forEach(locals::add);
        }
        return locals;
    }

    void inFrame(Frame other, Runnable work) {
        Frame here = frame;
        frame = other;
        work.run();
        frame = here;
    }

    @Override
    public @Nullable Void choose(Tree.Switch s) {
        Local leave = frame.openExit("left");
        exits.push(new Exit(null, false, true, leave, null));
        arms(s.selector(), s.arms(), true);
        exits.pop();
        frame.closeExit(leave);
        return null;
    }

    /** A switch expression: its yields are what returns are to a method. */
    Operand switchExpression(Tree.SwitchExpression e, String name) {
        Local value = new Local(name, e.type());
        frame.set(value, Literal.zero(e.type()));
        Return end = new Return(value, frame.openExit("yielded"));
        yields.push(end);
        arms(e.selector(), e.arms(), false);
        yields.pop();
        frame.closeExit(end.taken());
        return frame.values.remove(value);
    }

    private void arms(Tree.Expression selector, List<Tree.Arm> arms, boolean statement) {
        Operand value = expressions.lower(selector, "selector");
        Frame here = frame;
        List<List<String>> labels = new ArrayList<>();
        List<Frame> frames = new ArrayList<>();
        Frame byDefault = null;
        for (int i = 0; i < arms.size(); i++) {
            int first = i;
            Frame done = arm(here, () -> sequence(reachable(arms, first)));
            if (arms.get(i).isDefault()) {
                byDefault = done;
            }
            if (!arms.get(i).labels().isEmpty() && !arms.get(i).isDefault()) {
                labels.add(arms.get(i).labels());
                frames.add(done);
            }
        }
        frames.add(byDefault != null ? byDefault : arm(here, () -> unmatched(statement)));
        Merge.cases(here, value, labels, frames);
    }

    /** An arm's statements, and those of the arms that it falls into. */
    private static List<Tree.Statement> reachable(List<Tree.Arm> arms, int first) {
        List<Tree.Statement> statements = new ArrayList<>(arms.get(first).body());
        for (int i = first; !arms.get(i).arrow() && i + 1 < arms.size(); i++) {
            statements.addAll(arms.get(i + 1).body());
        }
        return statements;
    }

    /** A switch expression over an enum needs no default; a constant added later must not pass unseen. */
    private void unmatched(boolean statement) {
        if (!statement) {
            String error = "java.lang.IncompatibleClassChangeError";
            raise(new Foreign(List.of("new " + error + "()"), List.of(), new OpaqueType(error), Foreign.Effect.READS));
        }
    }

    private void raise(Foreign exception) {
        frame.out.add(new Stmt.Throw(frame.out.let("e", exception)));
    }

    @Override
    public @Nullable Void labelled(Tree.Labelled s) {
        Local leave = frame.openExit("left");
        exits.push(new Exit(s.label(), false, false, leave, null));
        s.body().accept(this);
        exits.pop();
        frame.closeExit(leave);
        return null;
    }

    @Override
    public @Nullable Void leave(Tree.Break s) {
        Exit exit = exits.stream()
                .filter(e -> s.label() == null ? e.takesBreak() : s.label().equals(e.label()))
                .findFirst()
                .orElseThrow();
        frame.set(exit.leave(), Literal.of(true));
        return null;
    }

    @Override
    public @Nullable Void next(Tree.Continue s) {
        Exit exit = exits.stream()
                .filter(e -> e.isLoop() && (s.label() == null || s.label().equals(e.label())))
                .findFirst()
                .orElseThrow();
        frame.set(java.util.Objects.requireNonNull(exit.next()), Literal.of(true));
        return null;
    }

    @Override
    public @Nullable Void giveBack(Tree.Return s) {
        leaveWith(returns.getFirst(), s.value(), s.position());
        return null;
    }

    @Override
    public @Nullable Void yield(Tree.Yield s) {
        leaveWith(yields.getFirst(), s.value(), s.position());
        return null;
    }

    private void leaveWith(Return end, Tree.@Nullable Expression value, Position position) {
        if (value != null && end.value() != null) {
            origin(position);
            frame.set(end.value(), expressions.lower(value, end.value().name()));
        } else if (value != null) {
            expressions.lower(value);
        }
        frame.set(end.taken(), Literal.of(true));
    }

    @Override
    public @Nullable Void raise(Tree.Throw s) {
        Operand exception = expressions.lower(s.exception(), "e");
        frame.out.add(new Stmt.Throw(exception));
        return null;
    }

    @Override
    public @Nullable Void check(Tree.Assert s) {
        Operand enabled = frame.out.let(
                "enabled",
                new Foreign(
                        List.of(owner + ".class.desiredAssertionStatus()"),
                        List.of(),
                        Primitive.BOOLEAN,
                        Foreign.Effect.READS));
        branch(enabled, () -> checkEnabled(s), () -> {});
        return null;
    }

    private void checkEnabled(Tree.Assert s) {
        Operand holds = expressions.lower(s.condition());
        Operand fails = frame.out.apply("fails", Op.prefix("!", Primitive.BOOLEAN), holds);
        branch(
                fails,
                () -> {
                    List<Operand> message = s.message() == null ? List.of() : List.of(expressions.lower(s.message()));
                    List<String> pieces = message.isEmpty()
                            ? List.of("new java.lang.AssertionError()")
                            : List.of("new java.lang.AssertionError(", ")");
                    OpaqueType type = new OpaqueType("java.lang.AssertionError");
                    raise(new Foreign(pieces, message, type, Foreign.Effect.READS));
                },
                () -> {});
    }

    @Override
    public @Nullable Void guarded(Tree.Try s) {
        if (s.last() == null) {
            handled(s);
            return null;
        }
        Frame here = frame;
        Tree.Try inner = new Tree.Try(s.body(), s.handlers(), null, s.position());
        Local thrown = new Local("thrown", new OpaqueType("java.lang.Throwable"));
        Map<Local, Operand> cells = here.cells(unsettled(s, Scan.of(s.last()).read()::contains));
        Frame body = keeping(here, cells, () -> {
            if (s.handlers().isEmpty()) {
                sequence(inner.body());
            } else {
                handled(inner);
            }
        });
        Frame failure = arm(here, () -> {
            frame.recall(cells);
            frame.set(thrown, new Var("thrown", thrown.type()));
            resume(s.last().statements());
        });
        Var exception = (Var) failure.value(thrown);
        if (!failure.stopped()) {
            failure.out.add(new Stmt.Throw(exception));
        }
        if (new Harmless(cells.values()).throwsOn(failure.out.statements(), exception)) {
            Merge.straight(here, body);
        } else {
            Merge.guarded(here, List.of(body, failure), List.of("java.lang.Throwable"), List.of(exception));
        }
        unlessThrown(s.last());
        return null;
    }

    /** The last part runs whatever exit the guarded part has taken, and may take another. */
    private void unlessThrown(Tree.Sequence last) {
        Map<Local, Operand> taken = new LinkedHashMap<>();
        frame.exits().forEach(exit -> taken.put(exit, frame.value(exit)));
        resume(last.statements());
        taken.forEach((exit, before) -> {
            if (frame.value(exit).equals(Literal.of(false))) {
                frame.set(exit, before);
            }
        });
    }

    /** A guarded part, in which some locals are kept where a handler finds them. */
    private Frame keeping(Frame here, Map<Local, Operand> cells, Runnable statements) {
        return arm(here, () -> {
            frame.keep(cells);
            statements.run();
        });
    }

    /**
     * What a handler sees of a local that the guarded part assigns depends on where the exception came from, unless nothing
     * follows the assignment.
     */
    private List<Local> unsettled(Tree.Try s, java.util.function.Predicate<Local> observed) {
        List<Tree.Statement> guarded = new ArrayList<>(s.body().statements());
        Tree.Statement last = guarded.isEmpty() ? null : guarded.get(guarded.size() - 1);
        if (last instanceof Tree.Evaluate e && e.expression() instanceof Tree.Assign) {
            guarded.remove(guarded.size() - 1);
        }
        s.handlers().forEach(handler -> guarded.add(handler.body()));
        return Scan.of(guarded).assigned().stream()
                .filter(local -> observed.test(local) && frame.values.containsKey(local))
                .peek(local -> demandKept(local, s.position()))
                .toList();
    }

    private static void demandKept(Local local, Position position) {
        if (local.type().text().contains("<")) {
            throw new Unsupported(
                    position,
                    local + " is assigned in a guarded block before its last statement, so its value after an exception"
                            + " is not known, and there are no arrays of its type to keep it in; assign it last, or use a"
                            + " local of the block");
        }
    }

    private void handled(Tree.Try s) {
        Frame here = frame;
        Map<Local, Operand> cells = here.cells(unsettled(s, local -> true));
        List<Frame> arms = new ArrayList<>();
        List<String> types = new ArrayList<>();
        List<Var> exceptions = new ArrayList<>();
        arms.add(keeping(here, cells, () -> sequence(s.body())));
        for (Tree.Handler handler : s.handlers()) {
            Var exception =
                    new Var(handler.exception().name(), handler.exception().type());
            types.add(handler.types());
            exceptions.add(exception);
            arms.add(arm(here, () -> {
                frame.recall(cells);
                frame.set(handler.exception(), exception);
                sequence(handler.body());
            }));
        }
        Merge.guarded(here, arms, types, exceptions);
    }

    /** Code with a block of its own, which hands on what {@code value} gives. */
    Block block(Frame in, java.util.function.Supplier<List<Operand>> value) {
        List<Operand> handed = new ArrayList<>();
        inFrame(in, () -> handed.addAll(value.get()));
        return in.out.build(handed);
    }
}
