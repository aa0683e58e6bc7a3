package dev.adjoint.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import dev.adjoint.processor.diagnostic.Problem;
import dev.adjoint.processor.frontend.Overloads.Argument;
import dev.adjoint.processor.ir.Expr.Foreign.Effect;
import dev.adjoint.processor.ir.OpaqueType;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.RecordType;
import dev.adjoint.processor.source.Local;
import dev.adjoint.processor.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Arrays, records and other objects that are made, casts and {@code instanceof}. */
final class CreationReader {
    private final Body body;
    private final Compilation compilation;
    private final JavaTypes types;
    private final ExpressionReader expressions;
    private final CallReader calls;
    private final Conversions conversions;

    CreationReader(Body body, ExpressionReader expressions, CallReader calls, Conversions conversions) {
        this.body = body;
        this.compilation = body.compilation();
        this.types = body.types();
        this.expressions = expressions;
        this.calls = calls;
        this.conversions = conversions;
    }

    // ---------------------------------------------------------------------------------------------- arrays

    Typed array(NewArrayTree tree, @Nullable TypeMirror target) {
        TypeMirror type = tree.getType() == null ? target : arrayType(tree);
        if (!(type instanceof ArrayType array)) {
            throw new Unresolved("an array initializer without an array type");
        }
        if (tree.getInitializers() != null) {
            return new Typed(initialised(tree, array), type);
        }
        List<Tree.Expression> dimensions = new ArrayList<>();
        for (ExpressionTree dimension : tree.getDimensions()) {
            dimensions.add(expressions.readAs(dimension, types.primitive(Primitive.INT)));
        }
        return new Typed(new Tree.NewArray(body.ir(type, tree), dimensions), type);
    }

    private TypeMirror arrayType(NewArrayTree tree) {
        TypeMirror type = body.names().resolve(tree.getType());
        int rank = Math.max(1, tree.getDimensions().size());
        for (int i = 0; i < rank; i++) {
            type = types.arrayOf(type);
        }
        return type;
    }

    private Tree.Expression initialised(NewArrayTree tree, ArrayType type) {
        List<Tree.Expression> elements = new ArrayList<>();
        for (ExpressionTree element : tree.getInitializers()) {
            elements.add(expressions.readAs(element, type.getComponentType()));
        }
        return new Tree.ArrayOf(body.ir(type, tree), elements);
    }

    // --------------------------------------------------------------------------------------------- objects

    Typed object(NewClassTree tree, @Nullable TypeMirror target) {
        if (tree.getClassBody() != null) {
            throw body.refuse(Problem.ANONYMOUS_CLASS, tree);
        }
        if (tree.getEnclosingExpression() != null) {
            throw body.refuse(Problem.UNSUPPORTED_EXPRESSION, tree, "an inner class of an object");
        }
        TypeMirror type = created(tree, target);
        return construct(type, calls.arguments(tree.getArguments()), tree);
    }

    /** The diamond takes its arguments from where the object goes. */
    private TypeMirror created(NewClassTree tree, @Nullable TypeMirror target) {
        boolean diamond = tree.getIdentifier() instanceof ParameterizedTypeTree generic
                && generic.getTypeArguments().isEmpty();
        TypeMirror type = body.names().resolve(tree.getIdentifier());
        if (!diamond || !(target instanceof DeclaredType goal)) {
            return type;
        }
        TypeElement element = JavaTypes.element(type);
        Inference inference = new Inference(types, element.getTypeParameters());
        TypeMirror seen = inference.supertype(element.asType(), goal.asElement());
        if (seen != null) {
            inference.learn(seen, goal);
        }
        return inference.apply(element.asType());
    }

    Typed construct(TypeMirror type, List<Argument> arguments, ExpressionTree tree) {
        if (type instanceof GeneratedRecord record) {
            return generated(record, arguments, tree);
        }
        Overloads.Choice choice =
                calls.overloads().choose("new", calls.members().constructors(type), arguments, null);
        ExecutableElement constructor =
                Objects.requireNonNull(choice.candidate().element());
        if (body.ir(type, tree) instanceof RecordType record) {
            return calls.targets().record(record, type, constructor, choice, arguments, tree);
        }
        return calls.targets().created(type, constructor, choice, arguments, tree);
    }

    private Typed generated(GeneratedRecord record, List<Argument> arguments, ExpressionTree tree) {
        List<Tree.Expression> args = new ArrayList<>();
        List<TypeMirror> components = new ArrayList<>(record.components().values());
        for (int i = 0; i < components.size(); i++) {
            Typed argument = Objects.requireNonNull(arguments.get(i).typed());
            args.add(conversions.convert(argument, components.get(i), tree));
        }
        return new Typed(new Tree.Construct((RecordType) compilation.ir(record), args), record);
    }

    // ----------------------------------------------------------------------------------------------- casts

    Typed cast(Typed value, TypeMirror type, TypeCastTree tree) {
        boolean converts =
                type.getKind().isPrimitive() || value.type().getKind().isPrimitive();
        if (value.functional() != null) {
            throw body.refuse(Problem.FUNCTION_VALUE, tree);
        }
        if (converts && types.unboxed(value.type()) != null) {
            return new Typed(conversions.convert(value, type, tree), type, value.constant());
        }
        boolean same = body.ir(type, tree).equals(value.tree().type());
        return same ? new Typed(value.tree(), type) : new Typed(downcast(value, type, tree), type);
    }

    private Tree.Expression downcast(Typed value, TypeMirror type, com.sun.source.tree.Tree at) {
        if (type.getKind().isPrimitive()) {
            TypeMirror boxed = types.boxed(type);
            return conversions.convert(new Typed(downcast(value, boxed, at), boxed), type, at);
        }
        Tree.Passed cast = new Tree.Passed(
                List.of("(" + TypeText.of(type) + ") ", ""), List.of(value.tree()), body.ir(type, at), Effect.READS);
        return body.guard(cast, Problem.LOST_IN_CAST, at, TypeText.of(value.type()), TypeText.of(type));
    }

    Typed instanceOf(InstanceOfTree tree) {
        Typed value = expressions.read(tree.getExpression());
        TypeMirror bool = types.primitive(Primitive.BOOLEAN);
        if (tree.getPattern() == null) {
            return new Typed(test(value, body.names().resolve(tree.getType()), tree), bool);
        }
        if (!(tree.getPattern() instanceof com.sun.source.tree.BindingPatternTree pattern)) {
            throw body.refuse(Problem.PATTERN, tree.getPattern());
        }
        return new Typed(bound(value, pattern.getVariable(), tree), bool);
    }

    private Tree.Expression test(Typed value, TypeMirror type, InstanceOfTree tree) {
        body.ir(type, tree);
        return new Tree.Passed(
                List.of("", " instanceof " + TypeText.of(type)),
                List.of(value.tree()),
                Primitive.BOOLEAN,
                Effect.READS);
    }

    /** {@code v instanceof T t} becomes {@code (u = v) instanceof T && (t = (T) u) != null}. */
    private Tree.Expression bound(Typed value, VariableTree variable, InstanceOfTree tree) {
        TypeMirror type = body.names().resolve(variable.getType());
        Local tested = new Local("tested", value.value());
        Local local = new Local(variable.getName().toString(), body.ir(type, variable));
        body.hoisted().element().add(new Tree.Declare(tested, null, body.position(tree)));
        body.hoisted().element().add(new Tree.Declare(local, null, body.position(tree)));
        body.scopes().declare(local.name(), new Variable(local, type, null, null));
        Tree.Expression assigned = new Tree.Assign(new Tree.Name(tested), value.tree());
        Tree.Expression test = test(new Typed(assigned, value.type()), type, tree);
        Tree.Expression cast = downcast(new Typed(new Tree.Name(tested), value.type()), type, tree);
        Tree.Expression set = new Tree.Assign(new Tree.Name(local), cast);
        Tree.Constant none = new Tree.Constant(null, new OpaqueType("java.lang.Object"));
        Tree.Expression some =
                new Tree.Passed(List.of("", " != ", ""), List.of(set, none), Primitive.BOOLEAN, Effect.READS);
        return new Tree.ShortCircuit(true, test, some);
    }
}
