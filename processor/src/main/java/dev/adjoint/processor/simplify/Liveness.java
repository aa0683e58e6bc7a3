package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Parts;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which statements and variables a function's result and effects depend on. Everything is dead until something that is
 * alive needs it, so that loops that only feed themselves are found dead.
 */
final class Liveness {
    private final References references;
    private final Set<Var> derivative;
    private final Set<Var> checked;
    private final Bounds bounds = new Bounds();
    private final Map<Stmt, Stmt> enclosing = new IdentityHashMap<>();
    private final Map<Var, Stmt> binder = new HashMap<>();
    private final Map<Var, List<Stmt>> writers = new HashMap<>();
    private final Set<Stmt> liveStatements = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Var> liveVariables = new HashSet<>();
    private final Set<Var> mustThrow = new HashSet<>();
    private final Deque<Runnable> work = new ArrayDeque<>();

    private Liveness(References references, Set<Var> derivative, Set<Var> checked) {
        this.references = references;
        this.derivative = derivative;
        this.checked = checked;
    }

    static Liveness of(Function function, Set<Var> derivative, Set<Var> checked) {
        Liveness liveness = new Liveness(References.of(function, derivative), derivative, checked);
        liveness.index(function.body(), null);
        function.body().yields().forEach(liveness::returned);
        while (!liveness.work.isEmpty()) {
            liveness.work.poll().run();
        }
        return liveness;
    }

    boolean isLive(Stmt statement) {
        return liveStatements.contains(statement);
    }

    boolean isLive(Var variable) {
        return liveVariables.contains(variable);
    }

    /** Whether the exception that the binding may end with has to be thrown, used or not. */
    boolean mustThrow(Stmt.Let let) {
        return mustThrow.contains(let.target());
    }

    private void index(Block block, @org.jspecify.annotations.Nullable Stmt region) {
        for (Stmt statement : block.statements()) {
            if (region != null) {
                enclosing.put(statement, region);
            }
            Parts parts = Parts.of(statement);
            parts.inner().forEach(v -> binder.put(v, statement));
            parts.bound().forEach(v -> binder.put(v, statement));
            bounds.meet(statement);
            parts.blocks().forEach(b -> index(b, statement));
            begin(statement);
        }
    }

    /** A statement with an effect of its own is alive; a write into a private array is once the array is read. */
    private void begin(Stmt statement) {
        if (statement instanceof Stmt.Let let) {
            if (checked.contains(let.target()) && bounds.canFail(let.value())) {
                mustThrow.add(let.target());
                mark(let);
            }
            begin(let, let.value(), derivative.contains(let.target()));
        } else if (statement instanceof Stmt.Do || statement instanceof Stmt.Throw || statement instanceof Stmt.While) {
            mark(statement);
        } else if (statement instanceof Stmt.Try guarded) {
            begin(guarded);
        } else {
            Writes.ofOne(statement).forEach(place -> write(statement, place.array()));
        }
    }

    /** Whether something in the guarded part throws decides what runs next. */
    private void begin(Stmt.Try statement) {
        mark(statement);
        statement.results().forEach(this::need);
        statement.body().statements().forEach(this::markWhole);
    }

    private void begin(Stmt statement, Expr value, boolean ofDerivative) {
        if (!Effects.isRemovable(value, ofDerivative)) {
            mark(statement);
        }
    }

    private void write(Stmt statement, Operand array) {
        boolean fails = array instanceof Var variable && checked.contains(variable) && bounds.canFail(statement);
        if (references.isPrivate(array) && !fails) {
            Var root = references.root((Var) array);
            writers.computeIfAbsent(root, r -> new ArrayList<>()).add(statement);
        } else {
            mark(statement);
        }
    }

    private void mark(Stmt statement) {
        work.add(() -> visit(statement));
    }

    private void need(Operand operand) {
        if (operand instanceof Var variable) {
            work.add(() -> visit(variable));
        }
    }

    /** The caller sees the elements of an array that is returned. */
    private void returned(Operand operand) {
        need(operand);
        read(operand);
    }

    private void visit(Stmt statement) {
        if (!liveStatements.add(statement)) {
            return;
        }
        if (enclosing.containsKey(statement)) {
            mark(enclosing.get(statement));
        }
        if (statement instanceof Stmt.For loop) {
            need(loop.from());
            need(loop.bound());
        } else if (statement instanceof Stmt.While loop) {
            loop.condition().yields().forEach(this::need);
        } else {
            Parts.of(statement).operands().forEach(this::need);
        }
        readBy(statement);
    }

    private void readBy(Stmt statement) {
        if (statement instanceof Stmt.CopyRange copy) {
            read(copy.source());
        } else if (statement instanceof Stmt.Let let && !(let.value() instanceof Expr.Length)) {
            let.value().operands().forEach(this::read);
        }
    }

    private void read(Operand array) {
        if (array instanceof Var variable) {
            List<Stmt> all = writers.remove(references.root(variable));
            if (all != null) {
                all.forEach(this::mark);
            }
        }
    }

    private void visit(Var variable) {
        Stmt statement = binder.get(variable);
        if (!liveVariables.add(variable) || statement == null) {
            return;
        }
        mark(statement);
        if (statement instanceof Stmt.Let) {
            return;
        }
        if (statement instanceof Stmt.For loop) {
            handOn(variable, loop.carried(), loop.body());
        } else if (statement instanceof Stmt.While loop) {
            handOn(variable, loop.carried(), loop.body());
        } else {
            int i = Parts.of(statement).bound().indexOf(variable);
            Parts.of(statement).blocks().stream()
                    .filter(arm -> i >= 0 && i < arm.yields().size() && !arm.throwsAlways())
                    .forEach(arm -> need(arm.yields().get(i)));
        }
    }

    private void handOn(Var variable, Stmt.Carried carried, Block body) {
        int i = Math.max(
                carried.parameters().indexOf(variable), carried.results().indexOf(variable));
        if (i >= 0) {
            need(carried.parameters().get(i));
            need(carried.initial().get(i));
            need(body.yields().get(i));
        }
    }

    /** Keeps a statement with all that is in it. */
    private void markWhole(Stmt statement) {
        mark(statement);
        Parts parts = Parts.of(statement);
        parts.inner().forEach(this::need);
        parts.bound().forEach(this::need);
        for (Block block : parts.blocks()) {
            block.statements().forEach(this::markWhole);
            block.yields().forEach(this::need);
        }
    }
}
