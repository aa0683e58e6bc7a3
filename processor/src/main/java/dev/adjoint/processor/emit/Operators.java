package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import java.util.Map;
import java.util.Set;

/** Operators with no more parentheses and conversions than Java needs. */
final class Operators {
    private static final Map<String, String> OPPOSITES =
            Map.of("<", ">=", ">=", "<", ">", "<=", "<=", ">", "==", "!=", "!=", "==");
    private static final Set<String> SHIFTS = Set.of("<<", ">>", ">>>");
    private static final Set<String> MATH = Set.of("java.lang.Math", "java.lang.StrictMath");
    /** Methods of {@code Math} that exist for double only, so that any number may be handed to them as it is. */
    private static final Set<String> DOUBLE_ONLY = Set.of(
            "sin",
            "cos",
            "tan",
            "asin",
            "acos",
            "atan",
            "atan2",
            "sinh",
            "cosh",
            "tanh",
            "exp",
            "expm1",
            "log",
            "log10",
            "log1p",
            "pow",
            "sqrt",
            "cbrt",
            "hypot",
            "ceil",
            "floor",
            "rint",
            "toRadians",
            "toDegrees",
            "IEEEremainder");
    /** Methods of {@code Math} whose overloads take two operands of one type, like an operator. */
    private static final Set<String> LIKE_OPERATOR = Set.of("max", "min", "copySign");

    private final Expressions expressions;

    Operators(Expressions expressions) {
        this.expressions = expressions;
    }

    /** Whether Java converts so by itself, and to the same value. */
    static boolean isWidening(Op op) {
        if (op.form() != Op.Form.CAST) {
            return false;
        }
        Primitive from = op.parameters().get(0);
        Primitive to = op.result();
        boolean numbers = from != Primitive.BOOLEAN && to.compareTo(Primitive.INT) >= 0;
        return numbers && from.compareTo(to) < 0;
    }

    /** Whether the opposite of a comparison is a comparison: not for floating point, where NaN satisfies neither. */
    static boolean hasOpposite(Op op) {
        boolean equality = op.name().equals("==") || op.name().equals("!=");
        boolean ordered = !op.parameters().get(0).isFloating();
        return op.form() == Op.Form.INFIX && OPPOSITES.containsKey(op.name()) && (equality || ordered);
    }

    static Op opposite(Op op) {
        return Op.compare(OPPOSITES.get(op.name()), op.parameters().get(0));
    }

    Text apply(Expr.Apply e) {
        return switch (e.op().form()) {
            case PREFIX -> prefix(e);
            case INFIX -> infix(e);
            case CAST -> cast(e);
            case CALL -> call(e);
        };
    }

    private Text prefix(Expr.Apply e) {
        Operand argument = e.args().get(0);
        if (e.op().name().equals("!")) {
            return expressions.not(argument);
        }
        return new Text(e.op().name() + unsigned(argument), Text.UNARY, e.type());
    }

    /** An operand of a prefix operator; a sign before a sign would be another operator. */
    private String unsigned(Operand operand) {
        Text text = expressions.exact(operand);
        return text.text().startsWith("-") || text.text().startsWith("+")
                ? "(" + text.text() + ")"
                : text.in(Text.UNARY);
    }

    private Text cast(Expr.Apply e) {
        Text operand = expressions.exact(e.args().get(0));
        return new Text("(" + e.type().text() + ") " + operand.in(Text.UNARY), Text.UNARY, e.type());
    }

    private Text infix(Expr.Apply e) {
        Operand left = e.args().get(0);
        Operand right = e.args().get(1);
        String name = e.op().name();
        if ((name.equals("+") || name.equals("-")) && isNegative(right)) {
            return infix(e.op(), name.equals("+") ? "-" : "+", left, negated((Literal) right));
        }
        return infix(e.op(), name, left, right);
    }

    private Text infix(Op op, String name, Operand left, Operand right) {
        int precedence = Text.of(name);
        boolean leftConverts = mayConvert(op, left) && !SHIFTS.contains(name);
        boolean rightConverts = mayConvert(op, right);
        if (leftConverts && rightConverts) {
            leftConverts = right instanceof Literal && !(left instanceof Literal);
            rightConverts = !leftConverts && !(right instanceof Literal);
        }
        String first = side(left, leftConverts).in(precedence);
        String second = side(right, rightConverts).in(precedence + 1);
        boolean signs = precedence == Text.ADDITIVE && second.startsWith("-") && !(right instanceof Literal);
        return new Text(first + " " + name + " " + (signs ? "(" + second + ")" : second), precedence, op.result());
    }

    /** Whether the operator converts the operand when it stands there as it is. */
    private boolean mayConvert(Op op, Operand operand) {
        return op.parameters().get(0).compareTo(Primitive.INT) >= 0 && expressions.isConvertible(operand);
    }

    /** What Java converts is put in parentheses if it is an operation, because its own type is another one. */
    private Text side(Operand operand, boolean converts) {
        if (!converts) {
            return expressions.exact(operand);
        }
        Text text = expressions.converted(operand);
        return Text.UNARY <= text.precedence() ? text : Text.primary("(" + text.text() + ")", text.type());
    }

    static boolean isNegative(Operand operand) {
        if (!(operand instanceof Literal literal)) {
            return false;
        }
        Object value = literal.value();
        return (value instanceof Integer i && i < 0 && i != Integer.MIN_VALUE)
                || (value instanceof Long l && l < 0 && l != Long.MIN_VALUE)
                || (value instanceof Double d && d < 0)
                || (value instanceof Float f && f < 0);
    }

    static Literal negated(Literal literal) {
        Object value = literal.value();
        if (value instanceof Integer i) {
            return new Literal(-i, literal.type());
        }
        if (value instanceof Long l) {
            return new Literal(-l, literal.type());
        }
        return value instanceof Double d
                ? new Literal(-d, literal.type())
                : new Literal(-(Float) java.util.Objects.requireNonNull(value), literal.type());
    }

    private Text call(Expr.Apply e) {
        String name = e.op().name();
        int dot = name.lastIndexOf('.');
        boolean math = MATH.contains(name.substring(0, dot));
        String simple = name.substring(dot + 1);
        String arguments;
        if (math && DOUBLE_ONLY.contains(simple)) {
            arguments = String.join(
                    ", ",
                    e.args().stream().map(a -> expressions.converted(a).text()).toList());
        } else if (math && LIKE_OPERATOR.contains(simple)) {
            arguments = likeOperator(e.args().get(0), e.args().get(1));
        } else {
            arguments = String.join(
                    ", ",
                    e.args().stream().map(a -> expressions.exact(a).text()).toList());
        }
        return Text.primary(Expressions.method(name) + "(" + arguments + ")", e.type());
    }

    private String likeOperator(Operand left, Operand right) {
        boolean relaxRight = !(left instanceof Literal);
        boolean relaxLeft = !relaxRight && !(right instanceof Literal);
        Text first = relaxLeft ? expressions.converted(left) : expressions.exact(left);
        Text second = relaxRight ? expressions.converted(right) : expressions.exact(right);
        return first.text() + ", " + second.text();
    }
}
