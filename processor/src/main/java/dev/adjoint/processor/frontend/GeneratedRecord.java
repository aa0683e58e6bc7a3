package dev.adjoint.processor.frontend;

import java.lang.annotation.Annotation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * The type of a record that will be generated in this compilation, and which the compiler therefore does not know yet.
 * Only {@link JavaTypes} hands types on to the compiler, and it keeps these back.
 */
final class GeneratedRecord implements TypeMirror {
    private final String name;
    private final Map<String, TypeMirror> components;

    GeneratedRecord(String name, Map<String, TypeMirror> components) {
        this.name = name;
        this.components = new LinkedHashMap<>(components);
    }

    /** The canonical name. */
    String name() {
        return name;
    }

    Map<String, TypeMirror> components() {
        return components;
    }

    @Override
    public TypeKind getKind() {
        return TypeKind.OTHER;
    }

    @Override
    public <R, P> R accept(TypeVisitor<R, P> visitor, P argument) {
        return visitor.visitUnknown(this, argument);
    }

    @Override
    public List<? extends AnnotationMirror> getAnnotationMirrors() {
        return List.of();
    }

    @Override
    public <A extends Annotation> @Nullable A getAnnotation(Class<A> type) {
        return null;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <A extends Annotation> A[] getAnnotationsByType(Class<A> type) {
        return (A[]) java.lang.reflect.Array.newInstance(type, 0);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GeneratedRecord that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
