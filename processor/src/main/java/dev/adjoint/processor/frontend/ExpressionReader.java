package dev.adjoint.processor.frontend;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.SimpleTreeVisitor;
import dev.adjoint.processor.diagnostic.Problem;
import dev.adjoint.processor.ir.OpaqueType;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Expressions: the one place where each kind of expression is accepted or refused. The second argument of the visitor is
 * the type that the context expects, if it expects one: lambdas and generic calls depend on it.
 */
final class ExpressionReader extends SimpleTreeVisitor<Typed, @Nullable TypeMirror> {
    private final Body body;
    private final JavaTypes types;
    private final Conversions conversions;
    private final Operators operators;
    private final NameReader names;
    private final CallReader calls;
    private final CreationReader creations;
    private final FunctionReader functions;
    private final Choices choices;
    private @Nullable ExpressionTree statement;

    ExpressionReader(Body body, StatementReader statements) {
        this.body = body;
        this.types = body.types();
        this.conversions = new Conversions(body);
        this.operators = new Operators(body, this, conversions);
        this.names = new NameReader(body, this);
        this.functions = new FunctionReader(body, this, statements);
        this.calls = new CallReader(body, this, names, functions, conversions);
        this.creations = new CreationReader(body, this, calls, conversions);
        this.choices = new Choices(body, this, statements, conversions, operators);
    }

    Typed read(ExpressionTree tree) {
        return read(tree, null);
    }

    Typed read(ExpressionTree tree, @Nullable TypeMirror target) {
        Typed typed = Objects.requireNonNull(visit(tree, target));
        body.seen().put(tree, typed.type());
        return typed;
    }

    /** Reads all, so that all problems are found, before it gives up if one is refused. */
    List<Typed> readAll(List<? extends ExpressionTree> trees) {
        List<Typed> all = new ArrayList<>();
        Refused refused = null;
        for (ExpressionTree tree : trees) {
            try {
                all.add(read(tree));
            } catch (Refused e) {
                refused = e;
            }
        }
        if (refused != null) {
            throw refused;
        }
        return all;
    }

    /** The expression converted to the type. */
    Tree.Expression readAs(ExpressionTree tree, TypeMirror type) {
        if (isFunction(tree)) {
            return functions.read(tree, type).tree();
        }
        return conversions.convert(read(tree, type), type, tree);
    }

    /** Whether the tree is a lambda or method reference, which has no type of its own. */
    static boolean isFunction(ExpressionTree tree) {
        ExpressionTree inner = tree;
        while (inner instanceof ParenthesizedTree parenthesized) {
            inner = parenthesized.getExpression();
        }
        return inner instanceof LambdaExpressionTree || inner instanceof MemberReferenceTree;
    }

    /** The function that a lambda, a method reference or a name of a function gives. */
    Typed readFunction(ExpressionTree tree, TypeMirror type) {
        return isFunction(tree) ? functions.read(tree, type) : read(tree, type);
    }

    /** Whether the tree names a local that holds a function. */
    boolean isFunctionName(ExpressionTree tree) {
        Variable variable = tree instanceof IdentifierTree name
                ? body.scopes().find(name.getName().toString())
                : null;
        return variable != null && variable.functional() != null;
    }

    CallReader calls() {
        return calls;
    }

    CreationReader creations() {
        return creations;
    }

    /** The type that the tree names, or null if it is a value. */
    @Nullable
    TypeMirror typeNamed(ExpressionTree tree) {
        return names.type(tree);
    }

    Choices choices() {
        return choices;
    }

    /** An expression whose value nobody uses. */
    Typed readStatement(ExpressionTree tree) {
        ExpressionTree outer = statement;
        statement = tree;
        try {
            return read(tree);
        } finally {
            statement = outer;
        }
    }

    boolean isStatement(ExpressionTree tree) {
        return statement == tree;
    }

    /** What is assigned to: a local or an element of an array. */
    Typed place(ExpressionTree tree) {
        Typed place = read(tree);
        if (place.functional() != null) {
            throw body.refuse(Problem.FUNCTION_VARIABLE, tree, tree);
        }
        if (!(place.tree() instanceof Tree.Place)) {
            throw body.refuse(Problem.FIELD_WRITE, tree, tree);
        }
        return place;
    }

    @Override
    protected Typed defaultAction(com.sun.source.tree.Tree tree, @Nullable TypeMirror target) {
        String kind = tree.getKind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        if (kind.equals("erroneous")) {
            throw new Unresolved("the source does not parse");
        }
        throw body.refuse(Problem.UNSUPPORTED_EXPRESSION, tree, kind);
    }

    @Override
    public Typed visitParenthesized(ParenthesizedTree tree, @Nullable TypeMirror target) {
        return read(tree.getExpression(), target);
    }

    @Override
    public Typed visitLiteral(LiteralTree tree, @Nullable TypeMirror target) {
        Object value = tree.getValue();
        return switch (tree.getKind()) {
            case STRING_LITERAL -> new Typed(new Tree.Constant(value, OpaqueType.STRING), types.string(), value);
            case NULL_LITERAL ->
                new Typed(new Tree.Constant(null, new OpaqueType("java.lang.Object")), types.nullType());
            default -> {
                Primitive type = literalType(tree);
                yield new Typed(new Tree.Constant(value, type), types.primitive(type), value);
            }
        };
    }

    private static Primitive literalType(LiteralTree tree) {
        return Primitive.valueOf(tree.getKind().name().replace("_LITERAL", ""));
    }

    @Override
    public Typed visitIdentifier(IdentifierTree tree, @Nullable TypeMirror target) {
        return names.identifier(tree);
    }

    @Override
    public Typed visitMemberSelect(MemberSelectTree tree, @Nullable TypeMirror target) {
        return names.select(tree);
    }

    @Override
    public Typed visitArrayAccess(ArrayAccessTree tree, @Nullable TypeMirror target) {
        List<Typed> parts = readAll(List.of(tree.getExpression(), tree.getIndex()));
        if (!(parts.get(0).type() instanceof javax.lang.model.type.ArrayType array)) {
            throw new Unresolved(tree + " is not an array");
        }
        Primitive promoted = types.promoted(parts.get(1).type());
        Tree.Expression index = Conversions.cast(conversions.primitive(parts.get(1), tree.getIndex()), promoted);
        TypeMirror element = array.getComponentType();
        return new Typed(new Tree.Element(parts.get(0).tree(), index, body.ir(element, tree)), element);
    }

    @Override
    public Typed visitUnary(UnaryTree tree, @Nullable TypeMirror target) {
        return operators.unary(tree);
    }

    @Override
    public Typed visitBinary(BinaryTree tree, @Nullable TypeMirror target) {
        return operators.binary(tree);
    }

    @Override
    public Typed visitAssignment(AssignmentTree tree, @Nullable TypeMirror target) {
        Typed place = place(tree.getVariable());
        Tree.Expression value = readAs(tree.getExpression(), place.type());
        return new Typed(new Tree.Assign((Tree.Place) place.tree(), value), place.type());
    }

    @Override
    public Typed visitCompoundAssignment(CompoundAssignmentTree tree, @Nullable TypeMirror target) {
        return operators.compound(tree);
    }

    @Override
    public Typed visitConditionalExpression(ConditionalExpressionTree tree, @Nullable TypeMirror target) {
        return choices.conditional(tree, target);
    }

    @Override
    public Typed visitSwitchExpression(SwitchExpressionTree tree, @Nullable TypeMirror target) {
        return choices.expression(tree, target);
    }

    @Override
    public Typed visitTypeCast(TypeCastTree tree, @Nullable TypeMirror target) {
        TypeMirror type = body.names().resolve(tree.getType());
        if (isFunction(tree.getExpression())) {
            return functions.read(tree.getExpression(), type);
        }
        return creations.cast(read(tree.getExpression()), type, tree);
    }

    @Override
    public Typed visitInstanceOf(InstanceOfTree tree, @Nullable TypeMirror target) {
        return creations.instanceOf(tree);
    }

    @Override
    public Typed visitMethodInvocation(MethodInvocationTree tree, @Nullable TypeMirror target) {
        return calls.read(tree, target);
    }

    @Override
    public Typed visitNewClass(NewClassTree tree, @Nullable TypeMirror target) {
        return creations.object(tree, target);
    }

    @Override
    public Typed visitNewArray(NewArrayTree tree, @Nullable TypeMirror target) {
        return creations.array(tree, target);
    }

    @Override
    public Typed visitLambdaExpression(LambdaExpressionTree tree, @Nullable TypeMirror target) {
        return functions.readWithTarget(tree, target);
    }

    @Override
    public Typed visitMemberReference(MemberReferenceTree tree, @Nullable TypeMirror target) {
        return functions.readWithTarget(tree, target);
    }
}
