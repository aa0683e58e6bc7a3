package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Uses;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts values in the place of their names, computes what is constant, applies the table of rewrites, and takes branches
 * that are decided. A value that a loop hands on unchanged is not handed on.
 */
final class Propagation extends ReachableCode {
    /** More steps than any sensible expression takes; a pair of rules that undo each other ends here. */
    private static final int STEPS = 20;

    private final Set<Var> derivative;
    private final Uses uses;
    private final Map<Var, Expr> definitions = new HashMap<>();
    private final Guards guards = new Guards(definitions::get);
    private final Map<Var, Integer> moreUses = new HashMap<>();
    private final Matching primal = new Matching(definitions::get, this::isUnshared, e -> bind(e, false));
    private final Matching derived = new Matching(definitions::get, this::isUnshared, e -> bind(e, true));
    private Set<Var> here = new HashSet<>();

    private Propagation(Function function, Set<Var> derivative) {
        this.derivative = derivative;
        this.uses = Uses.of(function.body());
    }

    /** Simplifies a function; variables made for derivatives are added to the set. */
    static Function run(Function function, Set<Var> derivative) {
        return new Propagation(function, derivative).function(function);
    }

    @Override
    public Block block(Block block) {
        Set<Var> outer = here;
        here = new HashSet<>();
        try {
            return super.block(block);
        } finally {
            here = outer;
        }
    }

    @Override
    public void replace(Var variable, Operand by) {
        super.replace(variable, by);
        if (by instanceof Var v && v != variable) {
            moreUses.merge(v, uses.count(variable) + moreUses.getOrDefault(variable, 0), Integer::sum);
        }
    }

    @Override
    public Void let(Stmt.Let s) {
        Expr value = simplest(expression(s.value()), derivative.contains(s.target()));
        if (value instanceof Expr.Copy copy) {
            replace(s.target(), copy.value());
        } else {
            define(s.with(value));
        }
        return null;
    }

    private void define(Stmt.Let let) {
        definitions.put(let.target(), let.value());
        here.add(let.target());
        out().add(let);
    }

    private Expr simplest(Expr value, boolean ofDerivative) {
        Expr current = value;
        for (int step = 0; step < STEPS; step++) {
            Expr next = simpler(current, ofDerivative);
            if (next == null) {
                return current;
            }
            current = next;
        }
        return current;
    }

    private @Nullable Expr simpler(Expr value, boolean ofDerivative) {
        if (value instanceof Expr.Field field) {
            return component(field);
        }
        if (!(value instanceof Expr.Apply apply)) {
            return null;
        }
        Literal folded = Folding.fold(apply);
        if (folded != null) {
            return new Expr.Copy(folded);
        }
        Expr logical = Logic.simpler(apply, definitions::get);
        return logical != null ? logical : Rewrites.simpler(apply, ofDerivative ? derived : primal, ofDerivative);
    }

    /** Whether the variable has one use, and is bound in the same block, so that no work moves into a loop. */
    private boolean isUnshared(Var variable) {
        return here.contains(variable) && uses.count(variable) + moreUses.getOrDefault(variable, 0) == 1;
    }

    private Operand bind(Expr.Apply apply, boolean ofDerivative) {
        Expr value = simplest(apply, ofDerivative);
        if (value instanceof Expr.Copy copy) {
            return copy.value();
        }
        Var target = new Var("t", value.type());
        if (ofDerivative) {
            derivative.add(target);
        }
        define(new Stmt.Let(target, value));
        return target;
    }

    /** The component of a record that was put together here. */
    private @Nullable Expr component(Expr.Field field) {
        if (!(field.record() instanceof Var v) || !(definitions.get(v) instanceof Expr.Construct construct)) {
            return null;
        }
        for (int i = 0; i < construct.components().size(); i++) {
            if (construct.recordType().components().get(i).name().equals(field.component())) {
                return new Expr.Copy(construct.components().get(i));
            }
        }
        return null;
    }

    @Override
    public Void ifElse(Stmt.If s) {
        Operand condition = operand(s.condition());
        if (condition instanceof Literal literal) {
            take(Boolean.TRUE.equals(literal.value()) ? s.then() : s.otherwise(), s.results());
            return null;
        }
        Block then = armKnowing(s.condition(), true, s.then());
        Block otherwise = armKnowing(s.condition(), false, s.otherwise());
        replace((Var) s.condition(), condition);
        decided(s.with(condition, then, otherwise, s.results()));
        return null;
    }

    private Block armKnowing(Operand condition, boolean value, Block arm) {
        replace((Var) condition, Literal.of(value));
        return block(arm);
    }

    /** Goes on with the arm in the place of the branch. */
    private void take(Block arm, List<Var> results) {
        statements(arm.statements());
        for (int i = 0; i < results.size(); i++) {
            Var result = results.get(i);
            replace(
                    result,
                    endsInThrow()
                            ? Literal.zero(result.type())
                            : operand(arm.yields().get(i)));
        }
    }

    /** Appends the branch without the results that do not depend on it. */
    private void decided(Stmt.If s) {
        if (s.then().throwsAlways() && !s.otherwise().throwsAlways()) {
            out().add(new Stmt.If(s.condition(), withoutYields(s.then()), Block.EMPTY, List.of()));
            append(s.otherwise(), s.results());
        } else if (s.otherwise().throwsAlways() && !s.then().throwsAlways()) {
            out().add(new Stmt.If(s.condition(), Block.EMPTY, withoutYields(s.otherwise()), List.of()));
            append(s.then(), s.results());
        } else if (derivative.containsAll(s.results()) && guards.isSpare(s)) {
            append(s.otherwise(), s.results());
        } else {
            signOutside(withoutSame(s));
        }
    }

    /** Appends the branch; of {@code s == 0 ? 0 : -t} the sign comes after it, where it can meet others. */
    private void signOutside(Stmt.If s) {
        Operand opposite = derivative.containsAll(s.results()) ? guards.opposite(s) : null;
        if (opposite == null) {
            out().add(s);
            return;
        }
        Var result = s.results().get(0);
        Var positive = result.fresh();
        derivative.add(positive);
        Block otherwise = new Block(s.otherwise().statements(), List.of(opposite));
        out().add(new Stmt.If(s.condition(), s.then(), otherwise, List.of(positive)));
        Op minus = Op.prefix("-", (Primitive) result.type());
        define(new Stmt.Let(result, new Expr.Apply(minus, List.of(positive))));
    }

    private static Block withoutYields(Block block) {
        return new Block(block.statements(), List.of());
    }

    /** Appends an arm that is already rewritten. */
    private void append(Block arm, List<Var> results) {
        out().addAll(arm.statements());
        for (int i = 0; i < results.size(); i++) {
            replace(results.get(i), arm.yields().get(i));
        }
    }

    private Stmt.If withoutSame(Stmt.If s) {
        if (s.results().isEmpty()) {
            return s;
        }
        List<Operand> then = new ArrayList<>();
        List<Operand> otherwise = new ArrayList<>();
        List<Var> results = new ArrayList<>();
        for (int i = 0; i < s.results().size(); i++) {
            Operand a = s.then().yields().get(i);
            Operand b = s.otherwise().yields().get(i);
            Operand same = Logic.choice(s.condition(), a, b);
            if (same != null) {
                replace(s.results().get(i), same);
            } else {
                then.add(a);
                otherwise.add(b);
                results.add(s.results().get(i));
            }
        }
        boolean all = results.size() == s.results().size();
        return all
                ? s
                : new Stmt.If(
                        s.condition(),
                        new Block(s.then().statements(), then),
                        new Block(s.otherwise().statements(), otherwise),
                        results);
    }

    @Override
    public Void counted(Stmt.For s) {
        keepUnchanged(s.carried(), s.body());
        return super.counted(s);
    }

    @Override
    public Void loop(Stmt.While s) {
        keepUnchanged(s.carried(), s.body());
        return super.loop(s);
    }

    /** A parameter that each iteration hands on as it is keeps its first value; then dead code removes it. */
    private void keepUnchanged(Stmt.Carried carried, Block body) {
        for (int i = 0; i < carried.parameters().size(); i++) {
            Var parameter = carried.parameters().get(i);
            Operand first = operand(carried.initial().get(i));
            Operand next = operand(body.yields().get(i));
            if (next.equals(parameter) || next.equals(first)) {
                replace(parameter, first);
                replace(carried.results().get(i), first);
            }
        }
    }
}
