package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Parts;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Leaves out what is written into arrays of derivatives and never read, because the elements are written again before. The
 * function is followed backwards. Only arrays are looked at that are made here, and only accessed.
 */
final class DeadStores {
    private final References references;
    private final Bounds bounds = new Bounds();
    private final Set<Var> candidates = new HashSet<>();

    /** The loops whose iterations touch one element of the array each, of which it is said below whether it is dead. */
    private final Map<Var, Var> counters = new HashMap<>();

    /** The arrays none of whose elements is read before it is written again. */
    private Set<Var> dead = new HashSet<>();

    private DeadStores(Function function, Set<Var> derivative) {
        this.references = References.of(function, derivative);
        List<Operand> escaping = new ArrayList<>();
        collect(function.body(), escaping);
        escaping.forEach(candidates::remove);
    }

    static Function run(Function function, Set<Var> derivative) {
        DeadStores stores = new DeadStores(function, derivative);
        if (stores.candidates.isEmpty()) {
            return function;
        }
        stores.dead.addAll(stores.candidates);
        Block body = stores.block(function.body());
        return body == function.body()
                ? function
                : new Function(function.key(), function.parameters(), body, function.result());
    }

    // ----------------------------------------------------------------------------------------- candidates

    private void collect(Block block, List<Operand> escaping) {
        for (Stmt statement : block.statements()) {
            bounds.meet(statement);
            Parts parts = Parts.of(statement);
            if (statement instanceof Stmt.Let let) {
                collect(let, escaping);
            } else if (!(statement instanceof Stmt.Accumulate)
                    && !(statement instanceof Stmt.Fill)
                    && !(statement instanceof Stmt.Store store && store.value().type() instanceof Primitive)) {
                escaping.addAll(parts.operands());
            }
            parts.blocks().forEach(b -> collect(b, escaping));
        }
        escaping.addAll(block.yields());
    }

    private void collect(Stmt.Let let, List<Operand> escaping) {
        Var target = let.target();
        if (let.value() instanceof Expr.NewArray
                && target.type().element() instanceof Primitive
                && references.isPrivate(target)
                && references.holdsDerivatives(target)) {
            candidates.add(target);
        } else if (!(let.value() instanceof Expr.Load) && !(let.value() instanceof Expr.Length)) {
            escaping.addAll(let.value().operands());
        }
    }

    // ----------------------------------------------------------------------------------------- statements

    private Block block(Block block) {
        List<Stmt> backwards = new ArrayList<>();
        for (int i = block.statements().size() - 1; i >= 0; i--) {
            statement(block.statements().get(i), backwards);
        }
        Collections.reverse(backwards);
        return block.with(backwards, block.yields());
    }

    private void statement(Stmt statement, List<Stmt> out) {
        if (statement instanceof Stmt.Store store) {
            if (!dead.contains(store.array())) {
                out.add(store);
                overwrite(store);
            }
        } else if (statement instanceof Stmt.Accumulate sum) {
            if (!dead.contains(sum.array())) {
                out.add(sum);
            }
        } else if (statement instanceof Stmt.Fill fill) {
            fill(fill, out);
        } else if (statement instanceof Stmt.If branch) {
            out.add(branch(branch));
        } else if (statement instanceof Stmt.For loop) {
            out.add(counted(loop));
        } else {
            out.add(statement);
            rest(statement);
        }
    }

    private void overwrite(Stmt.Store store) {
        if (candidates.contains(store.array()) && counters.get(store.array()) == store.index()) {
            dead.add((Var) store.array());
        }
    }

    private void fill(Stmt.Fill fill, List<Stmt> out) {
        if (!dead.contains(fill.array())) {
            out.add(fill);
            if (candidates.contains(fill.array()) && !bounds.canFail(fill)) {
                dead.add((Var) fill.array());
            }
        }
    }

    /** What is read is alive; other regions are left as they are. */
    private void rest(Stmt statement) {
        if (statement instanceof Stmt.Let let && let.value() instanceof Expr.Load load) {
            dead.remove(load.array());
        }
        Parts.of(statement).blocks().forEach(this::keep);
    }

    private void keep(Block block) {
        Accesses.of(block).all().forEach(access -> dead.remove(access.array()));
    }

    private Stmt.If branch(Stmt.If s) {
        Set<Var> after = dead;
        dead = new HashSet<>(after);
        Block then = block(s.then());
        Set<Var> first = dead;
        dead = new HashSet<>(after);
        Block otherwise = block(s.otherwise());
        dead.retainAll(first);
        return s.with(s.condition(), then, otherwise, s.results());
    }

    /**
     * What the next iteration does not read is dead at the end of an iteration. Where an iteration has an element of its own,
     * that is dead if the array is after the loop; and the array is dead before a loop that overwrites all of it.
     */
    private Stmt.For counted(Stmt.For s) {
        Set<Var> after = dead;
        Set<Var> own = OwnElements.touched(s, references);
        own.retainAll(candidates);
        own.forEach(array -> counters.put(array, s.counter()));
        Set<Var> end = new HashSet<>(after);
        Block body = settled(s.body(), end, own);
        own.forEach(counters::remove);
        Set<Var> start = dead;
        dead = new HashSet<>(end);
        for (Var array : own) {
            if (!start.contains(array)) {
                dead.remove(array);
            } else if (bounds.covers(s, array)) {
                dead.add(array);
            }
        }
        return s.with(s.carried(), body);
    }

    private Block settled(Block body, Set<Var> end, Set<Var> own) {
        while (true) {
            dead = new HashSet<>(end);
            Block done = block(body);
            Set<Var> read = new HashSet<>(end);
            read.removeAll(dead);
            read.removeAll(own);
            if (read.isEmpty()) {
                return done;
            }
            end.removeAll(read);
        }
    }
}
