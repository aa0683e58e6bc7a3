package dev.adjoint.processor.frontend;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import dev.adjoint.processor.diagnostic.Diagnostic;
import dev.adjoint.processor.ir.OpaqueType;
import dev.adjoint.processor.ir.RecordType;
import dev.adjoint.processor.source.FunctionalType;
import dev.adjoint.processor.source.Local;
import dev.adjoint.processor.source.Method;
import dev.adjoint.processor.source.MethodKey;
import dev.adjoint.processor.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads one method with source. */
final class MethodReader {
    private final Compilation compilation;
    private final ExecutableElement method;
    private final TreePath path;
    private final MethodTree tree;
    private final Body body;
    private final List<Local> parameters = new ArrayList<>();
    private final List<@Nullable FunctionalType> lambdas = new ArrayList<>();

    MethodReader(Compilation compilation, ExecutableElement method, TreePath path, String packageName) {
        this.compilation = compilation;
        this.method = method;
        this.path = path;
        this.tree = (MethodTree) path.getLeaf();
        this.body = new Body(compilation, path.getCompilationUnit(), method, packageName);
    }

    /**
     * What came of reading a method.
     *
     * @param method the method, null if something in it was not accepted
     * @param unresolved what could not be made out, or null
     * @param problems what was refused
     * @param callees the methods it calls, each with the first place that does
     * @param guarded trees that are accepted only if the values they get have no derivative
     * @param hiddenRecords records that the generated class cannot name, with what is reported if it has to
     * @param types the types found, for the comparison with the compiler's
     */
    record Reading(
            MethodKey key,
            @Nullable Method method,
            @Nullable String unresolved,
            List<Diagnostic> problems,
            Map<MethodKey, Place> callees,
            Map<Tree, Diagnostic> guarded,
            Map<RecordType, Diagnostic> hiddenRecords,
            Map<com.sun.source.tree.Tree, TypeMirror> types,
            Place place) {}

    Reading read() {
        MethodKey key = compilation.key(method);
        Method read = null;
        String unresolved = null;
        try {
            read = method(key);
        } catch (Unresolved e) {
            unresolved = Objects.requireNonNull(e.getMessage());
        } catch (Refused e) {
            read = null;
        }
        boolean accepted = body.problems().isEmpty() && unresolved == null;
        return new Reading(
                key,
                accepted ? read : null,
                unresolved,
                body.problems(),
                body.callees(),
                body.guarded(),
                body.hiddenRecords(),
                body.seen(),
                body.place(tree));
    }

    private Method method(MethodKey key) {
        if (isOfRecord()) {
            declareSelf();
        }
        for (int i = 0; i < method.getParameters().size(); i++) {
            declare(method.getParameters().get(i), tree.getParameters().get(i));
        }
        StatementReader statements = new StatementReader(body);
        if (method.getKind() == ElementKind.CONSTRUCTOR) {
            Tree.Sequence code = new ConstructorReader(body, statements, path).read();
            return new Method(key, parameters, lambdas, body.ir(body.owner().asType(), tree), code, null);
        }
        TypeMirror result = method.getReturnType();
        body.results().push(result);
        Tree.Sequence code = new Tree.Sequence(
                statements.readAll(Objects.requireNonNull(tree.getBody()).getStatements()));
        return new Method(
                key,
                parameters,
                lambdas,
                result.getKind() == TypeKind.VOID ? null : body.ir(result, tree),
                code,
                Checkpoints.of(method));
    }

    private boolean isOfRecord() {
        return method.getEnclosingElement().getKind() == ElementKind.RECORD
                && method.getKind() == ElementKind.METHOD
                && !method.getModifiers().contains(Modifier.STATIC);
    }

    private void declareSelf() {
        TypeMirror type = method.getEnclosingElement().asType();
        Local local = new Local("self", body.ir(type, tree));
        body.self(new Variable(local, type, null, null));
        parameters.add(local);
        lambdas.add(null);
    }

    private void declare(VariableElement parameter, com.sun.source.tree.Tree at) {
        TypeMirror type = parameter.asType();
        boolean annotated = Annotations.has(method, Annotations.DIFFERENTIABLE);
        Functions.Shape shape = annotated ? null : compilation.functions().shape(type);
        FunctionalType functional =
                shape == null ? null : compilation.functions().type(type, shape);
        String name = parameter.getSimpleName().toString();
        Local local = new Local(name, functional == null ? body.ir(type, at) : new OpaqueType(functional.text()));
        body.scopes().declare(name, new Variable(local, type, functional, null));
        parameters.add(local);
        lambdas.add(functional);
    }
}
