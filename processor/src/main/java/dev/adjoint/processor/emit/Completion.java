package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Stmt;

/**
 * Whether control can reach the end of a statement, by the rules with which javac decides what is unreachable (JLS
 * 14.22).
 */
final class Completion implements Stmt.Visitor<Boolean> {
    private static final Completion READER = new Completion();

    static boolean of(Block block) {
        return block.statements().stream().allMatch(Completion::of);
    }

    static boolean of(Stmt statement) {
        return statement.accept(READER);
    }

    /** Whether the loop's condition is the constant {@code true}. */
    static boolean endless(Stmt.While s) {
        return s.condition().yields().get(0) instanceof Literal literal && Boolean.TRUE.equals(literal.value());
    }

    @Override
    public Boolean ifElse(Stmt.If s) {
        return of(s.then()) || of(s.otherwise());
    }

    @Override
    public Boolean loop(Stmt.While s) {
        return !endless(s);
    }

    @Override
    public Boolean choose(Stmt.Switch s) {
        return of(s.otherwise()) || s.cases().stream().anyMatch(c -> of(c.body()));
    }

    @Override
    public Boolean guarded(Stmt.Try s) {
        if (s.last() != null && !of(s.last())) {
            return false;
        }
        return of(s.body()) || s.handlers().stream().anyMatch(h -> of(h.body()));
    }

    @Override
    public Boolean raise(Stmt.Throw s) {
        return false;
    }

    @Override
    public Boolean let(Stmt.Let s) {
        return true;
    }

    @Override
    public Boolean perform(Stmt.Do s) {
        return true;
    }

    @Override
    public Boolean store(Stmt.Store s) {
        return true;
    }

    @Override
    public Boolean accumulate(Stmt.Accumulate s) {
        return true;
    }

    @Override
    public Boolean fill(Stmt.Fill s) {
        return true;
    }

    @Override
    public Boolean copyRange(Stmt.CopyRange s) {
        return true;
    }

    @Override
    public Boolean counted(Stmt.For s) {
        return true;
    }

    @Override
    public Boolean comment(Stmt.Comment s) {
        return true;
    }
}
