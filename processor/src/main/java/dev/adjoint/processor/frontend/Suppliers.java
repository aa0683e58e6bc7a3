package dev.adjoint.processor.frontend;

import com.sun.source.tree.Tree;
import dev.adjoint.processor.diagnostic.Diagnostic;
import dev.adjoint.processor.diagnostic.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.util.ElementFilter;

/** The methods of a class that supply inputs for checks of derivatives. */
final class Suppliers {
    private final Compilation compilation;
    private final List<ExecutableElement> methods;

    Suppliers(Compilation compilation, Element owner) {
        this.compilation = compilation;
        this.methods = ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
                .filter(method -> Annotations.has(method, Annotations.SAMPLE))
                .toList();
    }

    private static String target(ExecutableElement supplier) {
        return Annotations.text(Annotations.get(supplier, Annotations.SAMPLE), "value");
    }

    /** The names of those for the derivatives with a base name. */
    List<String> of(String base) {
        return methods.stream()
                .filter(method -> target(method).equals(base))
                .map(method -> method.getSimpleName().toString())
                .toList();
    }

    /** Those for none of these derivatives: their inputs would never be used. */
    List<Diagnostic> strangers(List<String> bases) {
        List<Diagnostic> problems = new ArrayList<>();
        for (ExecutableElement method : methods) {
            if (!bases.contains(target(method))) {
                problems.add(Diagnostic.of(
                        Problem.SUPPLIER_OF_NOTHING, place(method), target(method), String.join(", ", bases)));
            }
        }
        return problems;
    }

    private Place place(ExecutableElement method) {
        AnnotationMirror annotation = Annotations.get(method, Annotations.SAMPLE);
        Tree value = compilation.trees().getTree(method, annotation, Annotations.value(annotation, "value"));
        Tree tree = value != null
                ? value
                : Objects.requireNonNull(compilation.trees().getTree(method));
        return Place.of(compilation, compilation.trees().getPath(method).getCompilationUnit(), tree);
    }
}
