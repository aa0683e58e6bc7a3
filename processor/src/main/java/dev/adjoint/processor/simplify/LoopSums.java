package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.Block;
import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Parts;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Rewriter;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Uses;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sums what a loop adds to one element of an array of derivatives in a variable, and adds the sum after the loop. Allowed
 * where the loop only adds to arrays that may be that one, because sums can be made in any order.
 */
final class LoopSums extends Rewriter {
    /** An element that a loop adds to. */
    private record Element(Operand array, Operand index) {}

    private final References references;
    private final Set<Var> derivative;
    private final Bounds bounds = new Bounds();
    private final Set<Expr> holding = new HashSet<>();

    private LoopSums(Function function, Set<Var> derivative) {
        this.references = References.of(function, derivative);
        this.derivative = derivative;
    }

    static Function run(Function function, Set<Var> derivative) {
        return new LoopSums(function, derivative).function(function);
    }

    @Override
    public Void let(Stmt.Let s) {
        bounds.define(s.target(), s.value());
        return super.let(s);
    }

    /** In the first arm the condition holds. */
    @Override
    public Void ifElse(Stmt.If s) {
        Expr condition = bounds.definition(s.condition());
        boolean learnt = condition != null && holding.add(condition);
        Block then = block(s.then());
        if (learnt) {
            holding.remove(condition);
        }
        out().add(new Stmt.If(s.condition(), then, block(s.otherwise()), s.results()));
        return null;
    }

    @Override
    public Void counted(Stmt.For s) {
        bounds.enter(s);
        Block body = block(s.body());
        Map<Element, Var> sums = sums(s, body);
        if (sums.isEmpty()) {
            out().add(s.with(s.carried(), body));
        } else {
            appendSumming(s, body, sums);
        }
        return null;
    }

    /** The elements to be summed up, each with the parameter that carries its sum. */
    private Map<Element, Var> sums(Stmt.For loop, Block body) {
        Set<Var> inside = new HashSet<>(loop.carried().parameters());
        inside.add(loop.counter());
        inside.addAll(Uses.of(body).bound());
        Map<Element, Var> sums = new LinkedHashMap<>();
        for (Stmt statement : body.statements()) {
            if (statement instanceof Stmt.Accumulate sum && isFixed(sum, inside) && onlyAdds(body, sum.array())) {
                sums.computeIfAbsent(new Element(sum.array(), sum.index()), e -> parameter(sum));
            }
        }
        return sums;
    }

    private boolean isFixed(Stmt.Accumulate sum, Set<Var> inside) {
        return references.holdsDerivatives(sum.array())
                && !inside.contains(sum.array())
                && !inside.contains(sum.index());
    }

    private Var parameter(Stmt.Accumulate sum) {
        Var parameter = new Var(sum.array() + "Sum", sum.array().type().element());
        derivative.add(parameter);
        return parameter;
    }

    private boolean onlyAdds(Block block, Operand array) {
        return block.statements().stream().allMatch(s -> onlyAdds(s, array));
    }

    private boolean onlyAdds(Stmt statement, Operand array) {
        if (statement instanceof Stmt.Accumulate || statement instanceof Stmt.Comment) {
            return true;
        }
        if (statement instanceof Stmt.Let let) {
            return doesNotTouch(let.value(), array);
        }
        if (statement instanceof Stmt.Do evaluation) {
            return doesNotTouch(evaluation.value(), array);
        }
        List<Block> blocks = Parts.of(statement).blocks();
        return blocks.isEmpty()
                ? Parts.of(statement).operands().stream().noneMatch(o -> references.mayBeSame(o, array))
                : blocks.stream().allMatch(b -> onlyAdds(b, array));
    }

    private boolean doesNotTouch(Expr value, Operand array) {
        boolean outside =
                value instanceof Expr.Call || value instanceof Expr.GivenCall || value instanceof Expr.Foreign;
        return !(outside && !references.isPrivate(array))
                && (value instanceof Expr.Length
                        || value.operands().stream().noneMatch(o -> references.mayBeSame(o, array)));
    }

    private void appendSumming(Stmt.For s, Block body, Map<Element, Var> sums) {
        Map<Element, Operand> current = new LinkedHashMap<>(sums);
        BlockBuilder summing = new BlockBuilder();
        for (Stmt statement : body.statements()) {
            if (statement instanceof Stmt.Accumulate sum && sums.containsKey(element(sum))) {
                current.computeIfPresent(element(sum), (e, before) -> next(summing, before, sum.value()));
            } else {
                summing.add(statement);
            }
        }
        List<Var> results = new ArrayList<>();
        sums.values().forEach(p -> results.add(fresh(p)));
        List<Operand> yields = new ArrayList<>(body.yields());
        yields.addAll(current.values());
        Stmt.Carried carried = s.carried().and(Stmt.Carried.fromZero(List.copyOf(sums.values()), results));
        Block summed = summing.build(yields);
        out().add(s.with(carried, summed));
        addResults(s, sums, results);
    }

    private static Element element(Stmt.Accumulate sum) {
        return new Element(sum.array(), sum.index());
    }

    private Operand next(BlockBuilder summing, Operand before, Operand term) {
        Op plus = Op.infix("+", (Primitive) before.type());
        Var next = summing.apply(((Var) before).name(), plus, before, term);
        derivative.add(next);
        return next;
    }

    private Var fresh(Var variable) {
        Var fresh = variable.fresh();
        derivative.add(fresh);
        return fresh;
    }

    /** An element that might not exist is added to only if the loop has run. */
    private void addResults(Stmt.For loop, Map<Element, Var> sums, List<Var> results) {
        BlockBuilder conditional = new BlockBuilder();
        boolean runs = Bounds.runs(loop) || holding.contains(Bounds.test(loop));
        int i = 0;
        for (Element element : sums.keySet()) {
            boolean safe = runs || bounds.isWithin(element.array(), element.index());
            (safe ? out() : conditional).add(new Stmt.Accumulate(element.array(), element.index(), results.get(i++)));
        }
        if (!conditional.statements().isEmpty()) {
            Var test = out().let("runs", Bounds.test(loop));
            out().add(new Stmt.If(test, conditional.build(), Block.EMPTY, List.of()));
        }
    }
}
