package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Uses;
import dev.adjoint.processor.ir.Var;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which of some variables must not share a Java variable: where one is assigned, the other is still needed with another
 * value. Walks the function backwards with the set of the variables that are still needed. A copy's target does not
 * disturb its source (Chaitin's rule), unless the source is assigned by the same parallel copy.
 */
final class Interference implements Stmt.Visitor<@Nullable Void> {
    private final Layout layout;
    private final Nesting nesting;
    private final Affinity affinity;
    private final Map<Var, Integer> nodes = new LinkedHashMap<>();
    private final BitSet[] edges;
    private BitSet live = new BitSet();
    /** What is needed if the code at hand throws. */
    private BitSet escape = new BitSet();

    Interference(Function function, Layout layout, Nesting nesting, Affinity affinity) {
        this.layout = layout;
        this.nesting = nesting;
        this.affinity = affinity;
        for (Affinity.Pair pair : affinity.pairs()) {
            nodes.putIfAbsent(pair.target(), nodes.size());
            nodes.putIfAbsent(pair.source(), nodes.size());
        }
        edges = new BitSet[nodes.size()];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = new BitSet();
        }
        function.body().yields().forEach(this::use);
        block(function.body());
    }

    /** The variable's number, or -1 if nothing is asked about it. */
    int node(Var variable) {
        return nodes.getOrDefault(affinity.parameterOf(variable), -1);
    }

    int size() {
        return nodes.size();
    }

    Map<Var, Integer> nodes() {
        return nodes;
    }

    /** The numbers of the variables that the one of that number must not share with. */
    BitSet edges(int node) {
        return edges[node];
    }

    private void use(Operand operand) {
        nesting.leaves(operand, this::read);
    }

    private void read(Var variable) {
        int node = node(variable);
        if (node >= 0) {
            live.set(node);
        }
    }

    private void define(Var variable) {
        int node = node(variable);
        if (node >= 0) {
            disturb(node, -1);
            live.clear(node);
        }
    }

    private void disturb(int node, int except) {
        for (int other = live.nextSetBit(0); other >= 0; other = live.nextSetBit(other + 1)) {
            if (other != node && other != except) {
                edges[node].set(other);
                edges[other].set(node);
            }
        }
    }

    /** All sources are read, then all targets are assigned. */
    private void copies(List<Var> targets, List<Operand> sources) {
        BitSet assigned = new BitSet();
        for (Var target : targets) {
            if (node(target) >= 0) {
                assigned.set(node(target));
            }
        }
        for (int i = 0; i < targets.size(); i++) {
            int node = node(targets.get(i));
            int source = sources.get(i) instanceof Var variable ? node(variable) : -1;
            if (node >= 0) {
                disturb(node, source >= 0 && !assigned.get(source) ? source : -1);
            }
        }
        live.andNot(assigned);
        sources.forEach(this::use);
    }

    private void block(Block block) {
        List<Stmt> statements = block.statements();
        for (int i = statements.size() - 1; i >= 0; i--) {
            if (!nesting.isNested(statements.get(i))) {
                statements.get(i).accept(this);
            }
        }
    }

    /** An arm whose yields go to the results; {@code after} is what is needed after the statement. */
    private BitSet arm(Block arm, List<Var> results, BitSet after) {
        live = (BitSet) (Completion.of(arm) && !layout.returns(arm) ? after : escape).clone();
        if (layout.returns(arm)) {
            arm.yields().forEach(this::use);
        } else if (Completion.of(arm)) {
            copies(results, arm.yields());
        }
        block(arm);
        return live;
    }

    private void arms(List<Block> arms, List<Var> results) {
        BitSet after = live;
        BitSet before = new BitSet();
        arms.forEach(a -> before.or(arm(a, results, after)));
        live = before;
    }

    @Override
    public @Nullable Void ifElse(Stmt.If s) {
        if (nesting.isChoice(s)) {
            define(s.results().get(0));
            nesting.choiceLeaves(s, this::read);
            return null;
        }
        arms(List.of(s.then(), s.otherwise()), s.results());
        use(s.condition());
        return null;
    }

    @Override
    public @Nullable Void choose(Stmt.Switch s) {
        List<Block> arms = new java.util.ArrayList<>();
        s.cases().forEach(c -> arms.add(c.body()));
        arms.add(s.otherwise());
        arms(arms, s.results());
        use(s.selector());
        return null;
    }

    @Override
    public @Nullable Void guarded(Stmt.Try s) {
        BitSet outer = escape;
        if (s.last() != null) {
            block(s.last());
            escape = union(outer, live);
        }
        BitSet after = live;
        BitSet caught = (BitSet) escape.clone();
        for (Stmt.Handler handler : s.handlers()) {
            caught.or(arm(handler.body(), s.results(), union(after, escape)));
        }
        escape = caught;
        live = arm(s.body(), s.results(), union(after, caught));
        escape = outer;
        return null;
    }

    private static BitSet union(BitSet a, BitSet b) {
        BitSet all = (BitSet) a.clone();
        all.or(b);
        return all;
    }

    @Override
    public @Nullable Void counted(Stmt.For s) {
        BitSet header = header(s.carried(), List.of(s.bound()), s.body());
        next(s.carried(), s.body(), header);
        block(s.body());
        live = (BitSet) header.clone();
        use(s.from());
        copies(s.carried().parameters(), s.carried().initial());
        return null;
    }

    @Override
    public @Nullable Void loop(Stmt.While s) {
        BitSet after = live;
        BitSet header = header(s.carried(), List.of(), s.condition(), s.body());
        next(s.carried(), s.body(), header);
        block(s.body());
        live = union(live, after);
        s.condition().yields().forEach(this::use);
        block(s.condition());
        live = (BitSet) header.clone();
        copies(s.carried().parameters(), s.carried().initial());
        return null;
    }

    /** What is needed whenever the loop is about to test whether it goes on. */
    private BitSet header(Stmt.Carried carried, List<Operand> tested, Block... blocks) {
        for (Block block : blocks) {
            Uses.of(block).free().forEach(this::read);
        }
        tested.forEach(this::use);
        carried.parameters().forEach(this::read);
        return (BitSet) live.clone();
    }

    private void next(Stmt.Carried carried, Block body, BitSet header) {
        live = (BitSet) (Completion.of(body) ? header : escape).clone();
        if (Completion.of(body)) {
            copies(carried.parameters(), body.yields());
        }
    }

    @Override
    public @Nullable Void let(Stmt.Let s) {
        define(s.target());
        s.value().operands().forEach(this::use);
        return null;
    }

    @Override
    public @Nullable Void perform(Stmt.Do s) {
        s.value().operands().forEach(this::use);
        return null;
    }

    @Override
    public @Nullable Void store(Stmt.Store s) {
        List.of(s.array(), s.index(), s.value()).forEach(this::use);
        return null;
    }

    @Override
    public @Nullable Void accumulate(Stmt.Accumulate s) {
        List.of(s.array(), s.index(), s.value()).forEach(this::use);
        return null;
    }

    @Override
    public @Nullable Void fill(Stmt.Fill s) {
        List.of(s.array(), s.from(), s.to(), s.value()).forEach(this::use);
        return null;
    }

    @Override
    public @Nullable Void copyRange(Stmt.CopyRange s) {
        List.of(s.source(), s.sourceFrom(), s.target(), s.targetFrom(), s.length())
                .forEach(this::use);
        return null;
    }

    @Override
    public @Nullable Void raise(Stmt.Throw s) {
        live = (BitSet) escape.clone();
        use(s.exception());
        return null;
    }

    @Override
    public @Nullable Void comment(Stmt.Comment s) {
        return null;
    }
}
