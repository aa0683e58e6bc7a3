package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Rewriter;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Uses;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Keeps an element that a loop adds to in a variable: reads it before the loop and writes it afterwards, so that every bit of it
 * stays the same. Allowed where the element exists, the array is made here, and the loop touches nothing else of what may be
 * that array.
 */
final class ElementTotals extends Rewriter {
    /** An element that a loop adds to. */
    private record Element(Operand array, Operand index) {}

    private final References references;
    private final Bounds bounds;

    private ElementTotals(References references) {
        this.references = references;
        this.bounds = new Bounds(references::isPrivate);
    }

    static Function run(Function function, Set<Var> derivative) {
        return new ElementTotals(References.of(function, derivative)).function(function);
    }

    @Override
    public Void let(Stmt.Let s) {
        bounds.define(s.target(), s.value());
        return super.let(s);
    }

    @Override
    public Void counted(Stmt.For s) {
        bounds.enter(s);
        Stmt.For loop = s.with(s.carried(), block(s.body()));
        List<Stmt> after = new ArrayList<>();
        for (Element element : elements(loop)) {
            loop = totalling(loop, element, after);
        }
        out().add(loop);
        out().addAll(after);
        return null;
    }

    /** What a handler sees of arrays is what was written before the exception. */
    @Override
    public Void guarded(Stmt.Try s) {
        out().add(s);
        return null;
    }

    private Set<Element> elements(Stmt.For loop) {
        Set<Element> elements = new LinkedHashSet<>();
        for (Stmt statement : loop.body().statements()) {
            if (statement instanceof Stmt.Accumulate sum) {
                elements.add(new Element(sum.array(), sum.index()));
            }
        }
        if (!elements.isEmpty()) {
            Set<Operand> inside = new HashSet<>(Uses.of(loop.body()).bound());
            inside.add(loop.counter());
            inside.addAll(loop.carried().parameters());
            elements.removeIf(e -> inside.contains(e.array()) || inside.contains(e.index()) || !isKeptApart(loop, e));
        }
        return elements;
    }

    private boolean isKeptApart(Stmt.For loop, Element element) {
        boolean number = element.array().type().element() instanceof Primitive type && type.isFloating();
        if (!number
                || !references.isPrivate(element.array())
                || references.holdsDerivatives(element.array())
                || loop.checkpoints() != null
                || !bounds.isWithin(element.array(), element.index())) {
            return false;
        }
        long sums =
                loop.body().statements().stream().filter(s -> isSum(s, element)).count();
        long accesses = Accesses.of(loop.body()).all().stream()
                .filter(a -> references.mayBeSame(a.array(), element.array()))
                .count();
        return sums == accesses;
    }

    private static boolean isSum(Stmt statement, Element element) {
        return statement instanceof Stmt.Accumulate sum
                && sum.array().equals(element.array())
                && sum.index().equals(element.index());
    }

    private Stmt.For totalling(Stmt.For loop, Element element, List<Stmt> after) {
        String name = element.array() + "Total";
        Var start = out().let(name, new Expr.Load(element.array(), element.index()));
        Var parameter = start.fresh();
        Operand total = parameter;
        BlockBuilder body = new BlockBuilder();
        for (Stmt statement : loop.body().statements()) {
            if (isSum(statement, element)) {
                total = body.infix(name, "+", total, ((Stmt.Accumulate) statement).value());
            } else {
                body.add(statement);
            }
        }
        Var result = start.fresh();
        after.add(new Stmt.Store(element.array(), element.index(), result));
        List<Operand> yields = new ArrayList<>(loop.body().yields());
        yields.add(total);
        Stmt.Carried carried = new Stmt.Carried(List.of(parameter), List.of(start), List.of(result));
        return loop.with(loop.carried().and(carried), body.build(yields));
    }
}
