package dev.adjoint.processor.transform;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Stmt.Carried;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the mirror of one loop: a loop of its own that runs through the iterations from the last to the first, or, where
 * iterations exchange nothing but sums whose adjoints are known beforehand, at the end of each iteration itself.
 */
final class LoopReversal {
    private final Adjoints sweep;
    private final Region region;
    private final Looping loop;
    private final Carried carried;
    private final Block block;
    private final Region body;
    private final Adjoints.Accumulation adjoints;

    LoopReversal(Adjoints sweep, Region region, Looping loop, Carried carried, Block block) {
        this.sweep = sweep;
        this.region = region;
        this.loop = loop;
        this.carried = carried;
        this.block = block;
        this.body = loop.body();
        this.adjoints = sweep.adjoints(region);
    }

    void run(Stmt statement) {
        Map<Integer, Operand> results = takeResults();
        Seeds seeds = new Seeds(sweep, region, loop.start());
        boolean known = results.values().stream().allMatch(seeds::isKnown);
        if (known && statement instanceof Stmt.For counted && sweep.mayFuse(region, counted)) {
            fuse(results, seeds);
        } else {
            mirror(results, statement);
        }
    }

    private boolean active(Operand value) {
        return value.type().isFloating() && sweep.activity().active(value);
    }

    private void contribute(Operand value, Operand term) {
        if (active(value)) {
            adjoints.contribute((Var) value, term);
        }
    }

    /** The adjoints of the loop's active results, by their place; zero where nothing was contributed. */
    private Map<Integer, Operand> takeResults() {
        Map<Integer, Operand> taken = new LinkedHashMap<>();
        for (int i = 0; i < carried.parameters().size(); i++) {
            Var result = carried.results().get(i);
            @Nullable Operand adjoint = result.type().isFloating() ? adjoints.take(result) : null;
            if (active(carried.parameters().get(i))) {
                taken.put(i, adjoint == null ? Literal.zero(result.type()) : adjoint);
            }
        }
        return taken;
    }

    private void enter(int place, Operand adjoint) {
        Operand yielded = block.yields().get(place);
        if (active(yielded)) {
            sweep.adjoints(body).contribute((Var) yielded, adjoint);
        }
    }

    // ------------------------------------------------------------------------------------- in each iteration

    /** The adjoint of a sum stays the same; that of an outer value is summed up from zero in the order of the iterations. */
    private void fuse(Map<Integer, Operand> results, Seeds seeds) {
        loop.fuse();
        results.forEach((i, adjoint) -> enter(i, seeds.written(loop.before(), adjoint)));
        new Reversal(sweep, body).run();
        body.carried.forEach((value, parameter) -> {
            Var result = new Var(Adjoints.name(value), value.type());
            loop.addCarried(parameter, Literal.zero(value.type()), result);
            body.yields.add(body.adjoints.get(value));
            adjoints.contribute(value, sweep.mirrors().in(region, result));
        });
        results.forEach((i, adjoint) -> contribute(carried.initial().get(i), adjoint));
    }

    // -------------------------------------------------------------------------------------- from last to first

    private final List<Var> parameters = new ArrayList<>();
    private final List<Operand> initial = new ArrayList<>();
    private final List<Var> mirrored = new ArrayList<>();
    private final List<Operand> next = new ArrayList<>();
    private final Map<Var, Var> outer = new LinkedHashMap<>();

    /** The adjoints carried from one reversed iteration to the next are those of what iterations hand on. */
    private void mirror(Map<Integer, Operand> results, Stmt statement) {
        Var counter = loop.counter().fresh();
        body.available.put(loop.counter(), counter);
        results.forEach((i, adjoint) -> {
            Var value = carried.parameters().get(i);
            add(new Var(Adjoints.name(value), value.type()), adjoint);
        });
        int k = 0;
        for (int place : results.keySet()) {
            enter(place, parameters.get(k++));
        }
        new Reversal(sweep, body).run();
        results.keySet().forEach(this::handOn);
        body.carried.forEach(this::carry);
        loop.countdowns().forEach(this::countDown);
        append(statement, counter);
        outer.forEach(region.adjoints::put);
        k = 0;
        for (int place : results.keySet()) {
            contribute(carried.initial().get(place), mirrored.get(k++));
        }
    }

    private Var add(Var parameter, Operand first) {
        Var result = parameter.fresh();
        parameters.add(parameter);
        initial.add(first);
        mirrored.add(result);
        return result;
    }

    private void handOn(int place) {
        Var parameter = carried.parameters().get(place);
        Operand adjoint = sweep.adjoints(body).take(parameter);
        next.add(adjoint == null ? Literal.zero(parameter.type()) : adjoint);
    }

    private void carry(Var value, Var parameter) {
        outer.put(value, add(parameter, sweep.currentOrZero(region, value)));
        next.add(body.adjoints.get(value));
    }

    private void countDown(Looping.Countdown countdown) {
        add(countdown.after(), countdown.last());
        next.add(countdown.value());
    }

    private void append(Stmt statement, Var counter) {
        BlockBuilder out = region.mirror;
        if (!body.mirror.statements().isEmpty() || !mirrored.isEmpty()) {
            Carried all = new Carried(parameters, initial, mirrored);
            Stmt whole = loop.mirror(all, counter, out, () -> body.closeMirror(next));
            out.add(sweep.rows().selects(statement) ? narrowed((Stmt.For) statement, (Stmt.For) whole) : whole);
        }
    }

    private Stmt narrowed(Stmt.For statement, Stmt.For whole) {
        boolean again = false;
        for (Region r = region; r != null; r = r.parent) {
            again |= r.repeated;
        }
        return sweep.rows().narrowed(statement, whole, region.mirror, again);
    }
}
