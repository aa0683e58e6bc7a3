package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Rewriter;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Var;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names each value once: an expression that was evaluated on the way here is not evaluated again, and an array element is
 * not read again unless something may have written it since.
 */
final class CommonSubexpressions extends Rewriter {
    private static final Set<String> COMMUTATIVE = Set.of("+", "*", "==", "!=", "&", "|", "^");

    private final References references;
    private final Set<Var> derivative;
    private final Map<Var, Expr> definitions = new HashMap<>();
    private Scope scope = new Scope(null);
    private Elements elements;

    private CommonSubexpressions(References references, Set<Var> derivative) {
        this.references = references;
        this.derivative = derivative;
        this.elements = new Elements(references, definitions::get);
    }

    /** A derivative that turns out to be a value of the function itself is taken from the set. */
    static Function run(Function function, Set<Var> derivative) {
        return new CommonSubexpressions(References.of(function, derivative), derivative).function(function);
    }

    /** The expressions evaluated in a block so far, and those evaluated before it. */
    private static final class Scope {
        private final @Nullable Scope outer;
        private final Map<Expr, Operand> values = new HashMap<>();

        Scope(@Nullable Scope outer) {
            this.outer = outer;
        }

        @Nullable
        Operand find(Expr e) {
            for (Scope s = this; s != null; s = s.outer) {
                Operand value = s.values.get(e);
                if (value != null) {
                    return value;
                }
            }
            return null;
        }
    }

    /** What is learnt in a block is forgotten at its end. */
    @Override
    public Block block(Block block) {
        Scope outer = scope;
        Elements before = elements;
        scope = new Scope(outer);
        elements = before.copy();
        try {
            return super.block(block);
        } finally {
            scope = outer;
            elements = before;
        }
    }

    @Override
    public Void let(Stmt.Let s) {
        Expr value = withReciprocal(s.target(), expression(s.value()));
        Operand known = value instanceof Expr.Copy copy ? copy.value() : known(value);
        if (known != null) {
            share(s.target(), known);
            return null;
        }
        out().add(s.with(value));
        forgetWrites(s);
        learn(s.target(), value);
        return null;
    }

    /** Where the function itself has 1 / y, a derivative is multiplied by that rather than divided by y. */
    private Expr withReciprocal(Var target, Expr value) {
        if (!derivative.contains(target) || !(value instanceof Expr.Apply apply) || !isQuotient(apply)) {
            return value;
        }
        Literal one = Literal.floating(1, apply.op().result());
        Operand reciprocal =
                scope.find(new Expr.Apply(apply.op(), List.of(one, apply.args().get(1))));
        boolean usable = reciprocal != null
                && !derivative.contains(reciprocal)
                && !apply.args().get(0).equals(one);
        Op times = Op.infix("*", apply.op().result());
        return usable ? new Expr.Apply(times, List.of(apply.args().get(0), reciprocal)) : value;
    }

    private static boolean isQuotient(Expr.Apply apply) {
        return apply.op().name().equals("/") && apply.op().result().isFloating();
    }

    /** What stands for a value of the function itself must keep every bit from now on. */
    private void share(Var target, Operand known) {
        replace(target, known);
        if (!derivative.contains(target) && target.type() instanceof Primitive) {
            derivative.remove(known);
        }
    }

    private @Nullable Operand known(Expr value) {
        if (value instanceof Expr.Load load) {
            return elements.value(load);
        }
        if (!Effects.repeats(value)) {
            return null;
        }
        Operand same = scope.find(value);
        return same == null && value instanceof Expr.Apply apply && commutes(apply) ? scope.find(swapped(apply)) : same;
    }

    private static boolean commutes(Expr.Apply apply) {
        return apply.args().size() == 2 && COMMUTATIVE.contains(apply.op().name());
    }

    private static Expr swapped(Expr.Apply apply) {
        return new Expr.Apply(
                apply.op(), List.of(apply.args().get(1), apply.args().get(0)));
    }

    private void learn(Var target, Expr value) {
        definitions.put(target, value);
        if (value instanceof Expr.Load load) {
            elements.learn(load, target);
        } else if (Effects.repeats(value)) {
            scope.values.put(value, target);
        }
        if (value instanceof Expr.NewArray array) {
            scope.values.put(new Expr.Length(target), array.dimensions().get(0));
        }
    }

    private void forgetWrites(Stmt statement) {
        Writes writes = Writes.of(statement);
        if (!writes.isNone()) {
            elements.forget(writes);
        }
    }

    @Override
    public Void perform(Stmt.Do s) {
        super.perform(s);
        forgetWrites(s);
        return null;
    }

    @Override
    public Void store(Stmt.Store s) {
        super.store(s);
        Expr.Load element = new Expr.Load(operand(s.array()), operand(s.index()));
        elements.forget(new Writes.Place(element.array(), element.index()));
        Operand value = operand(s.value());
        if (value.type().equals(element.type())) {
            elements.learn(element, value);
        }
        return null;
    }

    @Override
    public Void accumulate(Stmt.Accumulate s) {
        super.accumulate(s);
        elements.forget(new Writes.Place(operand(s.array()), operand(s.index())));
        return null;
    }

    @Override
    public Void fill(Stmt.Fill s) {
        super.fill(s);
        elements.forget(new Writes.Place(operand(s.array()), null));
        return null;
    }

    @Override
    public Void copyRange(Stmt.CopyRange s) {
        super.copyRange(s);
        elements.forget(new Writes.Place(operand(s.target()), null));
        return null;
    }

    @Override
    public Void ifElse(Stmt.If s) {
        super.ifElse(s);
        forgetWrites(s);
        return null;
    }

    @Override
    public Void choose(Stmt.Switch s) {
        super.choose(s);
        forgetWrites(s);
        return null;
    }

    /** An iteration may find what an earlier one has written. */
    @Override
    public Void counted(Stmt.For s) {
        forgetWrites(s);
        return super.counted(s);
    }

    @Override
    public Void loop(Stmt.While s) {
        forgetWrites(s);
        return super.loop(s);
    }

    /** A handler finds what was written before the exception. */
    @Override
    public Void guarded(Stmt.Try s) {
        forgetWrites(s);
        return super.guarded(s);
    }
}
