package dev.adjoint.processor.frontend;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.UnaryTree;
import dev.adjoint.processor.diagnostic.Problem;
import dev.adjoint.processor.ir.Expr.Foreign.Effect;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.OpaqueType;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.source.Tree;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Operators, with numeric promotion written out (JLS 15.14 to 15.26). */
final class Operators {
    private static final Map<Kind, String> SYMBOLS = Map.ofEntries(
            Map.entry(Kind.MULTIPLY, "*"),
            Map.entry(Kind.DIVIDE, "/"),
            Map.entry(Kind.REMAINDER, "%"),
            Map.entry(Kind.PLUS, "+"),
            Map.entry(Kind.MINUS, "-"),
            Map.entry(Kind.LEFT_SHIFT, "<<"),
            Map.entry(Kind.RIGHT_SHIFT, ">>"),
            Map.entry(Kind.UNSIGNED_RIGHT_SHIFT, ">>>"),
            Map.entry(Kind.LESS_THAN, "<"),
            Map.entry(Kind.GREATER_THAN, ">"),
            Map.entry(Kind.LESS_THAN_EQUAL, "<="),
            Map.entry(Kind.GREATER_THAN_EQUAL, ">="),
            Map.entry(Kind.EQUAL_TO, "=="),
            Map.entry(Kind.NOT_EQUAL_TO, "!="),
            Map.entry(Kind.AND, "&"),
            Map.entry(Kind.OR, "|"),
            Map.entry(Kind.XOR, "^"));
    private static final Set<String> SHIFTS = Set.of("<<", ">>", ">>>");
    private static final Set<String> COMPARISONS = Set.of("<", ">", "<=", ">=", "==", "!=");

    private final Body body;
    private final JavaTypes types;
    private final ExpressionReader expressions;
    private final Conversions conversions;

    Operators(Body body, ExpressionReader expressions, Conversions conversions) {
        this.body = body;
        this.types = body.types();
        this.expressions = expressions;
        this.conversions = conversions;
    }

    Typed binary(BinaryTree tree) {
        boolean and = tree.getKind() == Kind.CONDITIONAL_AND;
        List<Typed> operands = expressions.readAll(List.of(tree.getLeftOperand(), tree.getRightOperand()));
        Typed left = operands.get(0);
        Typed right = operands.get(1);
        if (and || tree.getKind() == Kind.CONDITIONAL_OR) {
            Tree.Expression a = condition(left, tree.getLeftOperand());
            Tree.Expression b = condition(right, tree.getRightOperand());
            return new Typed(new Tree.ShortCircuit(and, a, b), types.primitive(Primitive.BOOLEAN));
        }
        return combine(SYMBOLS.get(tree.getKind()), left, right, tree);
    }

    private Tree.Expression condition(Typed value, ExpressionTree at) {
        return conversions.convert(value, types.primitive(Primitive.BOOLEAN), at);
    }

    private Typed combine(String symbol, Typed left, Typed right, com.sun.source.tree.Tree at) {
        if (symbol.equals("+") && (types.isString(left.type()) || types.isString(right.type()))) {
            return concatenation(left, right);
        }
        if (SHIFTS.contains(symbol)) {
            return shift(symbol, left, right, at);
        }
        boolean reference =
                !left.type().getKind().isPrimitive() && !right.type().getKind().isPrimitive();
        if (COMPARISONS.contains(symbol) && symbol.endsWith("=") && symbol.length() == 2 && reference) {
            if (symbol.equals("==") || symbol.equals("!=")) {
                return identity(symbol, left, right, at);
            }
        }
        Primitive type = operandType(left.type(), right.type());
        Tree.Expression a = Conversions.cast(conversions.primitive(left, at), type);
        Tree.Expression b = Conversions.cast(conversions.primitive(right, at), type);
        Op op = COMPARISONS.contains(symbol) ? Op.compare(symbol, type) : Op.infix(symbol, type);
        Object constant = Folding.binary(symbol, left.constant(), right.constant(), op.result());
        return new Typed(new Tree.Operation(op, List.of(a, b)), types.primitive(op.result()), constant);
    }

    private Primitive operandType(TypeMirror left, TypeMirror right) {
        return types.isBoolean(left) && types.isBoolean(right) ? Primitive.BOOLEAN : types.promoted(left, right);
    }

    private Typed shift(String symbol, Typed left, Typed right, com.sun.source.tree.Tree at) {
        Primitive type = types.promoted(left.type());
        Primitive distance = types.promoted(right.type());
        Tree.Expression a = Conversions.cast(conversions.primitive(left, at), type);
        Tree.Expression b = Conversions.cast(conversions.primitive(right, at), distance);
        Object constant = Folding.binary(symbol, left.constant(), right.constant(), type);
        return new Typed(
                new Tree.Operation(Op.shift(symbol, type, distance), List.of(a, b)), types.primitive(type), constant);
    }

    private Typed identity(String symbol, Typed left, Typed right, com.sun.source.tree.Tree at) {
        if (Conversions.isTakenApart(left.tree().type())
                || Conversions.isTakenApart(right.tree().type())) {
            throw body.refuse(Problem.RECORD_IDENTITY, at, at);
        }
        Tree.Expression test = new Tree.Passed(
                List.of("", " " + symbol + " ", ""),
                List.of(operand(left, right), operand(right, left)),
                Primitive.BOOLEAN,
                Effect.READS);
        return new Typed(test, types.primitive(Primitive.BOOLEAN));
    }

    /** A {@code null} takes the type of what it is compared with. */
    private Tree.Expression operand(Typed value, Typed other) {
        boolean isNull = value.tree() instanceof Tree.Constant c && c.value() == null;
        return isNull && other.tree().type() != null ? new Tree.Constant(null, other.value()) : value.tree();
    }

    private Typed concatenation(Typed left, Typed right) {
        Tree.Expression text = new Tree.Passed(
                List.of("", " + ", ""), List.of(left.tree(), right.tree()), OpaqueType.STRING, Effect.READS);
        return new Typed(text, types.string());
    }

    Typed unary(UnaryTree tree) {
        return switch (tree.getKind()) {
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> step(tree);
            case LOGICAL_COMPLEMENT -> negation(tree);
            default -> sign(tree);
        };
    }

    private Typed negation(UnaryTree tree) {
        Tree.Expression operand = condition(expressions.read(tree.getExpression()), tree.getExpression());
        Op op = Op.prefix("!", Primitive.BOOLEAN);
        return new Typed(new Tree.Operation(op, List.of(operand)), types.primitive(Primitive.BOOLEAN));
    }

    private Typed sign(UnaryTree tree) {
        Typed value = expressions.read(tree.getExpression());
        Primitive type = types.promoted(value.type());
        Tree.Expression operand = Conversions.cast(conversions.primitive(value, tree), type);
        TypeMirror result = types.primitive(type);
        if (tree.getKind() == Kind.UNARY_PLUS) {
            return new Typed(operand, result, value.constant());
        }
        String symbol = tree.getKind() == Kind.UNARY_MINUS ? "-" : "~";
        Object constant = Folding.unary(symbol, value.constant(), type);
        if (operand instanceof Tree.Constant literal && symbol.equals("-")) {
            return new Typed(Folding.negated(literal), result, constant);
        }
        return new Typed(new Tree.Operation(Op.prefix(symbol, type), List.of(operand)), result, constant);
    }

    private Typed step(UnaryTree tree) {
        Typed place = expressions.place(tree.getExpression());
        boolean postfix = tree.getKind() == Kind.POSTFIX_INCREMENT || tree.getKind() == Kind.POSTFIX_DECREMENT;
        boolean up = tree.getKind() == Kind.PREFIX_INCREMENT || tree.getKind() == Kind.POSTFIX_INCREMENT;
        Primitive type = types.promoted(place.type());
        Tree.Expression one = Conversions.cast(new Tree.Constant(1, Primitive.INT), type);
        Op op = Op.infix(up ? "+" : "-", type);
        if (!(place.tree().type() instanceof Primitive)) {
            return boxedUpdate(place, op, one, tree, postfix);
        }
        return new Typed(new Tree.Update((Tree.Place) place.tree(), op, one, postfix), place.type());
    }

    Typed compound(CompoundAssignmentTree tree) {
        Typed place = expressions.place(tree.getVariable());
        Typed value = expressions.read(tree.getExpression());
        String kind = tree.getKind().name().replace("_ASSIGNMENT", "");
        String symbol = SYMBOLS.get(Kind.valueOf(kind));
        if (types.isString(place.type())) {
            return append(place, value, tree);
        }
        boolean shift = SHIFTS.contains(symbol);
        Primitive type = shift ? types.promoted(place.type()) : operandType(place.type(), value.type());
        Primitive rightType = shift ? types.promoted(value.type()) : type;
        Tree.Expression right = Conversions.cast(conversions.primitive(value, tree.getExpression()), rightType);
        Op op = shift ? Op.shift(symbol, type, rightType) : Op.infix(symbol, type);
        if (!(place.tree().type() instanceof Primitive)) {
            return boxedUpdate(place, op, right, tree, false);
        }
        return new Typed(new Tree.Update((Tree.Place) place.tree(), op, right, false), place.type());
    }

    private Typed append(Typed place, Typed value, CompoundAssignmentTree tree) {
        if (!(place.tree() instanceof Tree.Name name)) {
            throw body.refuse(Problem.UNSUPPORTED_EXPRESSION, tree, "appending to an element of an array of strings");
        }
        return new Typed(new Tree.Assign(name, concatenation(place, value).tree()), place.type());
    }

    private Typed boxedUpdate(Typed place, Op op, Tree.Expression right, ExpressionTree tree, boolean postfix) {
        if (!(place.tree() instanceof Tree.Name name) || (postfix && !expressions.isStatement(tree))) {
            throw body.refuse(Problem.INTEGER_UPDATE, tree, tree);
        }
        Tree.Expression old = Conversions.cast(
                conversions.primitive(place, tree), op.parameters().get(0));
        Tree.Expression sum = new Tree.Operation(op, List.of(old, right));
        Primitive stored = JavaTypes.primitive(types.needUnboxed(place.type()));
        Typed narrowed = new Typed(Conversions.cast(sum, stored), types.primitive(stored));
        return new Typed(new Tree.Assign(name, conversions.convert(narrowed, place.type(), tree)), place.type());
    }

    /** The type of {@code c ? a : b} (JLS 15.25), or null if it depends on where the expression stands. */
    @Nullable
    TypeMirror arms(List<Typed> arms) {
        boolean numeric = arms.stream().allMatch(a -> types.isNumeric(a.type()));
        if (numeric) {
            return numericArms(arms);
        }
        return arms.stream().allMatch(a -> types.isBoolean(a.type())) ? booleanArms(arms) : null;
    }

    private TypeMirror booleanArms(List<Typed> arms) {
        boolean allBoxed = arms.stream().noneMatch(a -> a.type().getKind().isPrimitive());
        return allBoxed ? arms.get(0).type() : types.primitive(Primitive.BOOLEAN);
    }

    private TypeMirror numericArms(List<Typed> arms) {
        TypeMirror first = arms.get(0).type();
        if (arms.stream().allMatch(a -> types.isSame(a.type(), first))) {
            return first;
        }
        List<Primitive> operands = arms.stream()
                .map(a -> JavaTypes.primitive(types.needUnboxed(a.type())))
                .toList();
        for (Primitive small : List.of(Primitive.CHAR, Primitive.SHORT, Primitive.BYTE)) {
            if (operands.contains(small) && fitsAll(arms, operands, small)) {
                return types.primitive(small);
            }
        }
        return types.primitive(operands.stream()
                .map(Operators::widened)
                .max(Primitive::compareTo)
                .orElseThrow());
    }

    private static Primitive widened(Primitive type) {
        return type.compareTo(Primitive.INT) < 0 ? Primitive.INT : type;
    }

    private static boolean fitsAll(List<Typed> arms, List<Primitive> operands, Primitive small) {
        for (int i = 0; i < arms.size(); i++) {
            Primitive type = operands.get(i);
            boolean widens = type == small || (type == Primitive.BYTE && small == Primitive.SHORT);
            if (!widens && !(type == Primitive.INT && Folding.fits(arms.get(i).constant(), small))) {
                return false;
            }
        }
        return true;
    }
}
