package dev.adjoint.processor.frontend;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.SimpleTreeVisitor;
import dev.adjoint.processor.diagnostic.Problem;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.source.Local;
import dev.adjoint.processor.source.Position;
import dev.adjoint.processor.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Statements: the one place where each kind of statement is accepted or refused. The second argument of the visitor is
 * the label that stands before the statement.
 */
final class StatementReader extends SimpleTreeVisitor<Tree.Statement, @Nullable String> {
    private final Body body;
    private final JavaTypes types;
    private final ExpressionReader expressions;
    private final Declarations declarations;
    private final Choices choices;

    StatementReader(Body body) {
        this.body = body;
        this.types = body.types();
        this.expressions = new ExpressionReader(body, this);
        this.declarations = new Declarations(body, expressions);
        this.choices = expressions.choices();
    }

    ExpressionReader expressions() {
        return expressions;
    }

    /** The statements; each is read, so that all problems are found. */
    List<Tree.Statement> readAll(List<? extends StatementTree> trees) {
        List<Tree.Statement> all = new ArrayList<>();
        for (StatementTree tree : trees) {
            try {
                all.addAll(readHoisting(tree, null));
            } catch (Refused e) {
                declarations.recover(tree);
            }
        }
        return all;
    }

    /** The statement, after the declarations of the variables that its expressions bind. */
    private List<Tree.Statement> readHoisting(StatementTree tree, @Nullable String label) {
        List<Tree.Statement> before = new ArrayList<>();
        body.hoisted().push(before);
        try {
            Tree.Statement statement = visit(tree, label);
            before.add(Objects.requireNonNull(statement));
            return before;
        } finally {
            body.hoisted().pop();
        }
    }

    /** A statement with a scope of its own, such as the body of a loop. */
    Tree.Statement readScoped(StatementTree tree) {
        return body.scopes().within(() -> {
            List<Tree.Statement> all =
                    tree instanceof BlockTree block ? readAll(block.getStatements()) : readAll(List.of(tree));
            return new Tree.Sequence(all);
        });
    }

    @Override
    protected Tree.Statement defaultAction(com.sun.source.tree.Tree tree, @Nullable String label) {
        String kind = tree.getKind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        throw body.refuse(Problem.UNSUPPORTED_STATEMENT, tree, kind);
    }

    @Override
    public Tree.Statement visitBlock(BlockTree tree, @Nullable String label) {
        return labelled(label, readScoped(tree));
    }

    private static Tree.Statement labelled(@Nullable String label, Tree.Statement statement) {
        return label == null ? statement : new Tree.Labelled(label, statement);
    }

    @Override
    public Tree.Statement visitEmptyStatement(EmptyStatementTree tree, @Nullable String label) {
        return new Tree.Sequence(List.of());
    }

    @Override
    public Tree.Statement visitVariable(VariableTree tree, @Nullable String label) {
        return declarations.read(tree);
    }

    @Override
    public Tree.Statement visitClass(ClassTree tree, @Nullable String label) {
        body.names().refuse(tree.getSimpleName().toString());
        throw body.refuse(Problem.LOCAL_CLASS, tree, tree.getSimpleName());
    }

    @Override
    public Tree.Statement visitExpressionStatement(ExpressionStatementTree tree, @Nullable String label) {
        return expression(tree.getExpression());
    }

    /** An expression for its effect. */
    Tree.Statement expression(ExpressionTree tree) {
        return new Tree.Evaluate(expressions.readStatement(tree).tree(), body.position(tree));
    }

    private Tree.Expression condition(ExpressionTree tree) {
        return expressions.readAs(tree, types.primitive(Primitive.BOOLEAN));
    }

    @Override
    public Tree.Statement visitIf(IfTree tree, @Nullable String label) {
        Tree.Expression condition = condition(tree.getCondition());
        Tree.Statement then = readScoped(tree.getThenStatement());
        Tree.Statement otherwise = tree.getElseStatement() == null ? null : readScoped(tree.getElseStatement());
        return labelled(label, new Tree.If(condition, then, otherwise, body.position(tree)));
    }

    @Override
    public Tree.Statement visitForLoop(ForLoopTree tree, @Nullable String label) {
        return body.scopes().within(() -> {
            List<Tree.Statement> initial = readAll(tree.getInitializer());
            Tree.Expression condition = tree.getCondition() == null ? null : condition(tree.getCondition());
            List<Tree.Statement> update = readAll(tree.getUpdate());
            Tree.Statement inner = readScoped(tree.getStatement());
            return new Tree.Loop(initial, condition, update, inner, true, label, body.position(tree));
        });
    }

    @Override
    public Tree.Statement visitWhileLoop(WhileLoopTree tree, @Nullable String label) {
        Tree.Expression condition = condition(tree.getCondition());
        Tree.Statement inner = readScoped(tree.getStatement());
        return new Tree.Loop(List.of(), always(condition), List.of(), inner, true, label, body.position(tree));
    }

    @Override
    public Tree.Statement visitDoWhileLoop(DoWhileLoopTree tree, @Nullable String label) {
        Tree.Statement inner = readScoped(tree.getStatement());
        Tree.Expression condition = condition(tree.getCondition());
        return new Tree.Loop(List.of(), always(condition), List.of(), inner, false, label, body.position(tree));
    }

    /** The condition {@code true} is none. */
    private static Tree.@Nullable Expression always(Tree.Expression condition) {
        return condition instanceof Tree.Constant c && Boolean.TRUE.equals(c.value()) ? null : condition;
    }

    @Override
    public Tree.Statement visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable String label) {
        Typed iterated = expressions.read(tree.getExpression());
        boolean array = iterated.type().getKind() == TypeKind.ARRAY;
        return body.scopes()
                .within(() -> array
                        ? declarations.overArray(tree, iterated, label, this)
                        : declarations.overIterable(tree, iterated, label, this));
    }

    @Override
    public Tree.Statement visitLabeledStatement(LabeledStatementTree tree, @Nullable String label) {
        if (label != null) {
            return labelled(label, visitLabeledStatement(tree, null));
        }
        String name = tree.getLabel().toString();
        List<Tree.Statement> all = readHoisting(tree.getStatement(), name);
        return all.size() == 1 ? all.get(0) : new Tree.Sequence(all);
    }

    @Override
    public Tree.Statement visitSwitch(SwitchTree tree, @Nullable String label) {
        return labelled(label, choices.statement(tree));
    }

    @Override
    public Tree.Statement visitBreak(BreakTree tree, @Nullable String label) {
        return new Tree.Break(tree.getLabel() == null ? null : tree.getLabel().toString());
    }

    @Override
    public Tree.Statement visitContinue(ContinueTree tree, @Nullable String label) {
        return new Tree.Continue(
                tree.getLabel() == null ? null : tree.getLabel().toString());
    }

    @Override
    public Tree.Statement visitReturn(ReturnTree tree, @Nullable String label) {
        TypeMirror result = body.results().element();
        Tree.Expression value =
                tree.getExpression() == null ? body.made() : expressions.readAs(tree.getExpression(), result);
        return new Tree.Return(value, body.position(tree));
    }

    @Override
    public Tree.Statement visitYield(YieldTree tree, @Nullable String label) {
        return give(tree.getValue(), tree);
    }

    /** The value of the switch expression around. */
    Tree.Statement give(ExpressionTree value, com.sun.source.tree.Tree at) {
        YieldTarget target = body.yields().element();
        Position position = body.position(at);
        if (target.type() != null) {
            return new Tree.Yield(expressions.readAs(value, target.type()), position);
        }
        Typed typed = expressions.read(value);
        target.yielded().add(typed);
        return new Tree.Yield(typed.tree(), position);
    }

    @Override
    public Tree.Statement visitThrow(ThrowTree tree, @Nullable String label) {
        return new Tree.Throw(expressions.read(tree.getExpression()).tree(), body.position(tree));
    }

    @Override
    public Tree.Statement visitAssert(AssertTree tree, @Nullable String label) {
        Tree.Expression condition = condition(tree.getCondition());
        Tree.Expression detail = tree.getDetail() == null
                ? null
                : expressions.read(tree.getDetail()).tree();
        return new Tree.Assert(condition, detail, body.position(tree));
    }

    @Override
    public Tree.Statement visitSynchronized(SynchronizedTree tree, @Nullable String label) {
        throw body.refuse(Problem.SYNCHRONIZED, tree);
    }

    @Override
    public Tree.Statement visitTry(TryTree tree, @Nullable String label) {
        if (!tree.getResources().isEmpty()) {
            throw body.refuse(Problem.RESOURCES, tree.getResources().get(0));
        }
        Tree.Sequence guarded = (Tree.Sequence) readScoped(tree.getBlock());
        List<Tree.Handler> handlers =
                tree.getCatches().stream().map(this::handler).toList();
        Tree.Sequence last = tree.getFinallyBlock() == null ? null : (Tree.Sequence) readScoped(tree.getFinallyBlock());
        return labelled(label, new Tree.Try(guarded, handlers, last, body.position(tree)));
    }

    private Tree.Handler handler(CatchTree tree) {
        return body.scopes().within(() -> {
            VariableTree parameter = tree.getParameter();
            List<TypeMirror> caught = parameter.getType() instanceof UnionTypeTree union
                    ? union.getTypeAlternatives().stream()
                            .map(body.names()::resolve)
                            .toList()
                    : List.of(body.names().resolve(parameter.getType()));
            caught.forEach(type -> body.ir(type, parameter));
            TypeMirror type = caught.size() == 1 ? caught.get(0) : types.named("java.lang.Throwable");
            String texts = String.join(" | ", caught.stream().map(TypeText::of).toList());
            Local local = new Local(parameter.getName().toString(), body.ir(type, parameter));
            body.scopes().declare(local.name(), new Variable(local, type, null, null));
            return new Tree.Handler(texts, local, (Tree.Sequence) readScoped(tree.getBlock()));
        });
    }
}
