package dev.adjoint.processor.frontend;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * What tools that check derivatives read of the index, besides the fields that the processor itself reads: {@code static}
 * or {@code instance}; the parameters, {@code self} first for an instance method, each {@code name} or
 * {@code name:min:max:sizes} if it has a domain, the sizes with {@code x} between them; the names of the suppliers of
 * inputs; the path of the source file below its root; the line of the method's result type, because annotations and
 * modifiers may stand on lines of their own.
 */
final class CheckFields {
    private final Compilation compilation;
    private final Request request;
    private final ExecutableElement method;

    CheckFields(Compilation compilation, Request request, ExecutableElement method) {
        this.compilation = compilation;
        this.request = request;
        this.method = method;
    }

    List<String> all() {
        TreePath path = compilation.trees().getPath(method);
        return List.of(
                request.isStatic() ? "static" : "instance",
                parameters(),
                suppliers(),
                source(path.getCompilationUnit()),
                String.valueOf(line(path)));
    }

    private String parameters() {
        List<String> all = new ArrayList<>();
        int own = request.parameters().size() - method.getParameters().size();
        for (int i = 0; i < request.parameters().size(); i++) {
            VariableElement element = i < own ? null : method.getParameters().get(i - own);
            all.add(request.parameters().get(i).name() + domain(element));
        }
        return String.join(",", all);
    }

    private String domain(@Nullable VariableElement element) {
        AnnotationMirror domain = element == null ? null : Annotations.find(element, Annotations.DOMAIN);
        if (domain == null) {
            return "";
        }
        List<?> sizes = (List<?>) value(domain, "size");
        return ":" + value(domain, "min") + ":" + value(domain, "max") + ":"
                + sizes.stream().map(Object::toString).collect(Collectors.joining("x"));
    }

    private Object value(AnnotationMirror mirror, String member) {
        Map<? extends ExecutableElement, ? extends AnnotationValue> values =
                compilation.elements().getElementValuesWithDefaults(mirror);
        return values.entrySet().stream()
                .filter(e -> e.getKey().getSimpleName().contentEquals(member))
                .map(e -> e.getValue().getValue())
                .findFirst()
                .orElseThrow();
    }

    private String suppliers() {
        return String.join(",", new Suppliers(compilation, method.getEnclosingElement()).of(request.base()));
    }

    private String source(CompilationUnitTree unit) {
        String file = unit.getSourceFile().getName().replace('\\', '/');
        String name = request.owner().packageName().replace('.', '/');
        return (name.isEmpty() ? "" : name + "/") + file.substring(file.lastIndexOf('/') + 1);
    }

    private long line(TreePath path) {
        CompilationUnitTree unit = path.getCompilationUnit();
        MethodTree tree = (MethodTree) path.getLeaf();
        long start = compilation.trees().getSourcePositions().getStartPosition(unit, tree.getReturnType());
        return unit.getLineMap().getLineNumber(start);
    }
}
