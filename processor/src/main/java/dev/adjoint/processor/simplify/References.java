package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.OpaqueType;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Parts;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.ir.Var;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which variables can hold the same array. Variables between which a reference is handed on form a group; a group whose
 * arrays are all made here and handed to nothing else is private.
 */
final class References {
    private final Map<Var, Var> parents = new HashMap<>();
    private final Set<Var> shared = new HashSet<>();
    private final Set<Var> derivative = new HashSet<>();
    private final Set<Var> primal = new HashSet<>();
    /** Groups of arrays of arrays whose rows are not only those that they were made with. */
    private final Set<Var> mixed = new HashSet<>();
    /** The rows that are read, and from what. */
    private final Map<Var, Var> rows = new LinkedHashMap<>();

    private References() {}

    static References of(Function function, Set<Var> derivatives) {
        References references = new References();
        function.parameters().forEach(references::share);
        references.block(function.body());
        function.body().yields().forEach(references::mix);
        references.settleRows();
        references.close(function, derivatives);
        return references;
    }

    /** Whether a write into one array can change what is read from the other. */
    boolean mayBeSame(Operand left, Operand right) {
        if (!(left instanceof Var) || !(right instanceof Var) || !comparable(left.type(), right.type())) {
            return false;
        }
        Var a = root((Var) left);
        Var b = root((Var) right);
        if (a == b) {
            return true;
        }
        return shared.contains(a) && shared.contains(b) && kindsMeet(a, b);
    }

    /** Whether the array is made here and nothing outside the function's own statements ever sees it before it returns. */
    boolean isPrivate(Operand array) {
        return array instanceof Var variable && !shared.contains(root(variable));
    }

    /** Whether only derivatives are kept in the array. */
    boolean holdsDerivatives(Operand array) {
        return array instanceof Var variable && derivative.contains(root(variable)) && !primal.contains(root(variable));
    }

    /** A variable that stands for all that hold the same reference. */
    Var root(Var variable) {
        Var root = variable;
        for (Var next = parents.get(root); next != null; next = parents.get(root)) {
            root = next;
        }
        for (Var step = variable; step != root; ) {
            Var next = parents.get(step);
            parents.put(step, root);
            step = next;
        }
        return root;
    }

    private boolean kindsMeet(Var a, Var b) {
        return (derivative.contains(a) && derivative.contains(b)) || (primal.contains(a) && primal.contains(b));
    }

    /** Arrays of different element types are different arrays, except among classes, which may extend one another. */
    private static boolean comparable(Type left, Type right) {
        return left.equals(right) || (isOpaque(left) && isOpaque(right));
    }

    private static boolean isOpaque(Type type) {
        return type instanceof OpaqueType || (type instanceof ArrayType array && array.base() instanceof OpaqueType);
    }

    /** Something else may hold the rows of the array, or the array may hold other rows. */
    private void mix(Operand operand) {
        if (operand instanceof Var variable
                && variable.type().isArray()
                && variable.type().element().isArray()) {
            mixed.add(variable);
        }
    }

    /**
     * A row of a private array of arrays that has only the rows it was made with is none of any other array's. Anything
     * else that is read as a row is shared. Arrays of more dimensions are settled first, as their rows may have rows.
     */
    private void settleRows() {
        Map<Integer, Map<Var, Var>> byDimensions = new TreeMap<>(Comparator.reverseOrder());
        rows.forEach((row, array) -> byDimensions
                .computeIfAbsent(dimensions(row.type()), d -> new LinkedHashMap<>())
                .put(row, array));
        byDimensions.values().forEach(this::settle);
    }

    private void settle(Map<Var, Var> same) {
        Set<Var> open = new HashSet<>();
        shared.forEach(v -> open.add(root(v)));
        mixed.forEach(v -> open.add(root(v)));
        Map<Var, Var> first = new HashMap<>();
        same.forEach((row, array) -> {
            if (open.contains(root(array))) {
                share(row);
            } else {
                join(row, first.computeIfAbsent(root(array), a -> row));
            }
        });
    }

    private static int dimensions(Type type) {
        return type.isArray() ? 1 + dimensions(type.element()) : 0;
    }

    private void share(Operand operand) {
        if (operand instanceof Var variable && !(variable.type() instanceof Primitive)) {
            shared.add(variable);
        }
    }

    private void join(Operand left, Operand right) {
        if (left instanceof Var a && right instanceof Var b && !(a.type() instanceof Primitive)) {
            Var rootA = root(a);
            Var rootB = root(b);
            if (rootA != rootB) {
                parents.put(rootA, rootB);
            }
        }
    }

    private void join(List<? extends Operand> left, List<? extends Operand> right) {
        for (int i = 0; i < left.size() && i < right.size(); i++) {
            join(left.get(i), right.get(i));
        }
    }

    /** What is said of one variable holds for its group; a group with members of both kinds is of both kinds. */
    private void close(Function function, Set<Var> derivatives) {
        Set<Var> direct = Set.copyOf(shared);
        direct.forEach(v -> shared.add(root(v)));
        function.parameters().forEach(v -> classify(v, derivatives));
        classify(function.body(), derivatives);
    }

    private void classify(Block block, Set<Var> derivatives) {
        for (Stmt statement : block.statements()) {
            Parts parts = Parts.of(statement);
            parts.inner().forEach(v -> classify(v, derivatives));
            parts.blocks().forEach(b -> classify(b, derivatives));
            if (isRowOfDerivatives(statement)) {
                derivative.add(root(parts.bound().get(0)));
            } else {
                parts.bound().forEach(v -> classify(v, derivatives));
            }
        }
    }

    private void classify(Var variable, Set<Var> derivatives) {
        if (!(variable.type() instanceof Primitive)) {
            (derivatives.contains(variable) ? derivative : primal).add(root(variable));
        }
    }

    /** A row of an array of derivatives holds derivatives, whether it is said to or not. */
    private boolean isRowOfDerivatives(Stmt statement) {
        return statement instanceof Stmt.Let let
                && let.target().type().isArray()
                && let.value() instanceof Expr.Load load
                && load.array() instanceof Var array
                && derivative.contains(root(array))
                && !primal.contains(root(array));
    }

    private void block(Block block) {
        block.statements().forEach(this::statement);
    }

    private void statement(Stmt statement) {
        if (statement instanceof Stmt.Let let) {
            bind(let.target(), let.value());
        } else if (statement instanceof Stmt.Do evaluation) {
            if (!(evaluation.value() instanceof Expr.Load)) {
                evaluation.value().operands().forEach(this::share);
            }
        } else if (statement instanceof Stmt.Store store) {
            share(store.value());
            mix(store.array());
        } else if (statement instanceof Stmt.Fill fill) {
            share(fill.value());
            mix(fill.array());
        } else if (statement instanceof Stmt.CopyRange copy) {
            mix(copy.source());
            mix(copy.target());
        } else {
            region(statement);
        }
    }

    private void bind(Var target, Expr value) {
        if (value instanceof Expr.Copy || value instanceof Expr.Stop || value instanceof Expr.Grow) {
            join(target, value.operands().get(0));
        } else if (value instanceof Expr.NewArray) {
            return;
        } else if (value instanceof Expr.Clone clone) {
            mix(clone.array());
            mix(target);
        } else if (value instanceof Expr.ArrayOf) {
            value.operands().forEach(this::share);
            mix(target);
        } else if (value instanceof Expr.Load load && target.type().isArray() && load.array() instanceof Var array) {
            rows.put(target, array);
        } else if (!(value instanceof Expr.Load) && !(value instanceof Expr.Length)) {
            value.operands().forEach(this::share);
            share(target);
        } else {
            share(target);
        }
    }

    private void region(Stmt statement) {
        Parts parts = Parts.of(statement);
        parts.blocks().forEach(this::block);
        if (statement instanceof Stmt.For loop) {
            carried(loop.carried(), loop.body());
        } else if (statement instanceof Stmt.While loop) {
            carried(loop.carried(), loop.body());
        } else if (statement instanceof Stmt.Throw) {
            parts.operands().forEach(this::share);
        } else {
            parts.inner().forEach(this::share);
            parts.blocks().forEach(arm -> join(parts.bound(), arm.yields()));
        }
    }

    private void carried(Stmt.Carried carried, Block body) {
        join(carried.parameters(), carried.initial());
        join(carried.parameters(), body.yields());
        join(carried.parameters(), carried.results());
    }
}
