package dev.adjoint.processor.frontend;

import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.VariableTree;
import dev.adjoint.processor.ir.Expr.Foreign.Effect;
import dev.adjoint.processor.ir.OpaqueType;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.source.FunctionalType;
import dev.adjoint.processor.source.Local;
import dev.adjoint.processor.source.Position;
import dev.adjoint.processor.source.Tree;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Declarations of local variables, those of enhanced loops included. */
final class Declarations {
    private final Body body;
    private final JavaTypes types;
    private final ExpressionReader expressions;
    private final Conversions conversions;

    Declarations(Body body, ExpressionReader expressions) {
        this.body = body;
        this.types = body.types();
        this.expressions = expressions;
        this.conversions = new Conversions(body);
    }

    Tree.Statement read(VariableTree tree) {
        if (tree.getType() != null) {
            TypeMirror type = body.names().resolve(tree.getType());
            Functions.Shape shape = body.compilation().functions().shape(type);
            boolean holdsFunction =
                    shape != null && tree.getInitializer() != null && givesFunction(tree.getInitializer());
            return holdsFunction ? function(tree, type) : declared(tree, type);
        }
        Typed initial = expressions.read(tree.getInitializer());
        if (initial.functional() != null) {
            return function(tree, initial);
        }
        TypeMirror type = types.withoutCapture(initial.type());
        Local local = declare(tree, type, initial.constant());
        return new Tree.Declare(local, conversions.convert(initial, type, tree), body.position(tree));
    }

    private boolean givesFunction(ExpressionTree tree) {
        return ExpressionReader.isFunction(tree) || expressions.isFunctionName(tree);
    }

    private Tree.Statement declared(VariableTree tree, TypeMirror type) {
        ExpressionTree initializer = tree.getInitializer();
        if (initializer == null) {
            return new Tree.Declare(declare(tree, type, null), null, body.position(tree));
        }
        boolean braces = initializer instanceof NewArrayTree array && array.getType() == null;
        Typed initial = ExpressionReader.isFunction(initializer) || braces ? null : expressions.read(initializer, type);
        Tree.Expression value = initial == null
                ? expressions.readAs(initializer, type)
                : conversions.convert(initial, type, initializer);
        return new Tree.Declare(declare(tree, type, constant(tree, type, initial)), value, body.position(tree));
    }

    private static @Nullable Object constant(VariableTree tree, TypeMirror type, @Nullable Typed initial) {
        boolean isFinal = tree.getModifiers().getFlags().contains(Modifier.FINAL);
        boolean mayBeConstant = type.getKind().isPrimitive() || JavaTypes.isNamed(type, "java.lang.String");
        return isFinal && initial != null && mayBeConstant ? initial.constant() : null;
    }

    private Local declare(VariableTree tree, TypeMirror type, @Nullable Object constant) {
        Local local = new Local(tree.getName().toString(), body.ir(type, tree));
        body.scopes().declare(local.name(), new Variable(local, type, null, constant));
        return local;
    }

    private Tree.Statement function(VariableTree tree, TypeMirror type) {
        return function(tree, expressions.readFunction(tree.getInitializer(), type));
    }

    private Tree.Statement function(VariableTree tree, Typed value) {
        FunctionalType functional = java.util.Objects.requireNonNull(value.functional());
        Local local = new Local(tree.getName().toString(), new OpaqueType(functional.text()));
        body.scopes().declare(local.name(), new Variable(local, value.type(), functional, null));
        return new Tree.DeclareFunction(local, functional, value.tree());
    }

    /** After a refused declaration its name is known all the same, so that no other problem follows from it. */
    void recover(StatementTree tree) {
        if (tree instanceof VariableTree variable) {
            Local local = new Local(variable.getName().toString(), Primitive.DOUBLE);
            TypeMirror none = types.none();
            body.scopes().declare(local.name(), new Variable(local, none, null, null));
        }
    }

    Tree.Statement overArray(
            EnhancedForLoopTree tree, Typed array, @Nullable String label, StatementReader statements) {
        TypeMirror element = ((ArrayType) array.type()).getComponentType();
        VariableTree variable = tree.getVariable();
        TypeMirror type = variable.getType() == null ? element : body.names().resolve(variable.getType());
        Position position = body.position(tree);
        if (types.isSame(type, element)) {
            Local local = declare(variable, type, null);
            return new Tree.ForEach(local, array.tree(), statements.readScoped(tree.getStatement()), label, position);
        }
        Local each = new Local(variable.getName().toString(), body.ir(element, variable));
        Tree.Expression value = conversions.convert(new Typed(new Tree.Name(each), element), type, variable);
        Local local = declare(variable, type, null);
        Tree.Statement inner = statements.readScoped(tree.getStatement());
        List<Tree.Statement> all = List.of(new Tree.Declare(local, value, body.position(variable)), inner);
        return new Tree.ForEach(each, array.tree(), new Tree.Sequence(all), label, position);
    }

    Tree.Statement overIterable(
            EnhancedForLoopTree tree, Typed iterable, @Nullable String label, StatementReader statements) {
        VariableTree variable = tree.getVariable();
        TypeMirror element = element(iterable.type());
        TypeMirror type = variable.getType() == null ? element : body.names().resolve(variable.getType());
        String ofElements = "<" + TypeText.ofElement(types.boxed(element)) + ">";
        Local iterator = new Local("iterator", new OpaqueType("java.util.Iterator" + ofElements));
        Tree.Expression start = new Tree.Passed(
                List.of("((java.lang.Iterable" + ofElements + ") ", ").iterator()"),
                List.of(iterable.tree()),
                iterator.type(),
                Effect.ANY);
        Tree.Expression more = new Tree.Passed(
                List.of("", ".hasNext()"), List.of(new Tree.Name(iterator)), Primitive.BOOLEAN, Effect.ANY);
        Tree.Expression next = new Tree.Passed(
                List.of("", ".next()"), List.of(new Tree.Name(iterator)), body.ir(element, variable), Effect.ANY);
        Tree.Expression value = conversions.convert(new Typed(next, element), type, variable);
        Local local = declare(variable, type, null);
        Position position = body.position(tree);
        Tree.Statement each = new Tree.Declare(local, value, position);
        Tree.Sequence inner = new Tree.Sequence(List.of(each, statements.readScoped(tree.getStatement())));
        List<Tree.Statement> initial = List.of(new Tree.Declare(iterator, start, position));
        return new Tree.Loop(initial, more, List.of(), inner, true, label, position);
    }

    private TypeMirror element(TypeMirror iterable) {
        Inference search = new Inference(types, List.of());
        TypeMirror found = search.supertype(
                types.upward(types.capture(types.upward(iterable))),
                JavaTypes.element(types.named("java.lang.Iterable")));
        if (!(found instanceof DeclaredType declared)) {
            throw new Unresolved(iterable + " cannot be iterated over");
        }
        return declared.getTypeArguments().isEmpty()
                ? types.named("java.lang.Object")
                : types.withoutCapture(declared.getTypeArguments().get(0));
    }
}
