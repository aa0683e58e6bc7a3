package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.Expr;
import dev.adjoint.processor.ir.Literal;
import dev.adjoint.processor.ir.Operand;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Stmt;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.ir.Var;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Expressions with all that is nested in them. */
final class Expressions implements Expr.Visitor<Text> {
    private final Layout layout;
    private final Nesting nesting;
    private final Function<Var, String> names;
    private final Operators operators = new Operators(this);
    private final Foreigners foreigners;

    Expressions(Layout layout, Nesting nesting, Function<Var, String> names, String packageName) {
        foreigners = new Foreigners(packageName);
        this.layout = layout;
        this.nesting = nesting;
        this.names = names;
    }

    /** A text that has the operand's type wherever it stands. */
    Text exact(Operand operand) {
        if (operand instanceof Literal literal) {
            return Literals.exact(literal);
        }
        Var variable = (Var) operand;
        return nesting.isNested(variable)
                ? value(java.util.Objects.requireNonNull(layout.binding(variable)))
                : Text.primary(names.apply(variable), variable.type());
    }

    /** What a nested variable, or one with a conditional value, is bound to. */
    Text value(Stmt binding) {
        return binding instanceof Stmt.If choice
                ? choice(choice)
                : ((Stmt.Let) binding).value().accept(this);
    }

    /** A text whose value Java converts to the operand's type by itself, where it stands. */
    Text converted(Operand operand) {
        if (operand instanceof Literal literal) {
            return Literals.converted(literal);
        }
        Operand wide = widened(operand);
        return wide == operand ? exact(operand) : exact(wide);
    }

    /** Whether {@link #converted} may say less than {@link #exact}. */
    boolean isConvertible(Operand operand) {
        return operand instanceof Literal || widened(operand) != operand;
    }

    /** What a nested conversion that Java would do by itself converts, else the operand. */
    private Operand widened(Operand operand) {
        boolean cast = nesting.isNested(operand)
                && layout.binding(operand) instanceof Stmt.Let let
                && let.value() instanceof Expr.Apply apply
                && Operators.isWidening(apply.op());
        return cast ? operation(operand).args().get(0) : operand;
    }

    private Expr.Apply operation(Operand operand) {
        return (Expr.Apply) ((Stmt.Let) java.util.Objects.requireNonNull(layout.binding(operand))).value();
    }

    /** The nested operation that the operand stands for, if it is that one. */
    boolean isOperation(Operand operand, String name, int arity) {
        return nesting.isNested(operand)
                && layout.binding(operand) instanceof Stmt.Let let
                && let.value() instanceof Expr.Apply apply
                && apply.op().name().equals(name)
                && apply.args().size() == arity;
    }

    /** The arguments of the nested operation that the operand stands for. */
    List<Operand> arguments(Operand operand) {
        return operation(operand).args();
    }

    /** The opposite of a boolean. */
    Text not(Operand condition) {
        if (isOperation(condition, "!", 1)) {
            return exact(arguments(condition).get(0));
        }
        boolean compares = nesting.isNested(condition)
                && layout.binding(condition) instanceof Stmt.Let let
                && let.value() instanceof Expr.Apply apply
                && Operators.hasOpposite(apply.op());
        if (compares) {
            Expr.Apply comparison = operation(condition);
            return new Expr.Apply(Operators.opposite(comparison.op()), comparison.args()).accept(this);
        }
        if (condition instanceof Literal literal) {
            return Text.primary(String.valueOf(!Boolean.TRUE.equals(literal.value())), Primitive.BOOLEAN);
        }
        return new Text("!" + exact(condition).in(Text.UNARY), Text.UNARY, Primitive.BOOLEAN);
    }

    private Text choice(Stmt.If s) {
        Operand then = s.then().yields().get(0);
        Operand otherwise = s.otherwise().yields().get(0);
        if (then instanceof Literal && otherwise instanceof Literal && then.type() == Primitive.BOOLEAN) {
            return Boolean.TRUE.equals(((Literal) then).value()) ? exact(s.condition()) : not(s.condition());
        }
        if (otherwise instanceof Literal literal && literal.type() == Primitive.BOOLEAN) {
            boolean last = Boolean.TRUE.equals(literal.value());
            return last
                    ? logical("||", not(s.condition()), exact(then))
                    : logical("&&", exact(s.condition()), exact(then));
        }
        if (then instanceof Literal literal && literal.type() == Primitive.BOOLEAN) {
            boolean first = Boolean.TRUE.equals(literal.value());
            return first
                    ? logical("||", exact(s.condition()), exact(otherwise))
                    : logical("&&", not(s.condition()), exact(otherwise));
        }
        return conditional(s, then, otherwise);
    }

    private static Text logical(String operator, Text left, Text right) {
        int precedence = Text.of(operator);
        String text = left.in(precedence) + " " + operator + " " + right.in(precedence);
        return new Text(text, precedence, Primitive.BOOLEAN);
    }

    /** The type of {@code c ? a : b} is that of a and b only if neither has to be converted. */
    private Text conditional(Stmt.If s, Operand then, Operand otherwise) {
        Text yes = exact(then);
        Text no = exact(otherwise);
        boolean numeric = s.results().get(0).type() instanceof Primitive type && type.compareTo(Primitive.INT) >= 0;
        if (numeric && otherwise instanceof Literal && !(then instanceof Literal)) {
            no = converted(otherwise);
        } else if (numeric && then instanceof Literal && !(otherwise instanceof Literal)) {
            yes = converted(then);
        }
        String condition = exact(s.condition()).in(Text.CONDITIONAL + 1);
        String text = condition + " ? " + yes.in(Text.CONDITIONAL + 1) + " : " + no.in(Text.CONDITIONAL + 1);
        return new Text(text, Text.CONDITIONAL, s.results().get(0).type());
    }

    /** Operands between commas, each of its own type, so that overload resolution finds what was meant. */
    private String list(List<Operand> operands) {
        return operands.stream().map(o -> exact(o).text()).collect(Collectors.joining(", "));
    }

    @Override
    public Text apply(Expr.Apply e) {
        return operators.apply(e);
    }

    @Override
    public Text copyOf(Expr.Copy e) {
        return exact(e.value());
    }

    @Override
    public Text stop(Expr.Stop e) {
        return exact(e.value());
    }

    @Override
    public Text load(Expr.Load e) {
        return Text.primary(element(e.array(), e.index()), e.type());
    }

    /** {@code array[index]}. */
    String element(Operand array, Operand index) {
        return exact(array).in(Text.PRIMARY) + "[" + exact(index).text() + "]";
    }

    @Override
    public Text length(Expr.Length e) {
        boolean none = e.array() instanceof Literal;
        String array = none
                ? "((" + ClassNames.type(e.array().type().text()) + ") null)"
                : exact(e.array()).in(Text.PRIMARY);
        return Text.primary(array + ".length", e.type());
    }

    @Override
    public Text newArray(Expr.NewArray e) {
        StringBuilder text = new StringBuilder("new ");
        text.append(ClassNames.type(e.arrayType().base().text()));
        e.dimensions().forEach(d -> text.append('[').append(exact(d).text()).append(']'));
        text.append("[]".repeat(e.arrayType().rank() - e.dimensions().size()));
        return new Text(text.toString(), Text.CREATION, e.type());
    }

    @Override
    public Text arrayOf(Expr.ArrayOf e) {
        String text = "new " + ClassNames.type(e.arrayType().text()) + " " + braces(e);
        return new Text(text, Text.CREATION, e.type());
    }

    private String braces(Expr.ArrayOf e) {
        return e.elements().stream().map(this::element).collect(Collectors.joining(", ", "{", "}"));
    }

    private String element(Operand operand) {
        return nesting.isNested(operand)
                        && layout.binding(operand) instanceof Stmt.Let let
                        && let.value() instanceof Expr.ArrayOf row
                ? braces(row)
                : converted(operand).text();
    }

    @Override
    public Text cloneOf(Expr.Clone e) {
        return Text.primary(exact(e.array()).in(Text.PRIMARY) + ".clone()", e.type());
    }

    @Override
    public Text reuse(Expr.Reuse e) {
        return exact(e.array());
    }

    @Override
    public Text grow(Expr.Grow e) {
        String text = ClassNames.mark("dev.adjoint.Recording") + ".ensure(" + list(e.operands()) + ")";
        return Text.primary(text, e.type());
    }

    @Override
    public Text construct(Expr.Construct e) {
        String text = "new " + ClassNames.type(e.recordType().name()) + "(" + list(e.components()) + ")";
        return new Text(text, Text.CREATION, e.type());
    }

    @Override
    public Text field(Expr.Field e) {
        return Text.primary(exact(e.record()).in(Text.PRIMARY) + "." + e.component() + "()", e.type());
    }

    @Override
    public Text call(Expr.Call e) {
        Type type = e.result() == null ? Primitive.BOOLEAN : e.result();
        return Text.primary(method(e.function().name()) + "(" + list(e.args()) + ")", type);
    }

    @Override
    public Text given(Expr.GivenCall e) {
        Type type = e.isFunction() ? e.type() : Primitive.BOOLEAN;
        return Text.primary(method(e.method().method()) + "(" + list(e.args()) + ")", type);
    }

    /** A method's name, which may have the name of its class before it. */
    static String method(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : ClassNames.mark(name.substring(0, dot)) + name.substring(dot);
    }

    @Override
    public Text foreign(Expr.Foreign e) {
        return foreigners.text(e, this);
    }

    /** Whether two operands are written alike and have the same value wherever they stand in one statement. */
    boolean same(Operand a, Operand b) {
        boolean plain = !nesting.isNested(a) && !nesting.isNested(b);
        return a.equals(b) || (plain && exact(a).equals(exact(b)));
    }
}
