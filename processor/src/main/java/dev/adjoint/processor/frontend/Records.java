package dev.adjoint.processor.frontend;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** What the constructors of records do (JLS 8.10.4). */
final class Records {
    private final Compilation compilation;

    Records(Compilation compilation) {
        this.compilation = compilation;
    }

    /** Whether the constructor is the canonical one and only assigns, as far as its source is known. */
    boolean onlyAssigns(ExecutableElement constructor) {
        if (!isCanonical(constructor)) {
            return false;
        }
        TreePath path = compilation.source(constructor);
        return path == null || onlyAssigns((MethodTree) path.getLeaf());
    }

    /** Whether the component is read by code of its own, so that the generated class cannot read the field itself. */
    boolean hasOwnAccessor(TypeElement record, String component) {
        for (RecordComponentElement element : record.getRecordComponents()) {
            if (element.getSimpleName().contentEquals(component)) {
                TreePath path = compilation.source(element.getAccessor());
                return path != null && !onlyReturns((MethodTree) path.getLeaf(), component);
            }
        }
        return false;
    }

    private static boolean onlyReturns(MethodTree tree, String component) {
        List<? extends StatementTree> statements = tree.getBody().getStatements();
        if (statements.size() != 1 || !(statements.get(0) instanceof ReturnTree result)) {
            return false;
        }
        String value = result.getExpression().toString();
        return value.equals(component) || value.equals("this." + component);
    }

    /** Whether the canonical constructor of the record is known to do more than assign. */
    boolean isChecked(TypeElement record) {
        return record.getEnclosedElements().stream()
                .anyMatch(e -> e.getKind() == ElementKind.CONSTRUCTOR
                        && isCanonical((ExecutableElement) e)
                        && !onlyAssigns((ExecutableElement) e));
    }

    /** The record classes with derivatives that a value of the type holds. */
    Set<TypeElement> within(TypeMirror type) {
        Set<TypeElement> found = new LinkedHashSet<>();
        collect(type, found);
        return found;
    }

    private void collect(TypeMirror type, Set<TypeElement> found) {
        if (type instanceof ArrayType array) {
            collect(array.getComponentType(), found);
        } else if (JavaTypes.isRecord(type)
                && compilation.table().isDifferentiable(type)
                && found.add(JavaTypes.element(type))) {
            JavaTypes.element(type).getRecordComponents().forEach(c -> collect(c.asType(), found));
        }
    }

    boolean isCanonical(ExecutableElement constructor) {
        TypeElement record = (TypeElement) constructor.getEnclosingElement();
        List<? extends RecordComponentElement> components = record.getRecordComponents();
        if (components.size() != constructor.getParameters().size()) {
            return false;
        }
        for (int i = 0; i < components.size(); i++) {
            Element parameter = constructor.getParameters().get(i);
            if (!compilation.types().isSame(components.get(i).asType(), parameter.asType())) {
                return false;
            }
        }
        return true;
    }

    private static boolean onlyAssigns(MethodTree tree) {
        return tree.getBody() == null || tree.getBody().getStatements().stream().allMatch(Records::isPlain);
    }

    /** {@code this.x = x;} or the implicit {@code super();}. */
    private static boolean isPlain(StatementTree statement) {
        if (!(statement instanceof ExpressionStatementTree expression)) {
            return false;
        }
        if (expression.getExpression() instanceof AssignmentTree assignment) {
            return assignment.getVariable() instanceof MemberSelectTree field
                    && assignment.getExpression() instanceof IdentifierTree value
                    && field.getIdentifier().equals(value.getName());
        }
        return isCallOf("super", expression);
    }

    /** The call of another constructor with which the body begins, or null. */
    static @Nullable MethodInvocationTree delegation(MethodTree tree) {
        List<? extends StatementTree> statements = tree.getBody().getStatements();
        boolean delegates = !statements.isEmpty()
                && statements.get(0) instanceof ExpressionStatementTree first
                && isCallOf("this", first);
        return delegates ? (MethodInvocationTree) ((ExpressionStatementTree) statements.get(0)).getExpression() : null;
    }

    private static boolean isCallOf(String name, ExpressionStatementTree statement) {
        return statement.getExpression() instanceof MethodInvocationTree call
                && call.getMethodSelect() instanceof IdentifierTree identifier
                && identifier.getName().contentEquals(name);
    }

    static boolean isSuperCall(StatementTree statement) {
        return statement instanceof ExpressionStatementTree expression && isCallOf("super", expression);
    }

    /** Whether the constructor is written without a parameter list. */
    boolean isCompact(TreePath path) {
        MethodTree tree = (MethodTree) path.getLeaf();
        SourcePositions positions = compilation.trees().getSourcePositions();
        long start = positions.getEndPosition(path.getCompilationUnit(), tree.getModifiers());
        if (start < 0) {
            start = positions.getStartPosition(path.getCompilationUnit(), tree);
        }
        long end = positions.getStartPosition(path.getCompilationUnit(), tree.getBody());
        return !text(path).substring((int) start, (int) end).contains("(");
    }

    private static String text(TreePath path) {
        try {
            return path.getCompilationUnit()
                    .getSourceFile()
                    .getCharContent(true)
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
