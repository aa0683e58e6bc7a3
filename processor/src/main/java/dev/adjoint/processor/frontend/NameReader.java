package dev.adjoint.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParenthesizedTree;
import dev.adjoint.processor.diagnostic.Problem;
import dev.adjoint.processor.ir.Expr.Foreign.Effect;
import dev.adjoint.processor.ir.Primitive;
import dev.adjoint.processor.ir.Type;
import dev.adjoint.processor.source.Tree;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Simple and qualified names: locals, fields, constants, record components, array lengths (JLS 6.5). */
final class NameReader {
    private final Body body;
    private final Compilation compilation;
    private final JavaTypes types;
    private final ExpressionReader expressions;

    NameReader(Body body, ExpressionReader expressions) {
        this.body = body;
        this.compilation = body.compilation();
        this.types = body.types();
        this.expressions = expressions;
    }

    Typed identifier(IdentifierTree tree) {
        String name = tree.getName().toString();
        Variable variable = name.equals("this") ? body.self() : local(name);
        if (variable != null) {
            return of(variable);
        }
        if (name.equals("this") || name.equals("super")) {
            throw body.refuse(Problem.UNSUPPORTED_EXPRESSION, tree, "'" + name + "'");
        }
        VariableElement field = field(name);
        if (field == null) {
            throw new Unresolved(name);
        }
        return unqualified(field, tree);
    }

    private @Nullable Variable local(String name) {
        Variable local = body.scopes().find(name);
        return local != null ? local : body.components().get(name);
    }

    Typed of(Variable variable) {
        if (variable.isRefused()) {
            throw new Refused();
        }
        Tree.Expression tree = variable.functional() == null
                ? new Tree.Name(variable.local())
                : new Tree.FunctionName(variable.local(), variable.functional());
        return new Typed(tree, variable.type(), variable.constant());
    }

    private Typed unqualified(VariableElement field, ExpressionTree tree) {
        if (field.getModifiers().contains(Modifier.STATIC)) {
            return constant(field, tree);
        }
        Variable self = body.self();
        if (self == null || !isComponent(field)) {
            throw body.refuse(Problem.UNSUPPORTED_EXPRESSION, tree, "the field '" + field + "' of an object");
        }
        return component(of(self), field, tree);
    }

    /** The field that a simple name means: of the classes around, innermost first, or imported. */
    private @Nullable VariableElement field(String name) {
        for (Element e = body.owner(); e instanceof TypeElement type; e = e.getEnclosingElement()) {
            VariableElement found = field(type, name);
            if (found != null) {
                return found;
            }
        }
        for (String owner : body.names().imports().staticOwners(name)) {
            TypeElement type = compilation.elements().getTypeElement(owner);
            VariableElement found = type == null ? null : field(type, name);
            if (found != null && found.getModifiers().contains(Modifier.STATIC)) {
                return found;
            }
        }
        return null;
    }

    private @Nullable VariableElement field(TypeElement type, String name) {
        for (Element member : type.getEnclosedElements()) {
            if (member instanceof VariableElement field && field.getSimpleName().contentEquals(name)) {
                return field;
            }
        }
        for (Element member : compilation.elements().getAllMembers(type)) {
            if (member instanceof VariableElement field && field.getSimpleName().contentEquals(name)) {
                return field;
            }
        }
        return null;
    }

    Typed select(MemberSelectTree tree) {
        String name = tree.getIdentifier().toString();
        if (name.equals("class")) {
            return classLiteral(tree);
        }
        if (name.equals("this")) {
            return identifier(thisOf(tree));
        }
        Variable assigned = isThis(tree.getExpression()) ? body.components().get(name) : null;
        if (assigned != null) {
            return of(assigned);
        }
        TypeMirror owner = type(tree.getExpression());
        if (owner != null) {
            return ofType(owner, name, tree);
        }
        Typed receiver = expressions.read(tree.getExpression());
        if (receiver.type().getKind() == TypeKind.ARRAY && name.equals("length")) {
            return new Typed(new Tree.Length(receiver.tree()), types.primitive(TypeKind.INT));
        }
        return ofValue(receiver, name, tree);
    }

    private static boolean isThis(ExpressionTree tree) {
        return tree instanceof IdentifierTree identifier && identifier.getName().contentEquals("this");
    }

    private IdentifierTree thisOf(MemberSelectTree tree) {
        throw body.refuse(Problem.UNSUPPORTED_EXPRESSION, tree, "'" + tree + "'");
    }

    private Typed classLiteral(MemberSelectTree tree) {
        TypeMirror type = body.names().resolve(tree.getExpression());
        body.ir(type, tree);
        TypeMirror literal = types.parameterized(
                JavaTypes.element(types.named("java.lang.Class")), List.of(types.boxed(types.erasure(type))));
        String text = TypeText.of(types.erasure(type)) + ".class";
        return new Typed(new Tree.Passed(List.of(text), List.of(), compilation.ir(literal), Effect.PURE), literal);
    }

    private Typed ofType(TypeMirror owner, String name, MemberSelectTree tree) {
        VariableElement field = owner.getKind() == TypeKind.DECLARED ? field(JavaTypes.element(owner), name) : null;
        if (field == null) {
            throw new Unresolved(tree.toString());
        }
        return constant(field, tree);
    }

    private Typed ofValue(Typed receiver, String name, MemberSelectTree tree) {
        TypeMirror site = types.upward(receiver.type());
        VariableElement field = site.getKind() == TypeKind.DECLARED ? field(JavaTypes.element(site), name) : null;
        if (field == null) {
            throw new Unresolved(tree.toString());
        }
        if (field.getModifiers().contains(Modifier.STATIC)) {
            return constant(field, tree);
        }
        if (isComponent(field) && receiver.value() instanceof dev.adjoint.processor.ir.RecordType) {
            return component(receiver, field, tree);
        }
        if (!compilation.isReachable(field, body.packageName())) {
            throw body.refuse(
                    Problem.PRIVATE_STATE,
                    tree,
                    field,
                    field.getEnclosingElement().getSimpleName());
        }
        TypeMirror type = types.withoutCapture(types.memberOf(types.capture(site), field));
        Tree.Expression read =
                new Tree.Passed(List.of("", "." + name), List.of(receiver.tree()), body.ir(type, tree), Effect.READS);
        return new Typed(read, type);
    }

    private static boolean isComponent(VariableElement field) {
        return field.getEnclosingElement().getKind() == ElementKind.RECORD
                && !field.getModifiers().contains(Modifier.STATIC);
    }

    private Typed component(Typed record, VariableElement field, ExpressionTree tree) {
        TypeMirror type = field.asType();
        TypeElement owner = (TypeElement) field.getEnclosingElement();
        if (compilation.records().hasOwnAccessor(owner, field.getSimpleName().toString())) {
            throw body.refuse(Problem.OWN_ACCESSOR, tree, field, owner.getSimpleName());
        }
        return new Typed(
                new Tree.Component(record.tree(), field.getSimpleName().toString(), body.ir(type, tree)), type);
    }

    /** A static field: a reference to it, or its value where the generated class cannot reach it. */
    private Typed constant(VariableElement field, ExpressionTree tree) {
        Object value = field.getConstantValue();
        TypeMirror type = field.asType();
        if (!field.getModifiers().contains(Modifier.FINAL)) {
            throw body.refuse(Problem.MUTABLE_FIELD, tree, field);
        }
        if (compilation.isReachable(field, body.packageName())) {
            String owner = ((TypeElement) field.getEnclosingElement())
                    .getQualifiedName()
                    .toString();
            Tree.Expression reference = new Tree.Passed(
                    List.of(owner + "." + field.getSimpleName()), List.of(), body.ir(type, tree), Effect.PURE);
            return new Typed(reference, type, value);
        }
        if (value == null) {
            throw body.refuse(
                    Problem.PRIVATE_STATE,
                    tree,
                    field,
                    field.getEnclosingElement().getSimpleName());
        }
        Type ir = compilation.ir(type);
        boolean small = ir == Primitive.BYTE || ir == Primitive.SHORT;
        return new Typed(new Tree.Constant(small ? ((Number) value).intValue() : value, ir), type, value);
    }

    /** The type that the tree names, or null if it is a value. */
    @Nullable
    TypeMirror type(ExpressionTree tree) {
        return isValue(tree) ? null : body.names().named(tree);
    }

    private boolean isValue(ExpressionTree tree) {
        if (tree instanceof MemberSelectTree select) {
            return isValue(select.getExpression());
        }
        if (tree instanceof ParenthesizedTree || !(tree instanceof IdentifierTree identifier)) {
            return true;
        }
        String name = Objects.requireNonNull(identifier).getName().toString();
        return name.equals("this") || name.equals("super") || body.scopes().find(name) != null || field(name) != null;
    }
}
