package dev.adjoint.processor.transform;

import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Given;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.ir.Var;
import dev.adjoint.processor.rules.Differentiable;
import dev.adjoint.processor.rules.Rule;
import dev.adjoint.processor.rules.Rules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The chain rule at one operation, for both modes: from the table, or from a rule of the user's. */
public final class Chain {
    private final Map<Op, Given> own = new HashMap<>();

    /** Adds a rule with partial derivatives for a static method of numbers, which stands before any row of the table. */
    public void add(Op method, Given given) {
        own.put(method, given);
    }

    /**
     * Whether a derivative can pass from the argument with that number to the result. An operation that is refused passes
     * one, so that it is met and reported if it matters.
     */
    public boolean passes(Expr.Apply apply, int argument) {
        Given given = own.get(apply.op());
        if (given != null) {
            return given.wrt().get(argument);
        }
        Rule rule = Rules.of(apply.op());
        return rule instanceof Rule.Refused || rule.passes(argument);
    }

    /** The partial derivative by an argument that passes one, times the seed. */
    Operand term(BlockBuilder out, Expr.Apply apply, int argument, Var result, Operand seed, List<Boolean> active) {
        Given given = own.get(apply.op());
        if (given != null) {
            return ownTerm(out, given, apply, argument, result, seed);
        }
        if (Rules.of(apply.op()) instanceof Rule.Refused refused) {
            throw new NoDerivative(apply.op().name(), refused.reason());
        }
        Differentiable rule = (Differentiable) Rules.of(apply.op());
        return rule.contribution(out, apply.op(), argument, apply.args(), result, seed, active::get);
    }

    /** The seed belongs to the result in reverse mode, and the term to the argument; in forward mode it is the other way. */
    private static Operand ownTerm(
            BlockBuilder out, Given given, Expr.Apply apply, int argument, Var result, Operand seed) {
        GivenProducts products = new GivenProducts(out, given);
        Given.Product rule = Objects.requireNonNull(given.product(Given.Kind.PARTIALS));
        List<Operand> args = products.arguments(rule, apply.args(), result);
        Operand partials = Objects.requireNonNull(products.call(rule, args, "partials"));
        List<Integer> by = products.independents();
        Operand partial = products.part(partials, by.indexOf(argument), by.size());
        boolean reverse = seed.type() == result.type();
        Type other = reverse ? apply.args().get(argument).type() : result.type();
        return products.times(seed, partial, other);
    }
}
