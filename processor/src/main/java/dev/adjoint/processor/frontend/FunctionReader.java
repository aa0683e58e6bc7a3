package dev.adjoint.processor.frontend;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import dev.adjoint.processor.diagnostic.Problem;
import dev.adjoint.processor.frontend.Overloads.Argument;
import dev.adjoint.processor.source.Local;
import dev.adjoint.processor.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Lambdas and method references; the latter are written out as lambdas. */
final class FunctionReader {
    private final Body body;
    private final Compilation compilation;
    private final JavaTypes types;
    private final ExpressionReader expressions;
    private final StatementReader statements;

    FunctionReader(Body body, ExpressionReader expressions, StatementReader statements) {
        this.body = body;
        this.compilation = body.compilation();
        this.types = body.types();
        this.expressions = expressions;
        this.statements = statements;
    }

    Typed readWithTarget(ExpressionTree tree, @Nullable TypeMirror target) {
        if (target == null || compilation.functions().shape(target) == null) {
            throw body.refuse(Problem.FUNCTION_VALUE, tree);
        }
        return read(tree, target);
    }

    /** The function as one of the given interface. */
    Typed read(ExpressionTree tree, TypeMirror target) {
        if (tree instanceof ParenthesizedTree parenthesized) {
            return read(parenthesized.getExpression(), target);
        }
        if (tree instanceof TypeCastTree cast) {
            return read(cast.getExpression(), body.names().resolve(cast.getType()));
        }
        Functions.Shape shape = compilation.functions().shape(target);
        if (shape == null) {
            throw new Unresolved(target + " is not a functional interface");
        }
        TypeMirror result = compilation.functions().unboxed(shape.result());
        Tree.Lambda lambda = within(
                result,
                () -> tree instanceof LambdaExpressionTree l
                        ? lambda(l, target, shape, result)
                        : reference((MemberReferenceTree) tree, target, shape, result));
        return new Typed(lambda, target);
    }

    private Tree.Lambda within(TypeMirror result, Supplier<Tree.Lambda> action) {
        body.results().push(result);
        try {
            return body.scopes().within(action);
        } finally {
            body.results().pop();
        }
    }

    private Tree.Lambda lambda(LambdaExpressionTree tree, TypeMirror target, Functions.Shape shape, TypeMirror result) {
        List<Local> parameters = new ArrayList<>();
        for (int i = 0; i < tree.getParameters().size(); i++) {
            VariableTree parameter = tree.getParameters().get(i);
            TypeMirror given = shape.parameters().get(i);
            parameters.add(declare(parameter.getName().toString(), given, parameter));
        }
        Tree.Sequence code = tree.getBody() instanceof BlockTree block
                ? new Tree.Sequence(statements.readAll(block.getStatements()))
                : new Tree.Sequence(List.of(expression((ExpressionTree) tree.getBody(), result)));
        return new Tree.Lambda(compilation.functions().type(target, shape), parameters, code);
    }

    private Local declare(String name, TypeMirror type, com.sun.source.tree.Tree at) {
        TypeMirror unboxed = types.withoutCapture(compilation.functions().unboxed(type));
        Local local = new Local(name, body.ir(unboxed, at));
        body.scopes().declare(name, new Variable(local, unboxed, null, null));
        return local;
    }

    private Tree.Statement expression(ExpressionTree tree, TypeMirror result) {
        return result.getKind() == TypeKind.VOID
                ? statements.expression(tree)
                : new Tree.Return(expressions.readAs(tree, result), body.position(tree));
    }

    /** An object with a method of its own as a function: {@code kernel} as {@code kernel::at}. */
    Typed object(Typed receiver, ExpressionTree tree, TypeMirror target) {
        Functions.Shape shape = Objects.requireNonNull(compilation.functions().shape(target));
        String name = compilation.functions().type(target, shape).method();
        if (!(tree instanceof IdentifierTree)) {
            throw body.refuse(Problem.METHOD_REFERENCE, tree, tree + "::" + name);
        }
        TypeMirror result = compilation.functions().unboxed(shape.result());
        Tree.Lambda lambda = within(
                result,
                () -> calling(
                        tree,
                        target,
                        shape,
                        result,
                        arguments -> expressions.calls().onReceiver(receiver, name, arguments, tree)));
        return new Typed(lambda, target);
    }

    private Tree.Lambda reference(
            MemberReferenceTree tree, TypeMirror target, Functions.Shape shape, TypeMirror result) {
        return calling(tree, target, shape, result, arguments -> called(tree, arguments));
    }

    private Tree.Lambda calling(
            ExpressionTree tree,
            TypeMirror target,
            Functions.Shape shape,
            TypeMirror result,
            Function<List<Argument>, Typed> method) {
        List<Local> parameters = new ArrayList<>();
        List<Argument> arguments = new ArrayList<>();
        for (TypeMirror type : shape.parameters()) {
            Local local = declare("p" + parameters.size(), type, tree);
            TypeMirror unboxed = compilation.functions().unboxed(type);
            parameters.add(local);
            arguments.add(new Argument(tree, new Typed(new Tree.Name(local), unboxed)));
        }
        Typed call = method.apply(arguments);
        Tree.Statement statement = result.getKind() == TypeKind.VOID
                ? new Tree.Evaluate(call.tree(), body.position(tree))
                : new Tree.Return(new Conversions(body).convert(call, result, tree), body.position(tree));
        return new Tree.Lambda(
                compilation.functions().type(target, shape), parameters, new Tree.Sequence(List.of(statement)));
    }

    private Typed called(MemberReferenceTree tree, List<Argument> arguments) {
        String name = tree.getName().toString();
        ExpressionTree qualifier = tree.getQualifierExpression();
        TypeMirror owner = qualifier.getKind() == com.sun.source.tree.Tree.Kind.ARRAY_TYPE
                ? body.names().resolve(qualifier)
                : expressions.typeNamed(qualifier);
        if (tree.getMode() == MemberReferenceTree.ReferenceMode.NEW) {
            return created(Objects.requireNonNull(owner), arguments, tree);
        }
        if (owner != null) {
            return expressions.calls().referred(owner, name, arguments, tree);
        }
        if (!(qualifier instanceof IdentifierTree)) {
            throw body.refuse(Problem.METHOD_REFERENCE, tree, tree);
        }
        return expressions.calls().onReceiver(expressions.read(qualifier), name, arguments, tree);
    }

    private Typed created(TypeMirror owner, List<Argument> arguments, MemberReferenceTree tree) {
        if (owner instanceof ArrayType) {
            Tree.Expression length =
                    Objects.requireNonNull(arguments.get(0).typed()).tree();
            return new Typed(new Tree.NewArray(body.ir(owner, tree), List.of(length)), owner);
        }
        return expressions.creations().construct(owner, arguments, tree);
    }
}
