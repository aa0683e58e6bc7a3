package dev.adjoint.processor.transform;

import dev.adjoint.processor.analysis.Activity;
import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Stmt.Carried;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Forward mode: the function with the tangent of every active value beside it. */
public final class Tangents implements Stmt.Visitor<Void> {
    private final Activity activity;
    private final Shadows shadows;
    private final Calls calls;
    private final Map<Var, Operand> tangents = new HashMap<>();
    private final Infinities infinities = new Infinities();
    private final Set<Var> followed = new HashSet<>();
    private BlockBuilder out;

    /**
     * Prepares forward mode.
     *
     * @param specialisations where the derivatives of called functions come from
     * @param parameterTangents the tangent of each active parameter: a number, or the shadow of an array
     */
    public Tangents(Activity activity, Specialisations specialisations, Map<Var, Operand> parameterTangents) {
        this.activity = activity;
        this.calls = new Calls(activity, null, specialisations, false);
        this.shadows = new Shadows(activity, "Dot", type -> type);
        parameterTangents.forEach((parameter, tangent) -> {
            tangents.put(parameter, tangent);
            shadows.put(parameter, tangent);
        });
        this.out = new BlockBuilder();
    }

    /** Writes the function's body with its tangents. */
    public void write(Function function, BlockBuilder target) {
        out = target;
        function.body().statements().forEach(s -> s.accept(this));
    }

    /** The values of the function whose elements of shadows are accessed beside them, and the arrays that have shadows. */
    public Set<Var> followed() {
        return followed;
    }

    /** The tangent of a value that has been written: a number, or the shadow of an array. */
    public Operand tangent(Operand value) {
        if (!(value.type() instanceof Primitive) && shadows.has(value)) {
            return shadows.of(value);
        }
        return orZero(value);
    }

    private @Nullable Operand dot(Operand value) {
        return value instanceof Var && activity.active(value) ? tangents.get(value) : null;
    }

    private Operand orZero(Operand value) {
        Operand dot = dot(value);
        return dot == null ? Literal.zero(value.type()) : dot;
    }

    private Var name(Var value) {
        return new Var(value.name() + "Dot", value.type());
    }

    private boolean shadowed(Operand reference) {
        return shadows.has(reference);
    }

    @Override
    public Void let(Stmt.Let s) {
        if (s.value() instanceof Expr.Call call && calls.isActive(call, s.target())) {
            call(call, s.target());
            return null;
        }
        if (s.value() instanceof Expr.GivenCall given && calls.isActive(given, s.target())) {
            function(s, given);
            return null;
        }
        out.add(s.value() instanceof Expr.Reuse reuse ? new Stmt.Let(s.target(), new Expr.Copy(reuse.array())) : s);
        infinities.define(s.target(), s.value());
        if (s.target().type() instanceof Primitive) {
            if (activity.active(s.target())) {
                followed.add(s.target());
                number(s.target(), s.value());
            }
        } else if (shadowed(s.target())) {
            followed.add(s.target());
            reference(s.target(), s.value());
        }
        return null;
    }

    private void number(Var target, Expr value) {
        if (value instanceof Expr.Apply apply) {
            operation(target, apply);
        } else if (value instanceof Expr.Copy copy) {
            tangents.put(target, orZero(copy.value()));
        } else if (value instanceof Expr.Load load) {
            tangents.put(target, out.let(name(target).name(), new Expr.Load(shadows.of(load.array()), load.index())));
        } else if (value instanceof Expr.Field field) {
            tangents.put(
                    target,
                    out.let(name(target).name(), new Expr.Field(shadows.of(field.record()), field.component())));
        } else {
            throw new IllegalStateException("no tangent of " + value);
        }
    }

    private void operation(Var target, Expr.Apply apply) {
        List<Boolean> mask = apply.args().stream().map(a -> dot(a) != null).toList();
        Operand sum = null;
        for (int k = 0; k < mask.size(); k++) {
            if (mask.get(k) && calls.chain().passes(apply, k)) {
                Operand seed = orZero(apply.args().get(k));
                Operand term = term(target, apply, k, seed, mask);
                sum = sum == null
                        ? term
                        : out.apply(name(target).name(), Op.infix("+", (Primitive) target.type()), sum, term);
            }
        }
        if (sum != null) {
            tangents.put(target, sum);
        }
    }

    private Operand term(Var target, Expr.Apply apply, int k, Operand seed, List<Boolean> mask) {
        Operand zero = infinities.zeroThatWins(target, apply, k);
        if (zero == null) {
            return calls.chain().term(out, apply, k, target, seed, mask);
        }
        Var isZero = out.apply("t", Op.isZero(List.of((Primitive) zero.type())), zero);
        BlockBuilder otherwise = new BlockBuilder();
        Operand term = calls.chain().term(otherwise, apply, k, target, seed, mask);
        Block nothing = new Block(List.of(), List.of(Literal.zero(term.type())));
        Var result = new Var("t", term.type());
        out.add(new Stmt.If(isZero, nothing, otherwise.build(List.of(term)), List.of(result)));
        return result;
    }

    private void reference(Var target, Expr value) {
        Expr mirrored = mirrored(value);
        if (mirrored == null) {
            shadows.put(target, Arrays.zerosLike(out, name(target).name(), target));
        } else {
            out.add(new Stmt.Let(shadows.create(target), mirrored));
        }
    }

    private @Nullable Expr mirrored(Expr value) {
        if (value instanceof Expr.Copy || value instanceof Expr.Reuse) {
            return new Expr.Copy(shadows.of(value.operands().get(0)));
        }
        if (value instanceof Expr.Load load) {
            return new Expr.Load(shadows.of(load.array()), load.index());
        }
        if (value instanceof Expr.NewArray) {
            return value;
        }
        if (value instanceof Expr.Grow grow) {
            return new Expr.Grow(shadows.of(grow.array()), grow.index());
        }
        if (value instanceof Expr.ArrayOf || value instanceof Expr.Construct) {
            return value.map(this::component);
        }
        if (value instanceof Expr.Field field) {
            return new Expr.Field(shadows.of(field.record()), field.component());
        }
        if (value instanceof Expr.Clone clone && shadowed(clone.array())) {
            return new Expr.Clone(shadows.of(clone.array()));
        }
        return null;
    }

    /** What stands for a component in the tangent of a record: what has no derivative is the same there. */
    private Operand component(Operand value) {
        if (!value.type().differentiable() || value.type() instanceof Primitive || shadowed(value)) {
            return value.type().differentiable() ? tangentOrShadow(value) : value;
        }
        return value.type().isArray() && value instanceof Var ? zerosOrNull(value) : value;
    }

    /** Zeros of the shape of an array that a tape may be without. */
    private Var zerosOrNull(Operand value) {
        List<String> isNull = List.of("", " == null");
        Var absent = out.let(
                "absent", new Expr.Foreign(isNull, List.of(value), Primitive.BOOLEAN, Expr.Foreign.Effect.READS));
        BlockBuilder present = new BlockBuilder();
        Block made = present.build(List.of(Arrays.zerosLike(present, "zeros", value)));
        Var zeros = new Var("zeros", value.type());
        out.add(new Stmt.If(absent, new BlockBuilder().build(List.of(value)), made, List.of(zeros)));
        return zeros;
    }

    private Operand tangentOrShadow(Operand value) {
        return value.type() instanceof Primitive ? orZero(value) : shadows.of(value);
    }

    @Override
    public Void perform(Stmt.Do s) {
        if (s.value() instanceof Expr.Call call && calls.isActive(call, null)) {
            call(call, null);
            return null;
        }
        if (s.value() instanceof Expr.GivenCall given && calls.isActive(given, null)) {
            pushforward(given).inPlace();
        }
        out.add(s);
        return null;
    }

    private void function(Stmt.Let s, Expr.GivenCall given) {
        out.add(s);
        if (s.target().type().isArray()) {
            new GivenChecks(out, given).isNew(s.target(), given.args());
        }
        Operand tangent =
                pushforward(given).ofResult(s.target(), name(s.target()).name());
        tangents.put(s.target(), tangent);
        shadows.put(s.target(), tangent);
    }

    private Pushforward pushforward(Expr.GivenCall given) {
        return new Pushforward(out, given, i -> tangentIfAny(given.args().get(i)));
    }

    private @Nullable Operand tangentIfAny(Operand arg) {
        if (arg.type() instanceof Primitive) {
            return dot(arg);
        }
        return shadowed(arg) ? shadows.of(arg) : null;
    }

    /** The callee with tangents gives its result and the tangent of that. */
    private void call(Expr.Call call, @Nullable Var target) {
        Calls.Tangent callee = calls.tangent(call, target);
        List<Operand> args = new ArrayList<>(call.args());
        call.args().stream().filter(activity::active).map(this::tangentOrShadow).forEach(args::add);
        Expr.Call both = new Expr.Call(callee.key(), args, callee.both());
        if (callee.both() == null || target == null) {
            out.add(new Stmt.Do(both));
            return;
        }
        Var result = out.let("both", both);
        out.add(new Stmt.Let(target, new Expr.Field(result, Calls.VALUE)));
        if (activity.active(target)) {
            out.add(new Stmt.Let(tangentOf(target), new Expr.Field(result, Calls.SHADOW)));
        }
    }

    @Override
    public Void store(Stmt.Store s) {
        out.add(s);
        if (shadowed(s.array())) {
            out.add(new Stmt.Store(shadows.of(s.array()), s.index(), tangentOrShadow(s.value())));
        }
        return null;
    }

    @Override
    public Void accumulate(Stmt.Accumulate s) {
        out.add(s);
        Operand dot = dot(s.value());
        if (shadowed(s.array()) && dot != null) {
            out.add(new Stmt.Accumulate(shadows.of(s.array()), s.index(), dot));
        }
        return null;
    }

    @Override
    public Void fill(Stmt.Fill s) {
        out.add(s);
        if (shadowed(s.array())) {
            out.add(new Stmt.Fill(shadows.of(s.array()), s.from(), s.to(), tangentOrShadow(s.value())));
        }
        return null;
    }

    @Override
    public Void copyRange(Stmt.CopyRange s) {
        out.add(s);
        if (shadowed(s.target()) && shadowed(s.source())) {
            out.add(new Stmt.CopyRange(
                    shadows.of(s.source()), s.sourceFrom(), shadows.of(s.target()), s.targetFrom(), s.length()));
        } else if (shadowed(s.target())) {
            Operand to = out.infix("to", "+", s.targetFrom(), s.length());
            Operand zero = Literal.zero(s.target().type().element());
            out.add(new Stmt.Fill(shadows.of(s.target()), s.targetFrom(), to, zero));
        }
        return null;
    }

    // -------------------------------------------------------------------------------------------- regions

    private boolean carries(Var value) {
        return activity.active(value);
    }

    private Var tangentOf(Var value) {
        if (value.type() instanceof Primitive) {
            Var dot = name(value);
            tangents.put(value, dot);
            return dot;
        }
        return shadows.create(value);
    }

    /** The block with tangents, handing on the tangents of those of its values as well. */
    private Block block(Block block, List<Integer> carried) {
        BlockBuilder outer = out;
        out = new BlockBuilder();
        block.statements().forEach(s -> s.accept(this));
        List<Operand> yields = new ArrayList<>(block.yields());
        for (int i : carried) {
            Operand value = block.yields().get(i);
            yields.add(block.throwsAlways() ? Literal.zero(value.type()) : tangentOrShadow(value));
        }
        Block done = out.build(yields);
        out = outer;
        return done;
    }

    private static List<Integer> indices(List<Var> values, java.util.function.Predicate<Var> which) {
        List<Integer> indices = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            if (which.test(values.get(i))) {
                indices.add(i);
            }
        }
        return indices;
    }

    private List<Var> withTangents(List<Var> values, List<Integer> carried) {
        List<Var> all = new ArrayList<>(values);
        carried.forEach(i -> all.add(tangentOf(values.get(i))));
        return all;
    }

    @Override
    public Void ifElse(Stmt.If s) {
        List<Integer> carried = indices(s.results(), this::carries);
        List<Operand> tested = GuardedTerm.tested(s, infinities::operation);
        if (tested != null && tested.stream().anyMatch(v -> dot(v) != null)) {
            guarded(s, tested, carried);
            return null;
        }
        Block then = block(s.then(), carried);
        Block otherwise = block(s.otherwise(), carried);
        out.add(new Stmt.If(s.condition(), then, otherwise, withTangents(s.results(), carried)));
        return null;
    }
    /** The term has a tangent unless what is tested has none; its value is still zero where that is zero. */
    private void guarded(Stmt.If s, List<Operand> tested, List<Integer> carried) {
        List<Operand> all = new ArrayList<>(tested);
        tested.stream().filter(v -> dot(v) != null).forEach(v -> all.add(orZero(v)));
        List<Primitive> types = all.stream().map(v -> (Primitive) v.type()).toList();
        Var none = out.let("none", new Expr.Apply(Op.isZero(types), all));
        Block term = block(s.otherwise(), carried);
        BlockBuilder otherwise = new BlockBuilder();
        otherwise.addAll(term.statements());
        int values = s.results().size();
        List<Var> results = s.results().stream().map(Var::fresh).toList();
        Block zeros = new Block(List.of(), s.then().yields());
        otherwise.add(new Stmt.If(
                s.condition(), zeros, new Block(List.of(), term.yields().subList(0, values)), results));
        List<Operand> yields = new ArrayList<>(results);
        yields.addAll(term.yields().subList(values, term.yields().size()));
        List<Operand> nothing = new ArrayList<>(s.then().yields());
        carried.forEach(i -> nothing.add(s.then().yields().get(i)));
        out.add(new Stmt.If(
                none, new Block(List.of(), nothing), otherwise.build(yields), withTangents(s.results(), carried)));
    }

    @Override
    public Void choose(Stmt.Switch s) {
        List<Integer> carried = indices(s.results(), this::carries);
        List<Stmt.Case> cases = new ArrayList<>();
        s.cases().forEach(c -> cases.add(new Stmt.Case(c.labels(), block(c.body(), carried))));
        Block otherwise = block(s.otherwise(), carried);
        out.add(new Stmt.Switch(s.selector(), cases, otherwise, withTangents(s.results(), carried)));
        return null;
    }

    @Override
    public Void guarded(Stmt.Try s) {
        List<Integer> carried = indices(s.results(), this::carries);
        Block body = block(s.body(), carried);
        List<Stmt.Handler> handlers = new ArrayList<>();
        s.handlers().forEach(h -> handlers.add(new Stmt.Handler(h.types(), h.exception(), block(h.body(), carried))));
        Block last = s.last() == null ? null : block(s.last(), List.of());
        out.add(new Stmt.Try(body, handlers, last, withTangents(s.results(), carried)));
        return null;
    }

    @Override
    public Void counted(Stmt.For s) {
        List<Integer> active = indices(s.carried().parameters(), this::carries);
        Carried carried = withTangents(s.carried(), active);
        Block body = block(s.body(), active);
        out.add(s.with(carried, body));
        return null;
    }

    @Override
    public Void loop(Stmt.While s) {
        List<Integer> active = indices(s.carried().parameters(), this::carries);
        Carried carried = withTangents(s.carried(), active);
        Block body = block(s.body(), active);
        out.add(new Stmt.While(carried, s.condition(), body));
        return null;
    }

    private Carried withTangents(Carried carried, List<Integer> active) {
        List<Operand> initial = new ArrayList<>(carried.initial());
        active.forEach(i -> initial.add(tangentOrShadow(carried.initial().get(i))));
        return new Carried(
                withTangents(carried.parameters(), active), initial, withTangents(carried.results(), active));
    }

    @Override
    public Void raise(Stmt.Throw s) {
        out.add(s);
        return null;
    }

    @Override
    public Void comment(Stmt.Comment s) {
        return null;
    }
}
