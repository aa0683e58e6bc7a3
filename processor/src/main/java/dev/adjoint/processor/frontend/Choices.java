package dev.adjoint.processor.frontend;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import dev.adjoint.processor.diagnostic.Problem;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The conditional operator and both forms of switch. */
final class Choices {
    private final Body body;
    private final JavaTypes types;
    private final ExpressionReader expressions;
    private final StatementReader statements;
    private final Conversions conversions;
    private final Operators operators;

    Choices(
            Body body,
            ExpressionReader expressions,
            StatementReader statements,
            Conversions conversions,
            Operators operators) {
        this.body = body;
        this.types = body.types();
        this.expressions = expressions;
        this.statements = statements;
        this.conversions = conversions;
        this.operators = operators;
    }

    Typed conditional(ConditionalExpressionTree tree, @Nullable TypeMirror target) {
        Tree.Expression condition = expressions.readAs(tree.getCondition(), types.primitive(Primitive.BOOLEAN));
        List<ExpressionTree> trees = List.of(tree.getTrueExpression(), tree.getFalseExpression());
        if (trees.stream().anyMatch(ExpressionReader::isFunction)) {
            throw body.refuse(Problem.FUNCTION_VALUE, tree);
        }
        List<Typed> arms = List.of(expressions.read(trees.get(0), target), expressions.read(trees.get(1), target));
        TypeMirror type = type(arms, target);
        Tree.Expression then = conversions.convert(arms.get(0), type, trees.get(0));
        Tree.Expression otherwise = conversions.convert(arms.get(1), type, trees.get(1));
        return new Typed(new Tree.Conditional(condition, then, otherwise, body.ir(type, tree)), type);
    }

    private TypeMirror type(List<Typed> arms, @Nullable TypeMirror target) {
        if (arms.stream().anyMatch(a -> a.functional() != null)) {
            throw new Unresolved("a choice between functions");
        }
        TypeMirror standalone = operators.arms(arms);
        if (standalone != null) {
            return standalone;
        }
        if (target != null && target.getKind() != TypeKind.VOID) {
            return target;
        }
        Inference common = new Inference(types, List.of());
        return arms.stream()
                .map(a -> types.boxed(a.type()))
                .reduce((a, b) -> common.join(a, b))
                .orElseThrow();
    }

    /** A switch in an assignment has the type assigned to (JLS 15.28.1); else its arms decide. */
    Typed expression(SwitchExpressionTree tree, @Nullable TypeMirror target) {
        boolean known = target != null && target.getKind() != TypeKind.VOID;
        TypeMirror type = known ? target : standalone(tree);
        Tree.Expression selector = selector(tree.getExpression());
        List<Tree.Arm> arms = armsYielding(tree, selector, new YieldTarget(type));
        return new Typed(new Tree.SwitchExpression(selector, arms, body.ir(type, tree)), type);
    }

    /** Reads the arms once more than needed, to find out the types that they yield. */
    private TypeMirror standalone(SwitchExpressionTree tree) {
        int problems = body.problems().size();
        YieldTarget found = new YieldTarget(null);
        armsYielding(tree, selector(tree.getExpression()), found);
        if (body.problems().size() > problems) {
            throw new Refused();
        }
        return type(found.yielded(), null);
    }

    private List<Tree.Arm> armsYielding(SwitchExpressionTree tree, Tree.Expression selector, YieldTarget target) {
        body.yields().push(target);
        try {
            return arms(tree.getCases(), selector, true);
        } finally {
            body.yields().pop();
        }
    }

    Tree.Statement statement(SwitchTree tree) {
        Tree.Expression selector = selector(tree.getExpression());
        return new Tree.Switch(selector, arms(tree.getCases(), selector, false), body.position(tree));
    }

    private Tree.Expression selector(ExpressionTree tree) {
        Typed value = expressions.read(tree);
        TypeMirror unboxed = types.unboxed(value.type());
        return unboxed == null ? value.tree() : conversions.primitive(value, tree);
    }

    private List<Tree.Arm> arms(List<? extends CaseTree> cases, Tree.Expression selector, boolean yields) {
        return body.scopes().within(() -> {
            List<Tree.Arm> arms = new ArrayList<>();
            for (CaseTree branch : cases) {
                arms.add(arm(branch, selector, yields));
            }
            return arms;
        });
    }

    private Tree.Arm arm(CaseTree branch, Tree.Expression selector, boolean yields) {
        boolean arrow = branch.getCaseKind() == CaseTree.CaseKind.RULE;
        List<String> labels = new ArrayList<>();
        for (ExpressionTree label : branch.getExpressions()) {
            labels.add(label(label, selector));
        }
        boolean isDefault = labels.isEmpty() || CaseLabels.hasDefault(branch);
        if (CaseLabels.hasPattern(branch)) {
            throw body.refuse(Problem.CASE_PATTERN, branch);
        }
        List<Tree.Statement> code = arrow
                ? body.scopes().within(() -> rule(branch, yields))
                : statements.readAll(Objects.requireNonNull(branch.getStatements()));
        return new Tree.Arm(labels, isDefault, arrow, code);
    }

    private String label(ExpressionTree tree, Tree.Expression selector) {
        boolean named = tree instanceof IdentifierTree && !(selector.type() instanceof Primitive);
        if (named && body.scopes().find(tree.toString()) == null && !types.isString(stringOr(selector))) {
            return tree.toString();
        }
        Typed value = expressions.read(tree);
        if (value.tree() instanceof Tree.Constant constant) {
            return text(Objects.requireNonNull(constant.value()));
        }
        if (value.tree() instanceof Tree.Passed passed && passed.args().isEmpty()) {
            return passed.pieces().get(0);
        }
        if (value.constant() == null) {
            throw body.refuse(Problem.UNSUPPORTED_EXPRESSION, tree, "the case label '" + tree + "'");
        }
        return text(value.constant());
    }

    private String text(Object constant) {
        return body.compilation().elements().getConstantExpression(constant);
    }

    private TypeMirror stringOr(Tree.Expression selector) {
        boolean string = dev.adjoint.processor.ir.OpaqueType.STRING.equals(selector.type());
        return string ? types.string() : types.nullType();
    }

    private List<Tree.Statement> rule(CaseTree branch, boolean yields) {
        com.sun.source.tree.Tree code = Objects.requireNonNull(branch.getBody());
        if (code instanceof ExpressionTree value) {
            return List.of(yields ? statements.give(value, value) : statements.expression(value));
        }
        return statements.readAll(List.of((StatementTree) code));
    }
}
