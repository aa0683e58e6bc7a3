package dev.adjoint.processor.frontend;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Adjoint's annotations as the compiler shows them. */
final class Annotations {
    static final String DIFFERENTIABLE = "dev.adjoint.Differentiable";
    static final String DERIVATIVE_OF = "dev.adjoint.DerivativeOf";
    static final String CHECKPOINT = "dev.adjoint.Checkpoint";
    static final String DOMAIN = "dev.adjoint.Domain";
    static final String SAMPLE = "dev.adjoint.Sample";
    static final String GENERATED = "dev.adjoint.AdjointGenerated";

    private Annotations() {}

    static boolean has(Element element, String annotation) {
        return find(element, annotation) != null;
    }

    static @Nullable AnnotationMirror find(Element element, String annotation) {
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> ((TypeElement) mirror.getAnnotationType().asElement())
                        .getQualifiedName()
                        .contentEquals(annotation))
                .findFirst()
                .orElse(null);
    }

    static AnnotationMirror get(Element element, String annotation) {
        return Objects.requireNonNull(find(element, annotation));
    }

    /** The value of a member as it is written, or null if it is left out. */
    static @Nullable AnnotationValue value(AnnotationMirror mirror, String member) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                mirror.getElementValues().entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(member)) {
                return entry.getValue();
            }
        }
        return null;
    }

    static String text(AnnotationMirror mirror, String member) {
        AnnotationValue value = value(mirror, member);
        return value == null ? "" : String.valueOf(value.getValue());
    }

    static int number(AnnotationMirror mirror, String member, int otherwise) {
        AnnotationValue value = value(mirror, member);
        return value != null && value.getValue() instanceof Integer number ? number : otherwise;
    }

    /** The entries of an array member; a single value without braces is shown as an array too. */
    @SuppressWarnings("unchecked")
    static List<? extends AnnotationValue> entries(AnnotationMirror mirror, String member) {
        AnnotationValue value = value(mirror, member);
        return value != null && value.getValue() instanceof List<?> list
                ? (List<? extends AnnotationValue>) list
                : List.of();
    }
}
