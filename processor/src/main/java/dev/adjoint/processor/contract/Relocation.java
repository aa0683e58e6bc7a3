package dev.adjoint.processor.contract;

import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Parts;
import dev.adjoint.processor.ir.Renamer;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Uses;
import dev.adjoint.processor.ir.Var;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Copies code that can stand there several times, with the elements of arrays that are not there in parts of others. */
final class Relocation extends Renamer {
    private final Map<Operand, Entries.Row> places;
    private final Set<Operand> noted;
    private final Consumer<Var> copied;

    /**
     * Prepares one copy.
     *
     * @param places where the elements of each such array are
     * @param noted those variables are of interest
     * @param copied is given what stands for each of them in the copy
     */
    Relocation(Map<Operand, Entries.Row> places, Set<Operand> noted, Consumer<Var> copied) {
        this.places = places;
        this.noted = noted;
        this.copied = copied;
        places.forEach((array, place) -> {
            if (place.from().equals(Literal.of(0))) {
                replace((Var) array, place.array());
            }
        });
    }

    /** Whether code uses no more of an array than single elements. */
    static boolean fits(List<Stmt> code, Var array) {
        return Uses.of(code).count(array) == accesses(code, array);
    }

    private static int accesses(List<Stmt> code, Var array) {
        int count = 0;
        for (Stmt statement : code) {
            boolean load =
                    statement instanceof Stmt.Let let && let.value() instanceof Expr.Load read && read.array() == array;
            boolean write = (statement instanceof Stmt.Store store && store.array() == array)
                    || (statement instanceof Stmt.Accumulate sum && sum.array() == array);
            count += load || write ? 1 : 0;
            for (var block : Parts.of(statement).blocks()) {
                count += accesses(block.statements(), array);
            }
        }
        return count;
    }

    @Override
    protected Var binding(Var variable) {
        Var fresh = super.binding(variable);
        if (noted.contains(variable)) {
            copied.accept(fresh);
        }
        return fresh;
    }

    private Operand array(Operand array) {
        Entries.Row place = places.get(array);
        return place == null ? operand(array) : place.array();
    }

    private Operand index(Operand array, Operand index) {
        Entries.Row place = places.get(array);
        return place == null ? operand(index) : place.at(out(), operand(index));
    }

    @Override
    public Void let(Stmt.Let s) {
        if (s.value() instanceof Expr.Load load && places.containsKey(load.array())) {
            Expr element = new Expr.Load(array(load.array()), index(load.array(), load.index()));
            out().add(new Stmt.Let(binding(s.target()), element));
            return null;
        }
        return super.let(s);
    }

    @Override
    public Void store(Stmt.Store s) {
        Operand index = index(s.array(), s.index());
        out().add(new Stmt.Store(array(s.array()), index, operand(s.value())));
        return null;
    }

    @Override
    public Void accumulate(Stmt.Accumulate s) {
        Operand index = index(s.array(), s.index());
        out().add(new Stmt.Accumulate(array(s.array()), index, operand(s.value())));
        return null;
    }
}
