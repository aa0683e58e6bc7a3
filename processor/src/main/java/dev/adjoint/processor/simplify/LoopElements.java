package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Parts;
import dev.adjoint.processor.ir.Rewriter;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Uses;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads an array element or row that stays the same through a loop once, before the loop. HotSpot does that by itself only
 * where the loop writes into no array. Where reading could fail and the loop might not run, it is read only if the loop
 * runs.
 */
final class LoopElements extends Rewriter {
    private final References references;
    private final Set<Var> derivative;
    private final Bounds bounds;

    /** What comes after a loop in its block. */
    private final Map<Stmt, List<Stmt>> after = new IdentityHashMap<>();

    private LoopElements(Function function, Set<Var> derivative) {
        this.references = References.of(function, derivative);
        this.derivative = derivative;
        this.bounds = new Bounds(references::isPrivate);
    }

    static Function run(Function function, Set<Var> derivative) {
        return new LoopElements(function, derivative).function(function);
    }

    @Override
    public Void let(Stmt.Let s) {
        bounds.define(s.target(), s.value());
        return super.let(s);
    }

    @Override
    public Block block(Block block) {
        List<Stmt> statements = block.statements();
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i) instanceof Stmt.For) {
                after.put(statements.get(i), statements.subList(i + 1, statements.size()));
            }
        }
        return super.block(block);
    }

    @Override
    public Void counted(Stmt.For s) {
        bounds.enter(s);
        Block body = block(s.body());
        List<Stmt.Let> moved = Writes.of(s).isNone() ? List.of() : invariantReads(s, body);
        List<Stmt> rest = new ArrayList<>(body.statements());
        rest.removeIf(statement -> statement instanceof Stmt.Let && moved.contains(statement));
        List<Stmt> conditional = appendSafe(s, moved);
        Block lighter = new Block(rest, body.yields());
        if (conditional.isEmpty()) {
            out().add(s.with(s.carried(), lighter));
        } else {
            appendIfRuns(s, conditional, lighter);
        }
        return null;
    }

    /** What a handler sees of arrays is what was written before the exception. */
    @Override
    public Void guarded(Stmt.Try s) {
        out().add(s);
        return null;
    }

    /** The reads at the top of the body that are the same in each iteration, with what they are computed from. */
    private List<Stmt.Let> invariantReads(Stmt.For loop, Block body) {
        Set<Var> inside = new HashSet<>(loop.carried().parameters());
        inside.add(loop.counter());
        inside.addAll(Uses.of(body).bound());
        Writes writes = Writes.of(loop);
        List<Stmt.Let> found = new ArrayList<>();
        boolean quiet = true;
        for (Stmt statement : body.statements()) {
            if (statement instanceof Stmt.Let let && isInvariant(let, inside, writes, quiet)) {
                inside.remove(let.target());
                found.add(let);
            } else {
                quiet &= isQuiet(statement);
            }
        }
        return needed(found);
    }

    private boolean isInvariant(Stmt.Let let, Set<Var> inside, Writes writes, boolean quiet) {
        if (let.value().operands().stream().anyMatch(inside::contains)) {
            return false;
        }
        if (!(let.value() instanceof Expr.Load load)) {
            return Effects.isPure(let.value());
        }
        return (quiet || bounds.isWithin(load.array(), load.index())) && !isWritten(load, writes);
    }

    private boolean isWritten(Expr.Load load, Writes writes) {
        return (writes.anywhere() && !references.isPrivate(load.array()))
                || writes.places().stream().anyMatch(p -> references.mayBeSame(load.array(), p.array()));
    }

    /** Whether nobody could tell that a read that fails after the statement has failed before it. */
    private boolean isQuiet(Stmt statement) {
        if (statement instanceof Stmt.Let let) {
            return let.value() instanceof Expr.Load || Effects.isRemovable(let.value(), true);
        }
        if (statement instanceof Stmt.Do || statement instanceof Stmt.Throw || statement instanceof Stmt.While) {
            return false;
        }
        boolean hidden = Writes.ofOne(statement).stream()
                .allMatch(p -> references.isPrivate(p.array()) || references.holdsDerivatives(p.array()));
        return hidden
                && Parts.of(statement).blocks().stream()
                        .allMatch(b -> b.statements().stream().allMatch(this::isQuiet));
    }

    /** The reads, and the arithmetic that they need. */
    private static List<Stmt.Let> needed(List<Stmt.Let> found) {
        List<Stmt.Let> needed = new ArrayList<>();
        Set<Operand> operands = new HashSet<>();
        for (int i = found.size() - 1; i >= 0; i--) {
            Stmt.Let let = found.get(i);
            if (let.value() instanceof Expr.Load || operands.contains(let.target())) {
                needed.add(0, let);
                operands.addAll(let.value().operands());
            }
        }
        return needed;
    }

    /** Appends what cannot fail, and gives the rest, which is to be read only if the loop runs. */
    private List<Stmt> appendSafe(Stmt.For loop, List<Stmt.Let> moved) {
        Set<Var> conditional = new HashSet<>();
        List<Stmt> rest = new ArrayList<>();
        for (Stmt.Let let : moved) {
            boolean safe = Bounds.runs(loop) || isSafe(let.value()) || isReadAnyway(let.value(), loop);
            if (safe && let.value().operands().stream().noneMatch(conditional::contains)) {
                out().add(let);
            } else {
                conditional.add(let.target());
                rest.add(let);
            }
        }
        return rest;
    }

    private boolean isSafe(Expr value) {
        return !(value instanceof Expr.Load load) || bounds.isWithin(load.array(), load.index());
    }

    /** Whether the element is read after the loop, too, so that nobody could tell that reading it failed before the loop. */
    private boolean isReadAnyway(Expr value, Stmt.For loop) {
        if (!isQuiet(loop)) {
            return false;
        }
        for (Stmt statement : after.getOrDefault(loop, List.of())) {
            if (statement instanceof Stmt.Let let && let.value().equals(value)) {
                return true;
            }
            if (!isQuiet(statement) || isWritten((Expr.Load) value, Writes.of(statement))) {
                return false;
            }
        }
        return false;
    }

    private void appendIfRuns(Stmt.For s, List<Stmt> reads, Block body) {
        Var runs = out().let("runs", Bounds.test(s));
        List<Var> results = new ArrayList<>();
        s.carried().results().forEach(r -> results.add(copy(r)));
        Stmt.Carried carried =
                new Stmt.Carried(s.carried().parameters(), s.carried().initial(), results);
        BlockBuilder then = new BlockBuilder();
        then.addAll(reads);
        then.add(s.with(carried, body));
        Block otherwise = new Block(List.of(), s.carried().initial());
        out().add(new Stmt.If(runs, then.build(results), otherwise, s.carried().results()));
    }

    private Var copy(Var variable) {
        Var copy = variable.fresh();
        if (derivative.contains(variable)) {
            derivative.add(copy);
        }
        return copy;
    }
}
