package dev.adjoint.processor.frontend;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.adjoint.processor.diagnostic.Diagnostic;
import dev.adjoint.processor.diagnostic.Problem;
import dev.adjoint.processor.ir.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads an annotation and the signature below it, and refuses what cannot be asked for. */
final class RequestReader {
    private final Compilation compilation;
    private final ExecutableElement method;
    private final AnnotationMirror annotation;
    private final TreePath path;
    private final List<Diagnostic> problems = new ArrayList<>();

    RequestReader(Compilation compilation, ExecutableElement method) {
        this.compilation = compilation;
        this.method = method;
        this.annotation = Annotations.get(method, Annotations.DIFFERENTIABLE);
        this.path = compilation.trees().getPath(method);
    }

    List<Diagnostic> problems() {
        return problems;
    }

    Place place() {
        return place(path.getLeaf());
    }

    private Place place(Tree tree) {
        return Place.of(compilation, path.getCompilationUnit(), tree);
    }

    private void refuse(Problem problem, Tree at, Object... arguments) {
        problems.add(Diagnostic.of(problem, place(at), arguments));
    }

    private Tree at(@Nullable AnnotationValue value) {
        Tree tree = value == null ? null : compilation.trees().getTree(method, annotation, value);
        Tree whole = compilation.trees().getTree(method, annotation);
        return tree != null ? tree : whole != null ? whole : path.getLeaf();
    }

    /** The request, or null if there are problems. */
    @Nullable
    Request read() {
        checkKind();
        Map<String, Type> types = parameterTypes();
        Set<String> wrt = wrt(types);
        checkOrder();
        checkName();
        checkConstructors(wrt);
        Type result = result(types);
        if (!problems.isEmpty()) {
            return null;
        }
        List<Request.Parameter> parameters = new ArrayList<>();
        types.forEach((name, type) -> parameters.add(new Request.Parameter(name, type, wrt.contains(name))));
        String name = Annotations.text(annotation, "name");
        return new Request(
                OwnerNames.of(compilation, (TypeElement) method.getEnclosingElement()),
                compilation.key(method),
                name.isEmpty() ? method.getSimpleName().toString() : name,
                method.getModifiers().contains(Modifier.PUBLIC) || isOfInterface(),
                !isOfRecord(),
                parameters,
                result,
                Annotations.number(annotation, "order", 1),
                wants("FORWARD"),
                wants("REVERSE"),
                place());
    }

    private boolean isOfInterface() {
        return method.getEnclosingElement().getKind().isInterface()
                && !method.getModifiers().contains(Modifier.PRIVATE);
    }

    private boolean isOfRecord() {
        return method.getEnclosingElement().getKind() == ElementKind.RECORD
                && !method.getModifiers().contains(Modifier.STATIC);
    }

    private void checkKind() {
        Set<Modifier> modifiers = method.getModifiers();
        MethodTree tree = (MethodTree) path.getLeaf();
        if (modifiers.contains(Modifier.ABSTRACT) || modifiers.contains(Modifier.NATIVE) || tree.getBody() == null) {
            refuse(Problem.NO_BODY, tree, method.getSimpleName());
        } else if (!modifiers.contains(Modifier.STATIC) && !isOfRecord()) {
            refuse(
                    Problem.NOT_STATIC,
                    tree,
                    method.getSimpleName(),
                    method.getEnclosingElement().getSimpleName());
        }
    }

    private Map<String, Type> parameterTypes() {
        Map<String, Type> types = new LinkedHashMap<>();
        if (isOfRecord()) {
            types.put("self", compilation.ir(method.getEnclosingElement().asType()));
        }
        for (int i = 0; i < method.getParameters().size(); i++) {
            VariableElement parameter = method.getParameters().get(i);
            Functions.Shape shape = compilation.functions().shape(parameter.asType());
            if (shape != null && compilation.functions().takesActive(shape)) {
                Tree at = ((MethodTree) path.getLeaf()).getParameters().get(i);
                refuse(Problem.FUNCTIONAL_PARAMETER, at, parameter, parameter.asType());
            }
            types.put(parameter.getSimpleName().toString(), compilation.ir(parameter.asType()));
        }
        return types;
    }

    private Set<String> wrt(Map<String, Type> types) {
        Set<String> differentiable = new LinkedHashSet<>();
        types.forEach((name, type) -> {
            if (type.differentiable()) {
                differentiable.add(name);
            }
        });
        if (differentiable.isEmpty()) {
            refuse(Problem.NOTHING_TO_DIFFERENTIATE_BY, path.getLeaf(), method.getSimpleName());
        }
        List<? extends AnnotationValue> entries = Annotations.entries(annotation, "wrt");
        if (entries.isEmpty()) {
            return differentiable;
        }
        Set<String> chosen = new LinkedHashSet<>();
        for (AnnotationValue entry : entries) {
            String name = String.valueOf(entry.getValue());
            check(name, entry, types, differentiable);
            chosen.add(name);
        }
        return chosen;
    }

    private void check(String name, AnnotationValue entry, Map<String, Type> types, Set<String> differentiable) {
        String known = differentiable.isEmpty() ? "none" : String.join(", ", differentiable);
        Type type = types.get(name);
        if (type == null) {
            refuse(Problem.UNKNOWN_PARAMETER, at(entry), name, method.getSimpleName(), known);
        } else if (!type.differentiable()) {
            refuse(Problem.INACTIVE_PARAMETER, at(entry), name, type.text(), known);
        }
    }

    /** A gradient by a record is built by its constructor, which must not reject or change derivatives. */
    private void checkConstructors(Set<String> wrt) {
        for (int i = 0; i < method.getParameters().size(); i++) {
            VariableElement parameter = method.getParameters().get(i);
            if (wrt.contains(parameter.getSimpleName().toString())) {
                Tree at = ((MethodTree) path.getLeaf()).getParameters().get(i);
                checkConstructor(parameter.getSimpleName().toString(), parameter.asType(), at);
            }
        }
        if (isOfRecord() && wrt.contains("self")) {
            checkConstructor("self", method.getEnclosingElement().asType(), path.getLeaf());
        }
    }

    private void checkConstructor(String name, TypeMirror type, Tree at) {
        for (TypeElement record : compilation.records().within(type)) {
            if (compilation.records().isChecked(record)) {
                refuse(Problem.CHECKED_RECORD, at, name, record.getSimpleName());
            }
            for (RecordComponentElement component : record.getRecordComponents()) {
                if (compilation.records().hasOwnAccessor(record, component.toString())) {
                    refuse(Problem.OWN_ACCESSOR, at, component, record.getSimpleName());
                }
            }
        }
    }

    private void checkOrder() {
        int order = Annotations.number(annotation, "order", 1);
        if (order != 1 && order != 2) {
            refuse(Problem.BAD_ORDER, at(Annotations.value(annotation, "order")), order);
        }
    }

    private void checkName() {
        String name = Annotations.text(annotation, "name");
        if (!name.isEmpty() && !SourceVersion.isIdentifier(name)) {
            refuse(Problem.BAD_NAME, at(Annotations.value(annotation, "name")), name);
        }
    }

    private @Nullable Type result(Map<String, Type> types) {
        TypeMirror mirror = method.getReturnType();
        boolean isVoid = mirror.getKind() == TypeKind.VOID;
        Type result = isVoid ? null : compilation.ir(mirror);
        boolean possible = result == null
                ? types.values().stream().anyMatch(t -> t.isArray() && t.differentiable())
                : result.differentiable();
        if (!possible) {
            Tree at = ((MethodTree) path.getLeaf()).getReturnType();
            refuse(Problem.NOTHING_TO_DIFFERENTIATE, at, method.getSimpleName(), mirror);
        }
        return result;
    }

    private boolean wants(String mode) {
        List<? extends AnnotationValue> modes = Annotations.entries(annotation, "modes");
        return modes.isEmpty()
                || modes.stream()
                        .anyMatch(m -> m.getValue() instanceof VariableElement constant
                                && constant.getSimpleName().contentEquals(mode));
    }
}
