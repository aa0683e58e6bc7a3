package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.ArrayType;
import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Rewriter;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Uses;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives each iteration of a loop an array of one element in the place of an array of derivatives that only this loop uses, and
 * of which each iteration only touches the element at the counter. Variables take the place of such small arrays afterwards.
 * The element must be zero whenever an iteration starts, or be written before it is read.
 */
final class Contraction extends Rewriter {
    private static final Literal ZERO = Literal.of(0);

    private final References references;
    private final Uses uses;
    private final Set<Var> derivative;

    /** The arrays made in the block at hand, which the loops of this block are run once for. */
    private Set<Var> madeHere = new HashSet<>();

    private final Set<Var> made = new HashSet<>();
    private final Map<Var, Var> small = new HashMap<>();

    private Contraction(Function function, Set<Var> derivative) {
        this.references = References.of(function, derivative);
        this.uses = Uses.of(function.body());
        this.derivative = derivative;
    }

    /** Contracts what can be; new arrays that hold derivatives are added to {@code derivative}. */
    static Function run(Function function, Set<Var> derivative) {
        return new Contraction(function, derivative).function(function);
    }

    @Override
    public Block block(Block block) {
        Set<Var> outside = madeHere;
        madeHere = new HashSet<>();
        Block done = super.block(block);
        madeHere = outside;
        return done;
    }

    @Override
    public Void let(Stmt.Let s) {
        if (s.value() instanceof Expr.NewArray) {
            madeHere.add(s.target());
            made.add(s.target());
        }
        return super.let(s);
    }

    @Override
    public Void counted(Stmt.For s) {
        List<Var> contracted = new ArrayList<>();
        for (Var array : OwnElements.touched(s, references)) {
            if (isOnlyUsedBy(s, array) && startsAfresh(s, array)) {
                contracted.add(array);
                small.put(array, element(array));
            }
        }
        super.counted(s);
        if (!contracted.isEmpty()) {
            Stmt.For loop =
                    (Stmt.For) out().statements().remove(out().statements().size() - 1);
            out().add(loop.with(loop.carried(), allocating(contracted, loop.body())));
        }
        return null;
    }

    private Var element(Var array) {
        Var element = array.fresh();
        derivative.add(element);
        return element;
    }

    private Block allocating(List<Var> contracted, Block body) {
        List<Stmt> statements = new ArrayList<>();
        for (Var array : contracted) {
            Expr one = new Expr.NewArray((ArrayType) array.type(), List.of(Literal.of(1)));
            statements.add(new Stmt.Let(small.get(array), one));
        }
        statements.addAll(body.statements());
        return body.with(statements, body.yields());
    }

    private boolean isOnlyUsedBy(Stmt.For loop, Var array) {
        return made.contains(array)
                && references.isPrivate(array)
                && references.holdsDerivatives(array)
                && uses.count(array) == Uses.of(loop.body()).count(array)
                && uses.count(array) == accesses(loop.body(), array);
    }

    private static long accesses(Block body, Var array) {
        return Accesses.of(body).all().stream().filter(a -> a.array() == array).count();
    }

    private boolean startsAfresh(Stmt.For loop, Var array) {
        return madeHere.contains(array) || endsWithZero(loop.body(), array) || startsWithStore(loop.body(), array);
    }

    private static boolean endsWithZero(Block body, Var array) {
        for (int i = body.statements().size() - 1; i >= 0; i--) {
            Stmt statement = body.statements().get(i);
            if (touches(statement, array)) {
                return statement instanceof Stmt.Store store
                        && store.value() instanceof Literal literal
                        && literal.isZero();
            }
        }
        return false;
    }

    private static boolean startsWithStore(Block body, Var array) {
        return body.statements().stream()
                .filter(s -> touches(s, array))
                .findFirst()
                .filter(Stmt.Store.class::isInstance)
                .isPresent();
    }

    private static boolean touches(Stmt statement, Var array) {
        return Uses.of(statement).reads(array);
    }

    // -------------------------------------------------------------------------------- accesses to the element

    @Override
    protected Expr expression(Expr expression) {
        return expression instanceof Expr.Load load && small.containsKey(load.array())
                ? new Expr.Load(small.get(load.array()), ZERO)
                : super.expression(expression);
    }

    @Override
    public Void store(Stmt.Store s) {
        Operand element = small.get(s.array());
        if (element == null) {
            return super.store(s);
        }
        out().add(new Stmt.Store(element, ZERO, operand(s.value())));
        return null;
    }

    @Override
    public Void accumulate(Stmt.Accumulate s) {
        Operand element = small.get(s.array());
        if (element == null) {
            return super.accumulate(s);
        }
        out().add(new Stmt.Accumulate(element, ZERO, operand(s.value())));
        return null;
    }
}
