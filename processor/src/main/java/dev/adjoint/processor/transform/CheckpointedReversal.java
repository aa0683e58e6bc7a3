package dev.adjoint.processor.transform;

import dev.adjoint.processor.analysis.Activity;
import dev.adjoint.processor.analysis.Aliases;
import dev.adjoint.processor.analysis.Memory;
import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Stmt.Carried;
import dev.adjoint.processor.ir.Stmt.Relation;
import dev.adjoint.processor.ir.Uses;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes the reverse sweep of a checkpointed loop: for each step, from the last to the first, the way there from the latest
 * stored state, then the step with its recordings and its reverse.
 */
final class CheckpointedReversal {
    private final Adjoints sweep;
    private final Region region;
    private final Stmt.For loop;
    private final Checkpointed checkpointed;
    private final StateShadows shadows;
    private final Var top;
    private final BlockBuilder out;
    private final List<Integer> numbers = new ArrayList<>();
    private final List<Var> outer = new ArrayList<>();

    CheckpointedReversal(Adjoints sweep, Region region, Stmt.For loop) {
        Checkpointing.Recorded recorded = sweep.checkpointing().of(loop);
        this.sweep = sweep;
        this.region = region;
        this.loop = loop;
        this.checkpointed = recorded.loop();
        this.shadows = recorded.shadows();
        this.top = recorded.top();
        this.out = region.mirror;
        for (int i = 0; i < loop.carried().parameters().size(); i++) {
            if (active(loop.carried().parameters().get(i))) {
                numbers.add(i);
            }
        }
        checkpointed.state().free().stream().filter(this::active).forEach(outer::add);
    }

    private boolean active(Operand value) {
        return value.type().isFloating() && sweep.activity().active(value);
    }

    private Operand here(Operand value) {
        return sweep.mirrors().in(region, value);
    }

    void write() {
        Rounds rounds = new Rounds();
        rounds.carry("top", here(top));
        Adjoints.Accumulation adjoints = sweep.adjoints(region);
        List<Var> results = loop.carried().results();
        for (Var result : results) {
            Operand adjoint = active(result) ? adjoints.take(result) : null;
            if (numbers.contains(results.indexOf(result))) {
                rounds.carry(Adjoints.name(result), adjoint == null ? Literal.zero(result.type()) : adjoint);
            }
        }
        outer.forEach(v -> rounds.carry(Adjoints.name(v), Literal.zero(v.type())));
        shadows.indices()
                .forEach(i -> rounds.carry(
                        Adjoints.name(results.get(i)), here(sweep.shadows().of(results.get(i)))));
        Var last = new Var("last", Primitive.INT);
        BlockBuilder body = new BlockBuilder();
        List<Operand> next = round(body, last, rounds.parameters);
        Operand end = out.infix("last", "-", here(checkpointed.count()), Literal.of(1));
        Carried carried = new Carried(rounds.parameters, rounds.initial, rounds.results);
        Map<Operand, Operand> seen = seen();
        checkpointed.restoreInputs(out, this::here);
        out.add(new Stmt.For(last, end, Relation.GE, Literal.of(0), -1, carried, body.build(next)));
        seen.forEach((array, content) -> Arrays.overwrite(out, array, content));
        for (int j = 0; j < numbers.size(); j++) {
            Operand initial = loop.carried().initial().get(numbers.get(j));
            if (active(initial)) {
                adjoints.contribute((Var) initial, rounds.results.get(1 + j));
            }
        }
        for (int j = 0; j < outer.size(); j++) {
            adjoints.contribute(outer.get(j), rounds.results.get(1 + numbers.size() + j));
        }
    }

    /** Copies of the arrays that the caller expects to be as the function has left them. */
    private Map<Operand, Operand> seen() {
        BlockBuilder copies = new BlockBuilder();
        Map<Operand, Operand> seen = new LinkedHashMap<>();
        for (Var array : checkpointed.changed()) {
            if (sweep.isSeen(array)) {
                seen.put(here(array), Arrays.deepCopy(copies, array.name() + "Left", here(array)));
            }
        }
        sweep.checkpointing().primal().addAll(Uses.of(copies.statements()).bound());
        out.addAll(copies.statements());
        return seen;
    }

    /** What the rounds hand on: the index of the latest stored state, then adjoints, then shadows. */
    private static final class Rounds {
        private final List<Var> parameters = new ArrayList<>();
        private final List<Operand> initial = new ArrayList<>();
        private final List<Var> results = new ArrayList<>();

        void carry(String name, Operand first) {
            parameters.add(new Var(name, first.type()));
            initial.add(first);
            results.add(new Var(name, first.type()));
        }
    }

    private List<Operand> round(BlockBuilder body, Var last, List<Var> given) {
        BlockBuilder way = new BlockBuilder();
        Checkpointed.Point back = checkpointed.back(way, given.get(0), this::here);
        Checkpointed.Point at = checkpointed.on(way, back, last, this::here);
        Operand counter = checkpointed.counter(way, last, this::here);
        sweep.checkpointing().primal().addAll(Uses.of(way.statements()).bound());
        sweep.checkpointing().primal().add(given.get(0));
        sweep.checkpointing().primal().add(last);
        body.addAll(way.statements());
        Step step = new Step(at.carried(), counter);
        List<Operand> next = new ArrayList<>(List.of(at.top()));
        next.addAll(step.reverse(body, given));
        return next;
    }

    /** One step, as a function of its own whose sweeps follow on each other. */
    private final class Step {
        private final List<? extends Operand> carried;
        private final Function function;

        Step(List<? extends Operand> carried, Operand counter) {
            this.carried = carried;
            Block block = checkpointed.step(counter, carried, CheckpointedReversal.this::here);
            Set<Var> parameters = new LinkedHashSet<>(Uses.of(block).free());
            carried.forEach(v -> parameters.add((Var) v));
            Function.Key key = new Function.Key("step of " + loop.counter().name(), "step");
            this.function = new Function(key, List.copyOf(parameters), block, null);
            sweep.checkpointing().primal().addAll(Uses.of(block).bound());
        }

        List<Operand> reverse(BlockBuilder body, List<Var> given) {
            List<Operand> before = shadows.of(body, carried, CheckpointedReversal.this::here);
            Adjoints step = sweeps(before);
            int from = 1 + numbers.size() + outer.size();
            for (int j = 0; j < numbers.size(); j++) {
                step.seed(function.body().yields().get(numbers.get(j)), given.get(1 + j));
            }
            seedShadows(step, given.subList(from, given.size()));
            step.write(body);
            step.primalCopies().forEach(v -> sweep.checkpointing().primal().add((Var) v));
            List<Operand> next = new ArrayList<>();
            numbers.forEach(i -> next.add(step.adjoint((Var) carried.get(i))));
            for (int j = 0; j < outer.size(); j++) {
                next.add(sum(body, outer.get(j), given.get(1 + numbers.size() + j), step));
            }
            next.addAll(before);
            return next;
        }

        private Operand sum(BlockBuilder body, Var value, Operand before, Adjoints step) {
            Operand mirrored = here(value);
            Operand more = mirrored instanceof Var var ? step.adjoint(var) : Literal.zero(value.type());
            return more instanceof Literal
                    ? before
                    : body.apply(Adjoints.name(value), Op.infix("+", (Primitive) value.type()), before, more);
        }

        private Adjoints sweeps(List<Operand> before) {
            Map<Var, Operand> parameterShadows = new LinkedHashMap<>();
            List<Operand> active = new ArrayList<>();
            for (Var v : checkpointed.state().free()) {
                if (here(v) instanceof Var mirrored && sweep.activity().active(v)) {
                    active.add(mirrored);
                    if (sweep.shadows().has(v)) {
                        parameterShadows.put(mirrored, here(sweep.shadows().of(v)));
                    }
                }
            }
            numbers.forEach(i -> active.add(carried.get(i)));
            for (int j = 0; j < before.size(); j++) {
                Var reference = (Var) carried.get(shadows.indices().get(j));
                active.add(reference);
                parameterShadows.put(reference, before.get(j));
            }
            Aliases aliases = Aliases.of(function);
            Specialisations specialisations = sweep.checkpointing().specialisations();
            Activity activity =
                    Activity.of(function, aliases, active, dependents(active), specialisations.chain()::passes);
            Memory memory = Memory.of(function, aliases, specialisations.writes());
            BrokenStop.require(memory, function.body().yields());
            return new Adjoints(function, aliases, activity, memory, specialisations, parameterShadows, null);
        }

        private List<Operand> dependents(List<Operand> active) {
            List<Operand> all = new ArrayList<>();
            active.stream().filter(v -> v.type().isArray()).forEach(all::add);
            numbers.forEach(i -> all.add(function.body().yields().get(i)));
            shadows.indices().forEach(i -> all.add(function.body().yields().get(i)));
            return all;
        }

        /** The shadows of what the step hands on get what the steps after it have found, each array once. */
        private void seedShadows(Adjoints step, List<Var> found) {
            List<Integer> indices = shadows.indices();
            for (int j = 0; j < indices.size(); j++) {
                Operand next = function.body().yields().get(indices.get(j));
                if (step.shadows().has(next)) {
                    seedShadow(step.turn(), step.shadows().of(next), found.get(j), found.subList(0, j));
                }
            }
        }

        private void seedShadow(BlockBuilder turn, Operand shadow, Var found, List<Var> earlier) {
            Var known = StateShadows.same(turn, shadow, found);
            Operand done = known;
            for (Var other : earlier) {
                if (other.type().equals(found.type())) {
                    done = turn.infix("done", "|", done, StateShadows.same(turn, other, found));
                }
            }
            BlockBuilder add = new BlockBuilder();
            Arrays.accumulate(add, shadow, found);
            turn.add(new Stmt.If(done, Block.EMPTY, add.build(), List.of()));
        }
    }
}
