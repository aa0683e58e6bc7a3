package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tries a rule on an expression: looks through the definitions of its operands, and builds the other side. */
final class Matching {
    private final Function<Var, @Nullable Expr> definitions;
    private final Predicate<Var> unshared;
    private final Function<Expr.Apply, Operand> bind;

    /**
     * A matcher.
     *
     * @param definitions what a variable is bound to, if that is known
     * @param unshared whether a variable has one use only
     * @param bind binds an expression that is part of a result
     */
    Matching(Function<Var, @Nullable Expr> definitions, Predicate<Var> unshared, Function<Expr.Apply, Operand> bind) {
        this.definitions = definitions;
        this.unshared = unshared;
        this.bind = bind;
    }

    /** The other side of the rule if it fits; an operand comes as a copy. */
    @Nullable
    Expr rewrite(Rewrite rule, Expr.Apply e) {
        Letters letters = new Letters();
        if (!fits((Pattern.Operation) rule.from(), e, letters)) {
            return null;
        }
        Primitive type = e.op().result();
        if (rule.to() instanceof Pattern.Operation operation) {
            Expr.Apply made = make(operation, type, letters);
            Literal folded = Folding.fold(made);
            return folded == null ? made : new Expr.Copy(folded);
        }
        return new Expr.Copy(build(rule.to(), type, letters));
    }

    private boolean fits(Pattern pattern, Operand operand, Letters letters) {
        if (pattern instanceof Pattern.Any any) {
            return (!any.isLiteral() || operand instanceof Literal) && letters.agree(any.letter(), operand);
        }
        if (pattern instanceof Pattern.Number number) {
            return operand instanceof Literal literal && isNumber(literal, number.value());
        }
        Pattern.Operation operation = (Pattern.Operation) pattern;
        return operand instanceof Var variable
                && definitions.apply(variable) instanceof Expr.Apply apply
                && (!operation.unshared() || unshared.test(variable))
                && fits(operation, apply, letters);
    }

    private boolean fits(Pattern.Operation pattern, Expr.Apply apply, Letters letters) {
        int n = pattern.args().size();
        if (!apply.op().name().equals(pattern.symbol()) || apply.args().size() != n) {
            return false;
        }
        for (int i = 0; i < n; i++) {
            if (!fits(pattern.args().get(i), apply.args().get(i), letters)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNumber(Literal literal, double number) {
        return literal.isFloating(number)
                || (!literal.type().isFloating()
                        && literal.value() instanceof Number n
                        && n.longValue() == (long) number);
    }

    private Operand build(Pattern pattern, Primitive type, Letters letters) {
        if (pattern instanceof Pattern.Any any) {
            return letters.get(any.letter());
        }
        if (pattern instanceof Pattern.Number number) {
            return number(number.value(), type);
        }
        Expr.Apply made = make((Pattern.Operation) pattern, type, letters);
        Literal folded = Folding.fold(made);
        return folded == null ? bind.apply(made) : folded;
    }

    private Expr.Apply make(Pattern.Operation operation, Primitive type, Letters letters) {
        List<Operand> args = new ArrayList<>();
        operation.args().forEach(arg -> args.add(build(arg, type, letters)));
        Op op = args.size() == 1 ? Op.prefix(operation.symbol(), type) : Op.infix(operation.symbol(), type);
        return new Expr.Apply(op, args);
    }

    /** What each letter of a rule stands for. */
    private static final class Letters {
        private static final String ALL = "xycd";

        private final Operand[] operands = new Operand[ALL.length()];

        Operand get(char letter) {
            return operands[ALL.indexOf(letter)];
        }

        /** Whether the letter stands for the operand; at first it stands for any. */
        boolean agree(char letter, Operand operand) {
            int i = ALL.indexOf(letter);
            if (operands[i] == null) {
                operands[i] = operand;
            }
            return operands[i].equals(operand);
        }
    }

    private static Literal number(double value, Primitive type) {
        return switch (type) {
            case INT -> Literal.of((int) value);
            case LONG -> Literal.of((long) value);
            default -> Literal.floating(value, type);
        };
    }
}
