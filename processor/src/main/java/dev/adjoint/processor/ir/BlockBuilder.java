package dev.adjoint.processor.ir;

import java.util.ArrayList;
import java.util.List;

/** A block under construction. Every method that makes a value appends a binding and returns its variable. */
public final class BlockBuilder {
    private final List<Stmt> statements = new ArrayList<>();

    public void add(Stmt statement) {
        statements.add(statement);
    }

    public void addAll(List<? extends Stmt> all) {
        statements.addAll(all);
    }

    public List<Stmt> statements() {
        return statements;
    }

    /** Binds the expression to a new variable. */
    public Var let(String name, Expr value) {
        Var target = new Var(name, value.type());
        statements.add(new Stmt.Let(target, value));
        return target;
    }

    public Var apply(String name, Op op, Operand... args) {
        return let(name, new Expr.Apply(op, List.of(args)));
    }

    /** An operator on two operands of the same primitive type. */
    public Var infix(String name, String symbol, Operand left, Operand right) {
        return apply(name, Op.infix(symbol, (Primitive) left.type()), left, right);
    }

    public Var compare(String name, String symbol, Operand left, Operand right) {
        return apply(name, Op.compare(symbol, (Primitive) left.type()), left, right);
    }

    public Var cast(String name, Operand value, Primitive to) {
        return apply(name, Op.cast((Primitive) value.type(), to), value);
    }

    /** The block, with nothing handed on. */
    public Block build() {
        return build(List.of());
    }

    public Block build(List<? extends Operand> yields) {
        return new Block(statements, List.copyOf(yields));
    }
}
