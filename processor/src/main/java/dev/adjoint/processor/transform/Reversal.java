package dev.adjoint.processor.transform;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Rewriter;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Stmt.Carried;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes the mirror of one region: its statements from the last to the first, each replaced by its reverse. */
final class Reversal implements Stmt.Visitor<Void> {
    private final Adjoints sweep;
    private final Chain chain;
    private final Region region;
    private final Adjoints.Accumulation adjoints;
    private final BlockBuilder out;
    private List<Region> inner = List.of();
    private int commented;

    Reversal(Adjoints sweep, Region region) {
        this.sweep = sweep;
        this.chain = sweep.calls().chain();
        this.region = region;
        this.adjoints = sweep.adjoints(region);
        this.out = region.mirror;
        this.commented = out.statements().size();
    }

    void run() {
        for (int i = region.steps.size() - 1; i >= 0; i--) {
            inner = region.steps.get(i).regions();
            region.steps.get(i).statement().accept(this);
        }
    }

    private Operand here(Operand value) {
        return sweep.mirrors().in(region, value);
    }

    private boolean active(Operand value) {
        return value.type().isFloating() && sweep.activity().active(value);
    }

    private boolean shadowed(Operand array) {
        return sweep.shadows().has(array);
    }

    private Operand shadow(Operand array) {
        return here(sweep.shadows().of(array));
    }

    private void contribute(Operand value, Operand term) {
        boolean nothing = term instanceof Literal literal && literal.isZero();
        if (active(value) && !nothing) {
            adjoints.contribute((Var) value, term);
        }
    }

    // ------------------------------------------------------------------------------------------- bindings

    @Override
    public Void let(Stmt.Let s) {
        if (s.value() instanceof Expr.Call call && sweep.calls().tapes().containsKey(s)) {
            Operand adjoint = s.target().type().isFloating() ? adjoints.take(s.target()) : null;
            call(s, call, s.target(), adjoint);
        } else if (s.value() instanceof Expr.GivenCall given
                && sweep.calls().arguments().containsKey(s)) {
            function(s, given);
        } else if (s.target().type() instanceof Primitive) {
            Operand adjoint = adjoints.take(s.target());
            if (adjoint != null) {
                number(s.target(), s.value(), adjoint);
            }
        } else if (shadowed(s.target())) {
            sweep.follow(s.target());
            if (sweep.rows().areOf(s.target())) {
                rowOf(s.target(), s.value());
            } else {
                reference(s.target(), s.value());
                restore(s);
            }
        }
        return null;
    }

    /** Of all adjoints of the result, that of the row alone may be another than zero. */
    private void rowOf(Var result, Expr value) {
        Operand row = sweep.rows().row();
        if (value instanceof Expr.Clone clone && shadowed(clone.array())) {
            Var adjoint = out.let("t", new Expr.Load(shadow(result), row));
            out.add(new Stmt.Accumulate(shadow(clone.array()), row, adjoint));
        }
        out.add(new Stmt.Store(shadow(result), row, Literal.zero(result.type().element())));
    }

    private void restore(Stmt.Let s) {
        if (sweep.isRepeated()) {
            new Restoration(out, this::here).of(s.value(), sweep.shadows().own(s.target()));
        }
    }

    private void number(Var target, Expr value, Operand adjoint) {
        if (value instanceof Expr.Apply apply) {
            operation(target, apply, adjoint);
        } else if (value instanceof Expr.Copy copy) {
            contribute(copy.value(), adjoint);
        } else if (value instanceof Expr.Load load) {
            if (shadowed(load.array())) {
                out.add(new Stmt.Accumulate(shadow(load.array()), here(load.index()), adjoint));
                sweep.follow(target);
            }
        } else if (value instanceof Expr.Field field) {
            if (shadowed(field.record())) {
                Var box = box(shadow(field.record()), field.component());
                out.add(new Stmt.Accumulate(box, Literal.of(0), adjoint));
            }
        } else {
            throw new IllegalStateException("no reverse of " + value);
        }
    }

    private void operation(Var target, Expr.Apply apply, Operand adjoint) {
        List<Boolean> mask = apply.args().stream().map(this::active).toList();
        List<Integer> passing = IntStream.range(0, mask.size())
                .filter(k -> mask.get(k) && chain.passes(apply, k))
                .boxed()
                .toList();
        if (adjoint instanceof Var && isGuarded(target, apply, passing, adjoint)) {
            contribute(apply, passing, adjoint, rule -> guardedTerms(rule, apply, passing, target, adjoint, mask));
            return;
        }
        for (int k : passing) {
            contribute(apply, List.of(k), adjoint, rule -> List.of(chain.term(rule, apply, k, target, adjoint, mask)));
        }
    }

    private boolean isGuarded(Var target, Expr.Apply apply, List<Integer> passing, Operand adjoint) {
        return sweep.calls().guarded().contains(target)
                || passing.stream().anyMatch(k -> sweep.absence().poisons(region, apply, k, adjoint));
    }

    private void contribute(
            Expr.Apply apply, List<Integer> passing, Operand adjoint, Function<BlockBuilder, List<Operand>> rule) {
        BlockBuilder built = new BlockBuilder();
        List<Operand> terms = rule.apply(built);
        Rewriter reuse = new Reuse(sweep.mirrors(), region);
        List<Stmt> statements = reuse.block(built.build()).statements();
        out.addAll(new Renaming(this::here).all(statements));
        for (int i = 0; i < terms.size(); i++) {
            Operand term = here(reuse.operand(terms.get(i)));
            sweep.absence().passOn(apply, adjoint, term);
            contribute(apply.args().get(passing.get(i)), term);
        }
    }

    /** Parts of what was guarded, or may be absent, are guarded in their turn: by the adjoint they are multiplied with. */
    private List<Operand> guardedTerms(
            BlockBuilder rule,
            Expr.Apply apply,
            List<Integer> passing,
            Var target,
            Operand adjoint,
            List<Boolean> mask) {
        Var isZero = rule.apply("c", Op.isZero(List.of((Primitive) adjoint.type())), adjoint);
        BlockBuilder inner = new BlockBuilder();
        List<Operand> terms = passing.stream()
                .map(k -> chain.term(inner, apply, k, target, adjoint, mask))
                .toList();
        List<Operand> zeros =
                terms.stream().map(t -> (Operand) Literal.zero(t.type())).toList();
        List<Var> results = terms.stream().map(t -> new Var("t", t.type())).toList();
        rule.add(new Stmt.If(isZero, new Block(List.of(), zeros), inner.build(terms), results));
        return List.copyOf(results);
    }

    /** Where the shadow of a record has the adjoint of a number in it. */
    private Var box(Operand shadow, String component) {
        return out.let("bar", new Expr.Field(shadow, component));
    }

    private void reference(Var target, Expr value) {
        boolean ofNumbers = target.type().isArray() && target.type().element() instanceof Primitive;
        if (value instanceof Expr.ArrayOf array && ofNumbers) {
            for (int k = 0; k < array.elements().size(); k++) {
                Operand element = array.elements().get(k);
                if (active(element)) {
                    Expr read = new Expr.Load(shadow(target), Literal.of(k));
                    contribute(element, out.let(Adjoints.name((Var) element), read));
                }
            }
        } else if (value instanceof Expr.Clone clone && ofNumbers && shadowed(clone.array())) {
            Arrays.accumulate(out, shadow(clone.array()), shadow(target));
        } else if (value instanceof Expr.Construct construct) {
            constructed(target, construct);
        } else if (value instanceof Expr.Grow grow) {
            grown(shadow(grow.array()), shadow(target));
        }
    }

    private void constructed(Var target, Expr.Construct value) {
        for (int i = 0; i < value.components().size(); i++) {
            Operand component = value.components().get(i);
            if (active(component)) {
                Var box = box(
                        shadow(target), value.recordType().components().get(i).name());
                contribute(component, out.let(Adjoints.name((Var) component), new Expr.Load(box, Literal.of(0))));
            }
        }
    }

    /** What went to the longer copy of a recording belongs to the shorter one, unless they are the same. */
    private void grown(Operand before, Operand after) {
        if (!(before.type().element() instanceof Primitive)) {
            return;
        }
        Var length = out.let("n", new Expr.Length(before));
        Var longer = out.compare("grown", "!=", out.let("n", new Expr.Length(after)), length);
        BlockBuilder copied = new BlockBuilder();
        Arrays.each(copied, length, (body, i) -> {
            Var term = body.let("t", new Expr.Load(after, i));
            body.add(new Stmt.Accumulate(before, i, term));
        });
        if (sweep.isRepeated()) {
            Arrays.clear(copied, after);
        }
        out.add(new Stmt.If(longer, copied.build(), Block.EMPTY, List.of()));
    }

    @Override
    public Void perform(Stmt.Do s) {
        if (s.value() instanceof Expr.Call call && sweep.calls().tapes().containsKey(s)) {
            call(s, call, null, null);
        } else if (s.value() instanceof Expr.GivenCall given
                && sweep.calls().arguments().containsKey(s)) {
            given(s, given, null);
        }
        return null;
    }

    private void function(Stmt.Let s, Expr.GivenCall call) {
        Operand seed = s.target().type() instanceof Primitive ? adjoints.take(s.target()) : shadow(s.target());
        if (seed != null) {
            given(s, call, seed);
        }
        if (shadowed(s.target())) {
            restore(s);
        }
    }

    private void given(Stmt s, Expr.GivenCall call, @Nullable Operand seed) {
        List<Operand> values = new ArrayList<>();
        sweep.calls().arguments().get(s).forEach(value -> values.add(here(value)));
        int count = call.args().size();
        Operand result = values.size() > count ? values.get(count) : null;
        new Pullback(out, call, new GivenSink(call)).write(values.subList(0, count), result, seed);
    }

    /** Adjoints that a given function returns, or adds to those of arrays. */
    private final class GivenSink implements Pullback.Sink {
        private final Expr.GivenCall call;

        GivenSink(Expr.GivenCall call) {
            this.call = call;
        }

        @Override
        public @Nullable Operand shadow(int argument) {
            Operand arg = call.args().get(argument);
            return shadowed(arg) ? Reversal.this.shadow(arg) : null;
        }

        @Override
        public void add(int argument, Operand adjoint) {
            Operand shadow = shadow(argument);
            if (adjoint.type() instanceof Primitive) {
                contribute(call.args().get(argument), adjoint);
            } else if (shadow != null) {
                GivenChecks checks = new GivenChecks(out, call);
                String name = "argument " + (argument + 1);
                checks.sameShape(adjoint, checks.of("the adjoint", name), shadow, name);
                Arrays.accumulate(out, shadow, adjoint);
            }
        }
    }

    /** The callee's reverse sweep takes its tape and the adjoint of its result, and gives those of its arguments. */
    private void call(Stmt s, Expr.Call call, @Nullable Var target, @Nullable Operand adjoint) {
        Calls.Split split = sweep.calls().split(call, target);
        List<Operand> args = new ArrayList<>();
        args.add(here(sweep.calls().tapes().get(s)));
        if (split.seeded()) {
            args.add(adjoint != null ? adjoint : Literal.zero(call.type()));
        }
        Expr.Call back =
                new Expr.Call(split.reverse().key(), args, split.reverse().result());
        if (split.reverse().result() == null) {
            out.add(new Stmt.Do(back));
            return;
        }
        Var all = out.let("adjoints", back);
        List<Integer> numbers = split.numbers();
        for (int i = 0; i < numbers.size(); i++) {
            Operand arg = call.args().get(numbers.get(i));
            String name = Calls.argument(numbers.get(i));
            contribute(arg, numbers.size() == 1 ? all : out.let(name, new Expr.Field(all, name)));
        }
    }

    // -------------------------------------------------------------------------------------------- memory

    @Override
    public Void store(Stmt.Store s) {
        if (shadowed(s.array()) && s.value().type() instanceof Primitive) {
            Operand array = shadow(s.array());
            Operand index = here(s.index());
            Operand adjoint =
                    active(s.value()) ? out.let(Adjoints.name((Var) s.value()), new Expr.Load(array, index)) : null;
            out.add(new Stmt.Store(array, index, Literal.zero(s.value().type())));
            if (adjoint != null) {
                contribute(s.value(), adjoint);
            }
        }
        return null;
    }

    @Override
    public Void accumulate(Stmt.Accumulate s) {
        if (active(s.value()) && shadowed(s.array())) {
            Expr read = new Expr.Load(shadow(s.array()), here(s.index()));
            contribute(s.value(), out.let(Adjoints.name((Var) s.value()), read));
        }
        return null;
    }

    @Override
    public Void fill(Stmt.Fill s) {
        if (shadowed(s.array()) && s.value().type() instanceof Primitive) {
            Operand array = shadow(s.array());
            Operand from = here(s.from());
            Operand to = here(s.to());
            Var sum = active(s.value()) ? Arrays.sum(out, array, from, to) : null;
            out.add(new Stmt.Fill(array, from, to, Literal.zero(s.value().type())));
            if (sum != null) {
                contribute(s.value(), sum);
            }
        }
        return null;
    }

    @Override
    public Void copyRange(Stmt.CopyRange s) {
        if (!shadowed(s.target()) || !(s.target().type().element() instanceof Primitive)) {
            return null;
        }
        Operand target = shadow(s.target());
        Operand from = here(s.targetFrom());
        Operand length = here(s.length());
        boolean flows = shadowed(s.source());
        Operand adjoints = target;
        Operand start = from;
        if (flows && sweep.mayShare(s.source(), s.target())) {
            adjoints = out.let(
                    "copied", new Expr.NewArray((dev.adjoint.processor.ir.ArrayType) target.type(), List.of(length)));
            start = Literal.of(0);
            out.add(new Stmt.CopyRange(target, from, adjoints, start, length));
            clear(target, from, length);
            moveBack(s, adjoints, start, length);
            return null;
        }
        if (flows) {
            moveBack(s, adjoints, start, length);
        }
        clear(target, from, length);
        return null;
    }

    private void clear(Operand target, Operand from, Operand length) {
        Operand to = out.infix("to", "+", from, length);
        out.add(new Stmt.Fill(target, from, to, Literal.zero(target.type().element())));
    }

    private void moveBack(Stmt.CopyRange s, Operand adjoints, Operand start, Operand length) {
        Operand source = shadow(s.source());
        Operand sourceFrom = here(s.sourceFrom());
        Arrays.each(out, length, (body, i) -> {
            Var term = body.let("t", new Expr.Load(adjoints, offset(body, start, i)));
            body.add(new Stmt.Accumulate(source, offset(body, sourceFrom, i), term));
        });
    }

    private static Operand offset(BlockBuilder body, Operand start, Var i) {
        return start.equals(Literal.of(0)) ? i : body.infix("at", "+", start, i);
    }

    // ------------------------------------------------------------------------------------------- branches

    @Override
    public Void ifElse(Stmt.If s) {
        if (sweep.calls().guards().contains(s)) {
            guarded(s);
            return null;
        }
        List<Block> arms = List.of(s.then(), s.otherwise());
        return branches(
                arms,
                s.results(),
                (blocks, results) -> new Stmt.If(here(s.condition()), blocks.get(0), blocks.get(1), results));
    }

    private void guarded(Stmt.If s) {
        for (int i = 0; i < s.results().size(); i++) {
            Operand adjoint = adjoints.take(s.results().get(i));
            if (adjoint != null) {
                contribute(s.otherwise().yields().get(i), adjoint);
            }
        }
    }

    @Override
    public Void choose(Stmt.Switch s) {
        List<Block> arms = new ArrayList<>();
        s.cases().forEach(c -> arms.add(c.body()));
        arms.add(s.otherwise());
        return branches(arms, s.results(), (blocks, results) -> {
            List<Stmt.Case> cases = new ArrayList<>();
            for (int i = 0; i < s.cases().size(); i++) {
                cases.add(new Stmt.Case(s.cases().get(i).labels(), blocks.get(i)));
            }
            return new Stmt.Switch(here(s.selector()), cases, blocks.get(blocks.size() - 1), results);
        });
    }

    /** The reverse sweep is reached only if no handler that throws has run. */
    @Override
    public Void guarded(Stmt.Try s) {
        List<Block> arms = new ArrayList<>();
        arms.add(s.body());
        s.handlers().forEach(h -> arms.add(h.body()));
        return branches(arms, s.results(), (blocks, results) -> {
            throw new IllegalStateException("a derivative passes through try with a handler that completes");
        });
    }

    private interface Branch {
        Stmt of(List<Block> arms, List<Var> results);
    }

    private Void branches(List<Block> arms, List<Var> results, Branch statement) {
        List<Region> regions = inner;
        Map<Integer, Operand> taken = new LinkedHashMap<>();
        for (int i = 0; i < results.size(); i++) {
            Operand adjoint = results.get(i).type().isFloating() ? adjoints.take(results.get(i)) : null;
            if (adjoint != null) {
                taken.put(i, adjoint);
            }
        }
        List<Region> alive = new ArrayList<>();
        for (int a = 0; a < arms.size(); a++) {
            if (!arms.get(a).throwsAlways()) {
                alive.add(regions.get(a));
                reverseArm(regions.get(a), arms.get(a), taken);
            }
        }
        if (alive.size() == 1) {
            spliced(alive.get(0));
        } else if (!alive.isEmpty()) {
            joined(regions, arms, statement);
        }
        return null;
    }

    private void reverseArm(Region arm, Block block, Map<Integer, Operand> taken) {
        Adjoints.Accumulation into = sweep.adjoints(arm);
        taken.forEach((i, adjoint) -> {
            Operand yielded = block.yields().get(i);
            if (active(yielded)) {
                into.contribute((Var) yielded, adjoint);
            }
        });
        new Reversal(sweep, arm).run();
    }

    /** The other arms throw: what runs backwards has come through this one. */
    private void spliced(Region arm) {
        out.addAll(arm.closeMirror(List.of()).statements());
        for (Var value : sweep.touched(List.of(arm))) {
            region.adjoints.put(value, arm.adjoints.get(value));
        }
    }

    private void joined(List<Region> regions, List<Block> arms, Branch statement) {
        List<Var> values = List.copyOf(sweep.touched(regions));
        if (values.isEmpty()
                && regions.stream().allMatch(r -> r.mirror.statements().isEmpty())) {
            return;
        }
        List<Var> results = new ArrayList<>();
        values.forEach(v -> results.add(new Var(Adjoints.name(v), v.type())));
        List<Block> blocks = new ArrayList<>();
        for (Region arm : regions) {
            List<Operand> yields = new ArrayList<>();
            values.forEach(v -> yields.add(sweep.currentOrZero(arm, v)));
            for (int i = 0; i < yields.size(); i++) {
                if (sweep.absence().isPossible(yields.get(i))) {
                    sweep.absence().note(results.get(i));
                }
            }
            blocks.add(arm.closeMirror(yields));
        }
        out.add(statement.of(blocks, results));
        for (int i = 0; i < values.size(); i++) {
            region.adjoints.put(values.get(i), results.get(i));
        }
    }

    // --------------------------------------------------------------------------------------------- loops

    @Override
    public Void counted(Stmt.For s) {
        if (sweep.checkpointing().isRecorded(s)) {
            new CheckpointedReversal(sweep, region, s).write();
            return null;
        }
        return loop(s, s.carried(), s.body());
    }

    @Override
    public Void loop(Stmt.While s) {
        return loop(s, s.carried(), s.body());
    }

    private Void loop(Stmt s, Carried carried, Block block) {
        new LoopReversal(sweep, region, region.loops.get(s), carried, block).run(s);
        return null;
    }

    @Override
    public Void raise(Stmt.Throw s) {
        return null;
    }

    @Override
    public Void comment(Stmt.Comment s) {
        List<Stmt> statements = out.statements();
        if (statements.size() > commented) {
            statements.add(commented, s);
        }
        commented = statements.size();
        return null;
    }
}
