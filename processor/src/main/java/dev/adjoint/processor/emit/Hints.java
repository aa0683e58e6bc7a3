package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Var;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a person would call a value that the source does not name: {@code xi} for {@code x[i]}, {@code expX}. */
final class Hints {
    private final Function<Var, String> names;

    Hints(Function<Var, String> names) {
        this.names = names;
    }

    /** A name for the variable that the statement binds: its own if the source gave it one. */
    String of(Var variable, @Nullable Stmt binding) {
        String name = variable.name();
        if (!Nesting.isTemporary(name) || !(binding instanceof Stmt.Let let) || let.target() != variable) {
            return name;
        }
        String hint = hint(let.value());
        return hint.isEmpty() || hint.length() > 24 ? name : hint;
    }

    private String hint(Expr value) {
        if (value instanceof Expr.Apply apply) {
            return operation(apply);
        }
        if (value instanceof Expr.Load load) {
            String array = element(name(load.array()));
            if (load.index() instanceof Var && !array.equals(name(load.array()))) {
                return array;
            }
            String index = load.index() instanceof Literal literal ? literal.toString() : name(load.index());
            return array.isEmpty() || index.isEmpty() || index.startsWith("-") ? "" : join(array, index);
        }
        if (value instanceof Expr.Length) {
            return "n";
        }
        if (value instanceof Expr.Field field) {
            return field.component();
        }
        if (value instanceof Expr.GivenCall given) {
            return simple(given.method().method());
        }
        return value instanceof Expr.Call call ? simple(call.function().name()) : "";
    }

    private String operation(Expr.Apply e) {
        Op op = e.op();
        Operand first = e.args().get(0);
        if (op.form() == Op.Form.CALL) {
            return e.args().size() == 1 ? called(simple(op.name()), name(first)) : simple(op.name());
        }
        if (op.form() != Op.Form.INFIX || op.result() == Primitive.BOOLEAN) {
            return "";
        }
        Operand second = e.args().get(1);
        if (op.name().equals("*") && first.equals(second) && !name(first).isEmpty()) {
            return name(first) + "Squared";
        }
        return sum(op.name(), first, second);
    }

    private String sum(String operator, Operand first, Operand second) {
        boolean isSum = operator.equals("+") || operator.equals("-");
        if (isSum
                && second instanceof Literal literal
                && Literal.of(1).equals(literal)
                && !name(first).isEmpty()) {
            return name(first) + (operator.equals("+") ? "Plus1" : "Minus1");
        }
        boolean one = first instanceof Literal literal && literal.isFloating(1);
        return operator.equals("-") && one && !name(second).isEmpty() ? "oneMinus" + capital(name(second)) : "";
    }

    private static String called(String function, String argument) {
        return argument.isEmpty() ? function : function + capital(argument);
    }

    private static String join(String array, String index) {
        return array.length() == 1 || Character.isDigit(index.charAt(0)) ? array + index : array + capital(index);
    }

    /** One of what a plural names; a name that is no plural stays as it is. */
    private static String element(String array) {
        boolean plural = array.length() > 1
                && array.endsWith("s")
                && !array.endsWith("is")
                && !array.endsWith("us")
                && !array.endsWith("ias")
                && (array.length() <= 3 || !array.endsWith("ss"));
        return plural ? array.substring(0, array.length() - 1) : array;
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** The name of a variable that has one and says something. */
    private String name(Operand operand) {
        if (!(operand instanceof Var variable)) {
            return "";
        }
        String name = names.apply(variable);
        return name == null || Nesting.isTemporary(name) ? "" : name;
    }
}
