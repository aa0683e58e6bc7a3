package dev.adjoint.processor.transform;

import dev.adjoint.processor.ir.BlockBuilder;
import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Function;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.RecordType;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.ir.Var;
import dev.adjoint.processor.rules.Differentiable;
import dev.adjoint.processor.rules.Rule;
import dev.adjoint.processor.rules.Rules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The chain rule at one operation, for both modes: from the table, or from a rule of the user's. */
public final class Chain {
    /**
     * A function of the user's that takes the arguments and the result of an operation and gives the partial derivatives.
     *
     * @param partials the function
     * @param result what it gives: the partial derivative, or an array or a record of them
     */
    public record OwnRule(Function.Key partials, Type result) {}

    private final Map<String, OwnRule> own = new HashMap<>();

    /** Adds a rule for a static method, which stands before any row of the table. */
    public void add(String method, OwnRule rule) {
        own.put(method, rule);
    }

    /**
     * Whether a derivative can pass from the argument with that number to the result. An operation that is refused passes
     * one, so that it is met and reported if it matters.
     */
    public boolean passes(Expr.Apply apply, int argument) {
        Rule rule = Rules.of(apply.op());
        return own.containsKey(apply.op().name())
                ? apply.args().get(argument).type().isFloating()
                : rule instanceof Rule.Refused || rule.passes(argument);
    }

    /** The partial derivative by an argument that passes one, times the seed. */
    Operand term(BlockBuilder out, Expr.Apply apply, int argument, Var result, Operand seed, List<Boolean> active) {
        OwnRule users = own.get(apply.op().name());
        if (users != null) {
            return ownTerm(out, users, apply, argument, result, seed);
        }
        if (Rules.of(apply.op()) instanceof Rule.Refused refused) {
            throw new NoDerivative(apply.op().name(), refused.reason());
        }
        Differentiable rule = (Differentiable) Rules.of(apply.op());
        return rule.contribution(out, apply.op(), argument, apply.args(), result, seed, active::get);
    }

    private static Operand ownTerm(
            BlockBuilder out, OwnRule rule, Expr.Apply apply, int argument, Var result, Operand seed) {
        List<Operand> args = new ArrayList<>(apply.args());
        args.add(result);
        Var partials = out.let("partials", new Expr.Call(rule.partials(), args, rule.result()));
        Operand partial = partials;
        if (rule.result() instanceof RecordType record) {
            partial = out.let(
                    "t",
                    new Expr.Field(partials, record.components().get(argument).name()));
        } else if (rule.result().isArray()) {
            partial = out.let("t", new Expr.Load(partials, Literal.of(argument)));
        }
        Primitive type = (Primitive) seed.type();
        Operand converted = partial.type() == type ? partial : out.cast("t", partial, type);
        return out.apply("t", Op.infix("*", type), seed, converted);
    }
}
