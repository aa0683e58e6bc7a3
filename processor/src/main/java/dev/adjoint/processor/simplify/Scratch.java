package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Parts;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Rewriter;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Var;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds arrays that each iteration of a loop fills before it reads them, and that nothing else touches: scratch that was
 * made once to spare allocations. At the start of such an iteration the array is said to be used anew, so that reverse mode
 * may give each iteration an array of its own. A function with a checkpointed loop is left alone: its steps are run again
 * from stored states, which arrays are part of.
 */
final class Scratch {
    private final Map<Var, Expr> definitions = new LinkedHashMap<>();
    private final Map<Var, Integer> mentions = new HashMap<>();
    private final Map<Stmt, Set<Var>> anew = new IdentityHashMap<>();
    private boolean checkpoints;

    private Scratch() {}

    static Function run(Function function) {
        Scratch scratch = new Scratch();
        scratch.define(function.body());
        if (scratch.checkpoints) {
            return function;
        }
        scratch.definitions.forEach((variable, made) -> scratch.consider(variable, made, function.body()));
        return scratch.anew.isEmpty() ? function : scratch.new Renewal().function(function);
    }

    private void define(Block block) {
        for (Stmt statement : block.statements()) {
            if (statement instanceof Stmt.Let let) {
                definitions.put(let.target(), let.value());
            }
            checkpoints |= statement instanceof Stmt.For loop && loop.checkpoints() != null;
            Parts parts = Parts.of(statement);
            parts.operands().forEach(this::mention);
            parts.blocks().forEach(this::define);
        }
        block.yields().forEach(this::mention);
    }

    private void mention(Operand operand) {
        if (operand instanceof Var variable && !(variable.type() instanceof Primitive)) {
            mentions.merge(variable, 1, Integer::sum);
        }
    }

    private void consider(Var array, Expr made, Block body) {
        if (!(made instanceof Expr.NewArray allocation) || !(array.type().element() instanceof Primitive)) {
            return;
        }
        Coverage coverage = new Coverage(array, allocation.dimensions().get(0), definitions);
        Set<Stmt> loops = new LinkedHashSet<>();
        int covered = covered(array, coverage, body, loops);
        if (covered > 0 && covered == mentions.getOrDefault(array, 0)) {
            loops.forEach(loop ->
                    anew.computeIfAbsent(loop, l -> new LinkedHashSet<>()).add(array));
        }
    }

    /** Finds the innermost loops that fill the array, and gives how often it is mentioned in them or for its length. */
    private int covered(Var array, Coverage coverage, Block block, Set<Stmt> loops) {
        int covered = 0;
        for (Stmt statement : block.statements()) {
            boolean loop = statement instanceof Stmt.For || statement instanceof Stmt.While;
            covered +=
                    loop ? coveredBy(array, coverage, statement, loops) : coveredIn(array, coverage, statement, loops);
        }
        return covered;
    }

    private int coveredIn(Var array, Coverage coverage, Stmt statement, Set<Stmt> loops) {
        int covered = 0;
        for (Block inner : Parts.of(statement).blocks()) {
            covered += covered(array, coverage, inner, loops);
        }
        boolean length = statement instanceof Stmt.Let let && new Expr.Length(array).equals(let.value());
        return length ? covered + 1 : covered;
    }

    private int coveredBy(Var array, Coverage coverage, Stmt loop, Set<Stmt> loops) {
        List<Block> blocks = Parts.of(loop).blocks();
        Block body = blocks.get(blocks.size() - 1);
        int all = accesses(array, body);
        Set<Stmt> inside = new LinkedHashSet<>();
        if (all == 0) {
            return 0;
        }
        if (covered(array, coverage, body, inside) == all) {
            loops.addAll(inside);
            return all;
        }
        if (!makes(body, array) && coverage.covers(body)) {
            loops.add(loop);
            return all;
        }
        return 0;
    }

    private static boolean makes(Block body, Var array) {
        return body.statements().stream()
                .anyMatch(s -> Parts.of(s).bound().contains(array)
                        || Parts.of(s).blocks().stream().anyMatch(b -> makes(b, array)));
    }

    /** How often the array is mentioned where it is read, written, or asked for its length. */
    private static int accesses(Var array, Block block) {
        int count = 0;
        for (Stmt statement : block.statements()) {
            count += accessed(statement).stream().filter(o -> o == array).count();
            for (Block inner : Parts.of(statement).blocks()) {
                count += accesses(array, inner);
            }
        }
        return count;
    }

    private static List<Operand> accessed(Stmt statement) {
        if (statement instanceof Stmt.Let let) {
            return accessed(let.value());
        } else if (statement instanceof Stmt.Store store) {
            return List.of(store.array());
        } else if (statement instanceof Stmt.Accumulate sum) {
            return List.of(sum.array());
        } else if (statement instanceof Stmt.Fill fill) {
            return List.of(fill.array());
        } else if (statement instanceof Stmt.CopyRange copy) {
            return List.of(copy.source(), copy.target());
        }
        return List.of();
    }

    private static List<Operand> accessed(Expr value) {
        boolean access = value instanceof Expr.Load || value instanceof Expr.Length || value instanceof Expr.Clone;
        return access ? List.of(value.operands().get(0)) : List.of();
    }

    /** Gives the arrays other names in the loops that fill them. */
    private final class Renewal extends Rewriter {
        @Override
        public Void counted(Stmt.For s) {
            Map<Var, Var> names = enter(s);
            super.counted(s);
            if (!names.isEmpty()) {
                List<Stmt> done = out().statements();
                Stmt.For loop = (Stmt.For) done.remove(done.size() - 1);
                Block body = with(names, loop.body());
                out().add(loop.with(loop.carried(), body));
            }
            return null;
        }

        @Override
        public Void loop(Stmt.While s) {
            Map<Var, Var> names = enter(s);
            super.loop(s);
            if (!names.isEmpty()) {
                List<Stmt> done = out().statements();
                Stmt.While loop = (Stmt.While) done.remove(done.size() - 1);
                out().add(new Stmt.While(loop.carried(), loop.condition(), with(names, loop.body())));
            }
            return null;
        }

        private Map<Var, Var> enter(Stmt loop) {
            Map<Var, Var> names = new LinkedHashMap<>();
            for (Var array : anew.getOrDefault(loop, Set.of())) {
                names.put(array, array.fresh());
                replace(array, names.get(array));
            }
            return names;
        }

        private Block with(Map<Var, Var> names, Block body) {
            BlockBuilder all = new BlockBuilder();
            names.forEach((array, name) -> {
                replace(array, array);
                all.add(new Stmt.Let(name, new Expr.Reuse(array)));
            });
            all.addAll(body.statements());
            return all.build(body.yields());
        }
    }
}
