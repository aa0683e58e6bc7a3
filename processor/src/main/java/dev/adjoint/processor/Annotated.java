package dev.adjoint.processor;

import java.util.LinkedHashSet;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** The methods with an annotation, over all rounds: their classes are kept by name. */
final class Annotated {
    private final Elements elements;
    private final String annotation;
    private final Set<String> known = new LinkedHashSet<>();
    private final Set<String> pending = new LinkedHashSet<>();

    Annotated(Elements elements, String annotation) {
        this.elements = elements;
        this.annotation = annotation;
    }

    void add(RoundEnvironment round) {
        TypeElement type = elements.getTypeElement(annotation);
        if (type == null) {
            return;
        }
        for (Element element : round.getElementsAnnotatedWith(type)) {
            TypeElement owner = (TypeElement) element.getEnclosingElement();
            known.add(owner.getQualifiedName().toString());
            pending.add(owner.getQualifiedName().toString());
        }
    }

    /** The classes that are not done with. */
    Set<String> pending() {
        return pending;
    }

    /** All methods known so far: classes in the order of the compiler, methods in that of their declaration. */
    Set<ExecutableElement> methods() {
        Set<ExecutableElement> methods = new LinkedHashSet<>();
        for (String name : known) {
            TypeElement type = elements.getTypeElement(name);
            if (type != null) {
                type.getEnclosedElements().stream().filter(this::has).forEach(e -> methods.add((ExecutableElement) e));
            }
        }
        return methods;
    }

    private boolean has(Element element) {
        return element instanceof ExecutableElement
                && element.getAnnotationMirrors().stream()
                        .anyMatch(m -> ((TypeElement) m.getAnnotationType().asElement())
                                .getQualifiedName()
                                .contentEquals(annotation));
    }
}
