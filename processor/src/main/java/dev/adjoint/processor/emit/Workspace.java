package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Arrays, one for each type, through which the parts of a method hand values to each other. */
final class Workspace {
    private final Map<Type, Var> arrays = new LinkedHashMap<>();
    private final Map<Type, Integer> sizes = new LinkedHashMap<>();
    private final Map<Var, Integer> places = new LinkedHashMap<>();

    boolean holds(Var variable) {
        return places.containsKey(variable);
    }

    /** Gives the variable a place. */
    void add(Var variable) {
        Type type = variable.type();
        arrays.computeIfAbsent(type, t -> new Var("values", new ArrayType(t)));
        places.computeIfAbsent(variable, v -> sizes.merge(type, 1, Integer::sum) - 1);
    }

    /** The array that has, or will have, the variable's value. */
    Var array(Var variable) {
        return java.util.Objects.requireNonNull(arrays.get(variable.type()));
    }

    Literal place(Var variable) {
        return Literal.of(java.util.Objects.requireNonNull(places.get(variable)));
    }

    Stmt save(Var variable) {
        return new Stmt.Store(array(variable), place(variable), variable);
    }

    Stmt restore(Var variable) {
        return new Stmt.Let(variable, new Expr.Load(array(variable), place(variable)));
    }

    /** The statements that make the arrays. */
    List<Stmt> allocation() {
        List<Stmt> all = new ArrayList<>();
        arrays.forEach((type, array) -> {
            Literal size = Literal.of(sizes.getOrDefault(type, 0));
            all.add(new Stmt.Let(array, new Expr.NewArray((ArrayType) array.type(), List.of(size))));
        });
        return all;
    }
}
