package dev.adjoint.processor.transform;

import dev.adjoint.processor.analysis.Memory;
import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.RecordType;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.ir.Uses;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The forward sweep: the function as it is, with every operation on an active reference done on its shadow too, as regions
 * that stay open for recordings.
 */
final class Recorder implements Stmt.Visitor<Void> {
    private final Mirrors mirrors;
    private final Shadows shadows;
    private final Memory memory;
    private final Calls calls;
    private final Checkpointing checkpointing;
    private final RowSelection rows;
    private Region region;

    Recorder(
            Mirrors mirrors,
            Shadows shadows,
            Memory memory,
            Calls calls,
            Checkpointing checkpointing,
            RowSelection rows,
            Region root) {
        this.mirrors = mirrors;
        this.shadows = shadows;
        this.memory = memory;
        this.calls = calls;
        this.checkpointing = checkpointing;
        this.rows = rows;
        this.region = root;
    }

    void block(Block block) {
        block.statements().forEach(s -> s.accept(this));
    }

    private void block(Region inner, Block block) {
        Region outer = region;
        region = inner;
        block(block);
        region = outer;
    }

    private void keep(Stmt statement) {
        region.forward.add(out -> out.add(statement));
    }

    private Void plain(Stmt statement) {
        keep(statement);
        region.steps.add(new Region.Step(statement, List.of()));
        return null;
    }

    private void bind(Var target, Expr value) {
        keep(new Stmt.Let(target, value));
        mirrors.define(target, region, value);
    }

    @Override
    public Void let(Stmt.Let s) {
        if (s.value() instanceof Expr.Call call && calls.isActive(call, s.target())) {
            call(s, call, s.target());
            return null;
        }
        if (s.value() instanceof Expr.GivenCall given && calls.isActive(given, s.target())) {
            function(s, given);
            return null;
        }
        if (s.value() instanceof Expr.Reuse reuse) {
            reused(s, reuse.array());
            return null;
        }
        plain(s);
        mirrors.define(s.target(), region, s.value());
        if (shadows.has(s.target())) {
            shadow(s.target(), s.value());
            rows.made(s.target(), region);
        }
        return null;
    }

    /** The shadow is shared: each mirrored iteration finds it zero and leaves it zero, because it wrote all that it read. */
    private void reused(Stmt.Let s, Operand array) {
        Reused slot = new Reused(s.target(), array);
        region.forward.add(slot);
        region.steps.add(new Region.Step(s, List.of()));
        mirrors.defineReused(s.target(), region, slot);
        if (shadows.has(s.target())) {
            shadows.put(s.target(), shadows.of(array));
        }
    }

    private void shadow(Var target, Expr value) {
        if (value instanceof Expr.Construct construct) {
            shadowOfRecord(target, construct);
            return;
        }
        Expr mirrored = mirrored(value);
        if (mirrored == null) {
            String name = target.name() + shadows.suffix();
            shadows.put(target, made(out -> Arrays.zerosLike(out, name, target)));
        } else {
            bind(shadows.create(target), mirrored);
        }
        if (mirrored instanceof Expr.Load load && memory.stable((Expr.Load) value)) {
            mirrors.alsoStable(load);
        }
        if (calls.isRepeated() && Restoration.isFilled(value) && memory.replacesRows(target)) {
            Operand shadow = shadows.of(target);
            shadows.putOwn(target, made(out -> Arrays.copyOfRows(out, target.name() + "Rows", shadow)));
        }
    }

    /** The shadow of a record holds the shadows of its components, and for a number an array with room for its adjoint. */
    private void shadowOfRecord(Var target, Expr.Construct value) {
        Var shadow = shadows.create(target);
        RecordType type = (RecordType) shadow.type();
        List<Operand> parts = new ArrayList<>();
        for (int i = 0; i < value.components().size(); i++) {
            Operand component = value.components().get(i);
            if (component.type().differentiable()) {
                String name = value.recordType().components().get(i).name();
                parts.add(shadowOfComponent(component, type.component(name).type()));
            }
        }
        bind(shadow, new Expr.Construct(type, parts));
    }

    private Operand shadowOfComponent(Operand component, Type type) {
        if (component.type() instanceof Primitive) {
            Expr box = new Expr.NewArray((ArrayType) type, List.of(Literal.of(1)));
            return made(out -> out.let("bar", box));
        }
        return shadows.has(component) ? shadows.of(component) : Literal.zero(type);
    }

    private void keepMade(Stmt statement) {
        keep(statement);
        if (statement instanceof Stmt.Let let) {
            mirrors.define(let.target(), region, null);
        }
    }

    /** The same operation on shadows; null where the shadow is just zeros of the same shape. */
    private Expr mirrored(Expr value) {
        if (value instanceof Expr.Copy copy) {
            return new Expr.Copy(shadows.of(copy.value()));
        }
        if (value instanceof Expr.Load load) {
            return new Expr.Load(shadows.of(load.array()), load.index());
        }
        if (value instanceof Expr.NewArray array) {
            return new Expr.NewArray((ArrayType) shadows.type(array.type()), array.dimensions());
        }
        if (value instanceof Expr.Field field) {
            return new Expr.Field(shadows.of(field.record()), field.component());
        }
        if (value instanceof Expr.Grow grow) {
            return new Expr.Grow(shadows.of(grow.array()), grow.index());
        }
        boolean ofRows = value.type().isArray() && !(value.type().element() instanceof Primitive);
        if (value instanceof Expr.ArrayOf array && ofRows) {
            List<Operand> rows = array.elements().stream().map(shadows::of).toList();
            return new Expr.ArrayOf((ArrayType) shadows.type(array.type()), rows);
        }
        if (value instanceof Expr.Clone clone && ofRows) {
            return new Expr.Clone(shadows.of(clone.array()));
        }
        return null;
    }

    @Override
    public Void perform(Stmt.Do s) {
        if (s.value() instanceof Expr.Call call && calls.isActive(call, null)) {
            call(s, call, null);
            return null;
        }
        if (s.value() instanceof Expr.GivenCall given && calls.isActive(given, null)) {
            NotRepeatable.require(!calls.isRepeated());
            make(out -> new GivenChecks(out, given).apart(given.args()));
            calls.arguments().put(s, kept(given, given.args()));
        }
        return plain(s);
    }

    /** A method whose derivative is given: the reverse sweep needs the arguments as they are now, and the result. */
    private void function(Stmt.Let s, Expr.GivenCall given) {
        List<Operand> values = new ArrayList<>(kept(given, given.args()));
        plain(s);
        mirrors.define(s.target(), region, s.value());
        if (shadows.has(s.target())) {
            make(out -> new GivenChecks(out, given).isNew(s.target(), given.args()));
            shadow(s.target(), s.value());
        }
        values.addAll(kept(given, List.of(s.target())));
        calls.arguments().put(s, values);
    }

    /** The operands as they are now, which is how the mirror shall see them. */
    private List<Operand> kept(Expr.GivenCall given, List<Operand> operands) {
        List<Operand> kept = new ArrayList<>();
        for (Operand operand : operands) {
            kept.add(memory.settled(given, operand) ? operand : made(out -> Arrays.snapshot(out, operand)));
        }
        return kept;
    }

    private void make(java.util.function.Consumer<BlockBuilder> code) {
        made(out -> {
            code.accept(out);
            return Literal.of(0);
        });
    }

    private Operand made(java.util.function.Function<BlockBuilder, Operand> code) {
        BlockBuilder out = new BlockBuilder();
        Operand value = code.apply(out);
        out.statements().forEach(this::keepMade);
        return value;
    }

    /** The callee runs its own forward sweep, and hands back its tape with the result in it. */
    private void call(Stmt s, Expr.Call call, @Nullable Var target) {
        Calls.Split split = calls.split(call, target);
        Var tape = new Var("tape", split.tape());
        bind(tape, new Expr.Call(split.forward(), calls.forwardArguments(call, shadows), split.tape()));
        calls.tapes().put(s, tape);
        region.steps.add(new Region.Step(s, List.of()));
        if (target != null) {
            bind(target, new Expr.Field(tape, Calls.VALUE));
            if (shadows.has(target)) {
                bind(shadows.create(target), new Expr.Field(tape, Calls.SHADOW));
            }
        }
    }

    @Override
    public Void store(Stmt.Store s) {
        plain(s);
        Expr.Load element = new Expr.Load(s.array(), s.index());
        if (s.value() instanceof Var value
                && value.type().equals(element.type())
                && mirrors.home(value) == region
                && memory.stable(s)) {
            mirrors.alsoElement(value, element);
        }
        rows.written(s, s.index(), region);
        if (shadows.has(s.array()) && !(s.value().type() instanceof Primitive)) {
            keep(new Stmt.Store(shadows.of(s.array()), s.index(), shadows.of(s.value())));
        }
        return null;
    }

    @Override
    public Void accumulate(Stmt.Accumulate s) {
        plain(s);
        rows.written(s, s.index(), region);
        return null;
    }

    @Override
    public Void fill(Stmt.Fill s) {
        plain(s);
        if (shadows.has(s.array()) && !(s.value().type() instanceof Primitive)) {
            keep(new Stmt.Fill(shadows.of(s.array()), s.from(), s.to(), shadows.of(s.value())));
        }
        return null;
    }

    @Override
    public Void copyRange(Stmt.CopyRange s) {
        plain(s);
        if (shadows.has(s.target()) && !(s.target().type().element() instanceof Primitive)) {
            keep(new Stmt.CopyRange(
                    shadows.of(s.source()), s.sourceFrom(), shadows.of(s.target()), s.targetFrom(), s.length()));
        }
        return null;
    }

    @Override
    public Void ifElse(Stmt.If s) {
        if (GuardedTerm.tested(s, mirrors::operation) != null
                && s.results().stream().anyMatch(calls::isActive)) {
            guarded(s);
            return null;
        }
        return branches(
                s,
                List.of(s.then(), s.otherwise()),
                s.results(),
                (arms, results) -> new Stmt.If(s.condition(), arms.get(0), arms.get(1), results));
    }

    /** The term is always there, so that its derivative is; only its value depends on the guard. */
    private void guarded(Stmt.If s) {
        s.otherwise().statements().forEach(inner -> {
            inner.accept(this);
            calls.guarded().addAll(Uses.of(List.of(inner)).bound());
        });
        Stmt.If value = new Stmt.If(
                s.condition(), s.then(), new Block(List.of(), s.otherwise().yields()), s.results());
        keep(value);
        s.results().forEach(result -> mirrors.define(result, region, null));
        calls.guards().add(value);
        region.steps.add(new Region.Step(value, List.of()));
    }

    @Override
    public Void choose(Stmt.Switch s) {
        List<Block> arms = new ArrayList<>();
        s.cases().forEach(c -> arms.add(c.body()));
        arms.add(s.otherwise());
        return branches(s, arms, s.results(), (blocks, results) -> {
            List<Stmt.Case> cases = new ArrayList<>();
            for (int i = 0; i < s.cases().size(); i++) {
                cases.add(new Stmt.Case(s.cases().get(i).labels(), blocks.get(i)));
            }
            return new Stmt.Switch(s.selector(), cases, blocks.get(blocks.size() - 1), results);
        });
    }

    @Override
    public Void guarded(Stmt.Try s) {
        List<Block> arms = new ArrayList<>();
        arms.add(s.body());
        s.handlers().forEach(h -> arms.add(h.body()));
        return branches(s, arms, s.results(), (blocks, results) -> {
            List<Stmt.Handler> handlers = new ArrayList<>();
            for (int i = 0; i < s.handlers().size(); i++) {
                Stmt.Handler handler = s.handlers().get(i);
                handlers.add(new Stmt.Handler(handler.types(), handler.exception(), blocks.get(i + 1)));
            }
            return new Stmt.Try(blocks.get(0), handlers, s.last(), results);
        });
    }

    private Void branches(
            Stmt s, List<Block> blocks, List<Var> results, BiFunction<List<Block>, List<Var>, Stmt> statement) {
        Branching branching = new Branching(mirrors, region, results, statement);
        region.forward.add(branching);
        for (Block block : blocks) {
            block(branching.addArm(block), block);
        }
        results.forEach(result -> mirrors.define(result, region, null));
        region.steps.add(new Region.Step(s, branching.arms()));
        for (int i = 0; i < results.size(); i++) {
            if (shadows.has(results.get(i))) {
                int at = i;
                List<Operand> yields = new ArrayList<>();
                blocks.forEach(b -> yields.add(shadowOf(b, b.yields().get(at))));
                branching.addResult(shadows.create(results.get(i)), yields);
            }
        }
        return null;
    }

    /** The shadow of what a block hands on; a block that throws hands on nothing. */
    private Operand shadowOf(Block block, Operand value) {
        return block.throwsAlways() ? Literal.zero(value.type()) : shadows.of(value);
    }

    @Override
    public Void counted(Stmt.For s) {
        if (s.checkpoints() != null) {
            checkpointing.record(s, region);
            return null;
        }
        return loop(s, new Counted(mirrors, region, s), s.carried(), s.body());
    }

    @Override
    public Void loop(Stmt.While s) {
        return loop(s, new Uncounted(mirrors, region, s), s.carried(), s.body());
    }

    private Void loop(Stmt s, Looping loop, Stmt.Carried carried, Block block) {
        region.forward.add(loop);
        if (rows.selects(s)) {
            loop.select();
        }
        List<Integer> references = new ArrayList<>();
        for (int i = 0; i < carried.parameters().size(); i++) {
            if (shadows.has(carried.parameters().get(i))) {
                references.add(i);
                loop.addCarried(
                        shadows.create(carried.parameters().get(i)),
                        shadows.of(carried.initial().get(i)),
                        shadows.create(carried.results().get(i)));
            }
        }
        block(loop.body(), block);
        carried.results().forEach(result -> mirrors.define(result, region, null));
        references.forEach(
                i -> loop.body().yields.add(shadowOf(block, block.yields().get(i))));
        region.steps.add(new Region.Step(s, List.of(loop.body())));
        region.loops.put(s, loop);
        return null;
    }

    @Override
    public Void raise(Stmt.Throw s) {
        return plain(s);
    }

    @Override
    public Void comment(Stmt.Comment s) {
        region.steps.add(new Region.Step(s, List.of()));
        return null;
    }
}
